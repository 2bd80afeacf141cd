#include "content/database/search_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content/base/utf8.h"
#include "content/text/fold.h"

namespace conglang::database {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The letters of a form's name, "ct" or "kt": a syllable would have a vowel, and "ba 80" is not one word.
bool is_form_prefix(std::string_view word) {
  constexpr std::string_view kNot = "aeiouy0123456789";
  return word.size() == 2 && word.find_first_of(kNot) == std::string_view::npos;
}

bool is_form_number(std::string_view word) {
  return word.size() <= 2 && std::all_of(word.begin(), word.end(), is_digit);
}

void add(std::vector<PlacedWord>& words, std::u32string_view letters, Span span) {
  if (letters.empty()) return;
  std::string exact = to_utf8(letters);
  std::string folded = unify_final_y(fold(exact));
  if (folded.empty()) return;
  if (!words.empty() && is_form_prefix(words.back().word.folded) && is_form_number(folded)) {
    words.back().word.exact += exact;
    words.back().word.folded += folded;
    words.back().span.length = span.begin + span.length - words.back().span.begin;
    return;
  }
  words.push_back({{std::move(exact), std::move(folded)}, span});
}

std::uint32_t utf8_length(char32_t code_point) {
  return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

}  // namespace

std::vector<PlacedWord> placed_words(std::string_view text) {
  const auto composed = to_nfc(text);
  if (!composed) return {};
  const auto code_points = to_code_points(*composed);
  std::vector<PlacedWord> words;
  std::u32string letters;
  Span span;
  std::uint32_t at = 0;
  for (const char32_t each : *code_points) {
    const CharKind kind = char_kind(each);
    const std::uint32_t length = utf8_length(each);
    if (kind == CharKind::other) {
      add(words, letters, span);
      letters.clear();
    } else if (kind != CharKind::format) {
      if (letters.empty()) span = {at, 0};
      letters.push_back(to_lower(each));
      span.length = at + length - span.begin;
    }
    at += length;
  }
  add(words, letters, span);
  return words;
}

std::vector<SearchWord> search_words(std::string_view text) {
  std::vector<SearchWord> words;
  for (PlacedWord& one : placed_words(text)) words.push_back(std::move(one.word));
  return words;
}

bool within_one_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto apart = std::mismatch(a.begin(), a.end(), b.begin());
  const std::string_view rest_a = a.substr(static_cast<std::size_t>(apart.first - a.begin()));
  const std::string_view rest_b = b.substr(static_cast<std::size_t>(apart.second - b.begin()));
  if (rest_b.empty()) return true;
  if (rest_a.size() < rest_b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() >= 2 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

std::string sound_key(std::string_view folded) {
  struct Initial {
    std::string_view written;
    std::string_view key;
  };
  // Longer initials first: "ng" and "nh" are sounds of their own, and "gi" ends before another vowel.
  constexpr std::array<Initial, 7> kInitials{
      {{"ng", "ng"}, {"nh", "nh"}, {"tr", "ch"}, {"gi", "d"}, {"n", "l"}, {"x", "s"}, {"r", "d"}}};
  for (const Initial& one : kInitials) {
    if (folded.starts_with(one.written) && folded.size() > one.written.size()) {
      return std::string(one.key).append(folded.substr(one.written.size()));
    }
  }
  return std::string(folded);
}

}  // namespace conglang::database
