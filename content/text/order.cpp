#include "content/text/order.h"

#include "content/base/utf8.h"
#include "content/text/syllable.h"

namespace conglang {

namespace {

// f, j, w and z stand where foreign words need them.
constexpr std::u32string_view kAlphabet = U"0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

// Smaller than every letter's weight, so that a shorter word comes first.
constexpr char kCases = '\x00';
constexpr char kWordEnd = '\x01';
constexpr char kFirstTone = '\x02';
constexpr char kFirstLetter = '\x10';
constexpr char kOtherScript = '\x7F';

/// č without its mark; letters without a decomposition stay.
char32_t base_letter(char32_t letter) {
  const auto decomposed = to_nfd(to_utf8(std::u32string(1, letter)));
  const auto code_points = to_code_points(*decomposed);
  return code_points->front();
}

void append_weight(std::string& key, char32_t letter) {
  constexpr char32_t kLookAlikeOfUHorn = U'\u01A3';
  if (letter == kLookAlikeOfUHorn) letter = U'ư';
  std::size_t place = kAlphabet.find(letter);
  if (place == std::u32string_view::npos) place = kAlphabet.find(base_letter(letter));
  if (place != std::u32string_view::npos) {
    key.push_back(static_cast<char>(kFirstLetter + static_cast<char>(place)));
    return;
  }
  key.push_back(kOtherScript);
  key += to_utf8(std::u32string(1, letter));
}

/// Collects words into a key.
class KeyBuilder {
 public:
  void add_letter(char32_t letter) {
    const char32_t lower = to_lower(letter);
    const TonedLetter split = split_tone(lower);
    append_weight(letters_, split.letter);
    if (split.tone != Tone::level)
      tones_.push_back(static_cast<char>(kFirstTone + static_cast<char>(split.tone)));
    cases_.push_back(lower == letter ? 'a' : 'b');
  }

  void end_word() {
    if (letters_.empty()) return;
    if (tones_.empty()) tones_.push_back(kFirstTone);
    key_ += letters_ + kWordEnd + tones_;
    letters_.clear();
    tones_.clear();
  }

  std::string finish() {
    end_word();
    return key_.empty() ? key_ : key_ + kCases + cases_;
  }

 private:
  std::string letters_;  ///< weights of the word so far
  std::string tones_;
  std::string key_;
  std::string cases_;
};

}  // namespace

std::string sort_key(std::string_view text) {
  const auto composed = to_nfc(text);
  if (!composed) return {};
  const auto code_points = to_code_points(*composed);
  KeyBuilder key;
  for (const char32_t each : *code_points) {
    const CharKind kind = char_kind(each);
    if (kind == CharKind::letter || kind == CharKind::number) key.add_letter(each);
    if (kind == CharKind::other) key.end_word();
  }
  return key.finish();
}

std::string index_letter(std::string_view text) {
  const auto composed = to_nfc(text);
  if (!composed) return {};
  const auto code_points = to_code_points(*composed);
  for (const char32_t each : *code_points) {
    const CharKind kind = char_kind(each);
    if (kind != CharKind::letter && kind != CharKind::number) continue;
    char32_t letter = split_tone(to_lower(each)).letter;
    if (kAlphabet.find(letter) == std::u32string_view::npos) letter = base_letter(letter);
    const std::size_t place = kAlphabet.find(letter);
    if (place < kAlphabet.find(U'a') || place == std::u32string_view::npos) return "#";
    return to_utf8(std::u32string(1, to_upper(letter)));
  }
  return {};
}

std::vector<std::string> index_letters() {
  std::vector<std::string> letters;
  for (const char32_t letter : kAlphabet.substr(kAlphabet.find(U'a')))
    letters.push_back(to_utf8(std::u32string(1, to_upper(letter))));
  return letters;
}

}  // namespace conglang
