#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "content/base/utf8.h"
#include "content/text/composer.h"
#include "tests/unit/content/text/syllables.h"

using namespace conglang;
using conglang::testing::Spelling;

namespace {

const std::vector<Spelling>& syllables() {
  static const std::vector<Spelling> all = conglang::testing::all_syllables();
  return all;
}

std::u32string typed(const std::u32string& keys, InputMethod method, ToneStyle style) {
  Composer composer(method, style);
  for (const char32_t key : keys) composer.press(key);
  return to_code_points(composer.text()).value();
}

char32_t telex_tone(Tone tone) {
  return std::u32string_view(U"zfrxsj")[static_cast<std::size_t>(tone)];
}
char32_t vni_tone(Tone tone) {
  return std::u32string_view(U"023415")[static_cast<std::size_t>(tone)];
}

char32_t telex_mark(char32_t letter) {
  if (letter == U'ă' || letter == U'ơ' || letter == U'ư') return U'w';
  return without_mark(letter);  // aa, ee, oo, dd
}

char32_t vni_mark(char32_t letter) {
  if (letter == U'đ') return U'9';
  if (letter == U'ă') return U'8';
  return letter == U'ơ' || letter == U'ư' ? U'7' : U'6';
}

/// Each letter, its mark right behind it; oo as ooo, since two would be ô.
std::u32string keys_in_place(const Spelling& syllable, char32_t (*mark)(char32_t), bool telex) {
  std::u32string keys;
  for (const char32_t letter : syllable.letters) {
    const char32_t plain = without_mark(letter);
    keys.push_back(plain);
    if (plain != letter) keys.push_back(mark(letter));
  }
  const std::size_t oo = keys.find(U"oo");
  if (telex && oo != std::u32string::npos && syllable.letters.find(U"oo") != std::u32string::npos)
    keys.insert(oo, 1, U'o');
  return keys;
}

std::u32string telex_keys(const Spelling& syllable) {
  return keys_in_place(syllable, telex_mark, true);
}
std::u32string vni_keys(const Spelling& syllable) {
  return keys_in_place(syllable, vni_mark, false);
}

/// All letters first, then the marks, each key once.
std::u32string keys_with_late_marks(const Spelling& syllable, char32_t (*mark)(char32_t)) {
  std::u32string keys;
  std::u32string marks;
  for (const char32_t letter : syllable.letters) {
    keys.push_back(without_mark(letter));
    if (keys.back() == letter || marks.find(mark(letter)) != std::u32string::npos) continue;
    marks.push_back(mark(letter));
  }
  return keys + marks;
}

/// How many of all syllables `keys` does not compose into; the first few are shown.
template <typename Keys>
std::size_t count_misses(InputMethod method, ToneStyle style, Keys keys) {
  std::size_t misses = 0;
  for (const Spelling& syllable : syllables()) {
    const std::u32string& wanted = style == ToneStyle::modern ? syllable.modern : syllable.traditional;
    for (const std::u32string& sequence : keys(syllable)) {
      const std::u32string shown = typed(sequence, method, style);
      if (shown == wanted) continue;
      if (++misses <= 5) UNSCOPED_INFO(to_utf8(sequence) << " shows " << to_utf8(shown));
    }
  }
  return misses;
}

std::u32string with_tone_last(std::u32string keys, Tone tone, char32_t tone_key) {
  if (tone != Tone::level) keys.push_back(tone_key);
  return keys;
}

/// `keys` with the tone key at the end and, for the acute, which every rime takes, at every place from behind
/// the first vowel.
std::vector<std::u32string> with_tone_anywhere(const std::u32string& keys, Tone tone, char32_t tone_key) {
  if (tone == Tone::level) return {keys};
  std::vector<std::u32string> all;
  const auto vowel = std::ranges::find_if(keys, is_vowel);
  const auto behind_vowel = static_cast<std::size_t>(vowel - keys.begin()) + 1;
  for (auto at = tone == Tone::acute ? behind_vowel : keys.size(); at <= keys.size(); ++at) {
    all.push_back(keys);
    all.back().insert(at, 1, tone_key);
  }
  return all;
}

}  // namespace

