#include "content/text/fold.h"

#include <algorithm>

#include "content/base/utf8.h"

namespace conglang {

namespace {

constexpr std::u32string_view kVietnameseMarks =
    U"\u0300\u0301\u0303\u0309\u0323"  // huyền sắc ngã hỏi nặng
    U"\u0302\u0306\u031B";             // circumflex, breve, horn

bool is_vietnamese_mark(char32_t each) {
  return kVietnameseMarks.find(each) != std::u32string_view::npos;
}

/// Letters without a decomposition, and the look-alike of ư (U+01A3, used for it in old fonts).
char32_t plain_letter(char32_t lower) {
  if (lower == U'\u0111') return U'd';
  if (lower == U'\u01A3') return U'u';
  return lower;
}

bool is_consonant(char each) {
  constexpr std::string_view kVowels = "aeiouy";
  return each >= 'a' && each <= 'z' && kVowels.find(each) == std::string_view::npos;
}

bool ends_in_free_y(std::string_view word) {
  if (!word.ends_with('y')) return false;
  const std::string_view before = word.substr(0, word.size() - 1);
  return before.empty() || before == "qu" || std::ranges::all_of(before, is_consonant);
}

}  // namespace

std::string fold(std::string_view text) {
  const auto decomposed = to_nfd(text);
  if (!decomposed) return {};
  const auto code_points = to_code_points(*decomposed);
  std::u32string folded;
  bool between_words = false;
  for (const char32_t each : *code_points) {
    const CharKind kind = char_kind(each);
    if (kind == CharKind::format || is_vietnamese_mark(each)) continue;
    if (kind == CharKind::other) {
      between_words = true;
      continue;
    }
    if (between_words && !folded.empty()) folded.push_back(U' ');
    between_words = false;
    folded.push_back(plain_letter(to_lower(each)));
  }
  return to_utf8(folded);
}

std::string unify_final_y(std::string_view folded) {
  std::string unified(folded);
  for (const std::string_view word : split_words(folded)) {
    if (!ends_in_free_y(word)) continue;
    const auto end = static_cast<std::size_t>(word.data() - folded.data()) + word.size();
    unified[end - 1] = 'i';
  }
  return unified;
}

std::vector<std::string_view> split_words(std::string_view folded) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    if (end > 0) words.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

}  // namespace conglang
