#include "content/guide/lint/lint_language.h"

#include <algorithm>
#include <array>
#include <vector>

#include "content/base/utf8.h"
#include "content/guide/lint/json_walk.h"
#include "content/guide/lint/plain_words.h"

namespace conglang::guide {
namespace {

constexpr std::array<std::string_view, 5> kQuoted{"/officialName", "/codes/name", "/legalResources/title",
                                                  "/changeNote", "/provenance"};

// Names that others gave, and what only staff read.
bool is_quoted(std::string_view pointer) {
  const std::string place = without_indices(pointer);
  return std::any_of(kQuoted.begin(), kQuoted.end(),
                     [&](std::string_view end) { return std::string_view(place).ends_with(end); });
}

bool ends_sentence(std::string_view word) {
  while (word.ends_with('"') || word.ends_with(')')) word.remove_suffix(1);
  return word.ends_with('.') || word.ends_with('!') || word.ends_with('?') || word.ends_with(';') ||
         word.ends_with("…");
}

int letters_of(std::string_view word) {
  const auto points = to_code_points(word);
  if (!points) return 0;
  return static_cast<int>(std::count_if(points->begin(), points->end(),
                                        [](char32_t c) { return char_kind(c) == CharKind::letter; }));
}

struct Sentence {
  std::string_view words;
  int syllables = 0;
};

// The sentences of `text`; adds what they hold to `counts`. A dash alone is no syllable.
std::vector<Sentence> sentences_of(std::string_view text, Readability& counts) {
  std::vector<Sentence> sentences;
  std::size_t first = 0;
  Sentence current;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const int letters = letters_of(word);
    const bool digits = word.find_first_of("0123456789") != std::string_view::npos;
    if (letters > 0 || digits) ++current.syllables;
    counts.letters += letters;
    const bool last = end == text.size();
    if ((ends_sentence(word) || last) && current.syllables > 0) {
      current.words = text.substr(first, end - first);
      counts.syllables += current.syllables;
      ++counts.sentences;
      sentences.push_back(current);
      current = {};
      first = end + 1;
    }
    at = end + 1;
  }
  return sentences;
}

// The first words of a long sentence, to find it by.
std::string beginning_of(std::string_view sentence) {
  std::size_t end = 0;
  for (int words = 0; words < 6 && end != std::string_view::npos; ++words) end = sentence.find(' ', end + 1);
  return std::string(sentence.substr(0, end));
}

void lint_sentences(std::string_view text, const std::string& pointer, Readability& counts, Report& report) {
  for (const Sentence& sentence : sentences_of(text, counts)) {
    if (sentence.syllables <= kMaxSyllables) continue;
    report.add(RuleId::sentence_long, pointer,
               fmt::format("câu \"{}…\" dài {} tiếng, quá {}; tách thành hai câu",
                           beginning_of(sentence.words), sentence.syllables, kMaxSyllables));
  }
}

void lint_words(std::string_view text, const std::string& pointer, Report& report) {
  for (const PlainWord& word : hard_words_in(text)) {
    report.add(RuleId::word_hard, pointer,
               fmt::format("\"{}\" là chữ công văn; thay bằng \"{}\"", word.hard, word.plain));
  }
}

}  // namespace

double reading_grade(const Readability& counts) {
  const double word_length = static_cast<double>(counts.letters) / counts.syllables;
  const double sentence_length = static_cast<double>(counts.syllables) / counts.sentences;
  return 2 * word_length + 0.2 * sentence_length - 6;
}

void lint_language(const Document& document, Report& report) {
  Readability counts;
  for_each_text(document.root, [&](const nlohmann::json& text, const std::string& pointer) {
    if (is_quoted(pointer)) return;
    const std::string_view vi = string_member(text, "vi");
    lint_sentences(vi, pointer + "/vi", counts, report);
    lint_words(vi, pointer + "/vi", report);
  });
  if (counts.syllables < kLeastSyllables) return;
  const double grade = reading_grade(counts);
  if (grade <= kMaxGrade) return;
  report.add(
      RuleId::reading_hard, "",
      fmt::format("cả bài khó đọc (cỡ lớp {:.1f}, cần không quá lớp {:.0f}): câu trung bình {:.0f} tiếng; "
                  "viết câu ngắn hơn, chữ thường ngày hơn",
                  grade, kMaxGrade, static_cast<double>(counts.syllables) / counts.sentences));
}

void lint_translations(const Document& document, Report& report) {
  for_each_text(document.root, [&](const nlohmann::json& text, const std::string& pointer) {
    if (is_quoted(pointer) || text.contains("en")) return;
    report.add(RuleId::translation_missing, pointer, "chưa có tiếng Anh; thêm \"en\" bên cạnh \"vi\"");
  });
}

}  // namespace conglang::guide