TEST_CASE("the syllables for the properties are as many as expected, each once", "[text]") {
  std::vector<std::u32string> spelled;
  for (const Spelling& syllable : syllables()) spelled.push_back(syllable.modern);
  CHECK(spelled.size() > 15000);
  std::ranges::sort(spelled);
  CHECK(std::ranges::adjacent_find(spelled) == spelled.end());
}

TEST_CASE("Telex gives every syllable exactly, wherever its tone key is typed", "[text]") {
  const auto keys = [](const Spelling& each) {
    return with_tone_anywhere(telex_keys(each), each.tone, telex_tone(each.tone));
  };
  CHECK(count_misses(InputMethod::telex, ToneStyle::modern, keys) == 0);
  CHECK(count_misses(InputMethod::telex, ToneStyle::traditional, keys) == 0);
}

TEST_CASE("Telex with the shorthands gives every syllable too", "[text]") {
  const auto keys = [](const Spelling& each) {
    return with_tone_anywhere(telex_keys(each), each.tone, telex_tone(each.tone));
  };
  CHECK(count_misses(InputMethod::telex_w, ToneStyle::modern, keys) == 0);
}

TEST_CASE("VNI gives every syllable exactly, wherever its tone key is typed", "[text]") {
  const auto keys = [](const Spelling& each) {
    return with_tone_anywhere(vni_keys(each), each.tone, vni_tone(each.tone));
  };
  CHECK(count_misses(InputMethod::vni, ToneStyle::modern, keys) == 0);
  CHECK(count_misses(InputMethod::vni, ToneStyle::traditional, keys) == 0);
}

TEST_CASE("marks typed after the whole syllable give the same", "[text]") {
  const auto telex = [](const Spelling& each) {
    const bool oo = each.letters.find(U"oo") != std::u32string::npos;
    const std::u32string keys = oo ? telex_keys(each) : keys_with_late_marks(each, telex_mark);
    return std::vector{with_tone_last(keys, each.tone, telex_tone(each.tone))};
  };
  const auto vni = [](const Spelling& each) {
    return std::vector{with_tone_last(keys_with_late_marks(each, vni_mark), each.tone, vni_tone(each.tone))};
  };
  CHECK(count_misses(InputMethod::telex, ToneStyle::modern, telex) == 0);
  CHECK(count_misses(InputMethod::vni, ToneStyle::modern, vni) == 0);
}

TEST_CASE("deleting letter by letter leaves each time what one would write, down to nothing", "[text]") {
  for (const ToneStyle style : {ToneStyle::modern, ToneStyle::traditional}) {
    std::size_t misplaced = 0;
    for (const Spelling& syllable : syllables()) {
      Composer composer(InputMethod::telex, style);
      const std::u32string keys =
          with_tone_last(telex_keys(syllable), syllable.tone, telex_tone(syllable.tone));
      for (const char32_t key : keys) composer.press(key);
      for (std::size_t left = syllable.letters.size(); left-- > 0;) {
        REQUIRE(composer.backspace());
        const std::string text = composer.text();
        std::u32string shown = to_code_points(text).value();
        std::u32string toneless;
        for (const char32_t each : shown) toneless.push_back(split_tone(each).letter);
        REQUIRE(toneless == syllable.letters.substr(0, left));
        REQUIRE(is_nfc(text));
        for (std::size_t i = 0; i < shown.size(); ++i)
          if (split_tone(shown[i]).tone != Tone::level && tone_position(toneless, style) != i) ++misplaced;
      }
      REQUIRE(composer.empty());
      REQUIRE(composer.raw().empty());
    }
    CHECK(misplaced == 0);
  }
}
