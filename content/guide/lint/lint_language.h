#pragma once
// Whether a nine-year-old can read it (fourth grade, lớp 4), by what can be counted in Vietnamese: its words
// are written syllable by syllable, so the syllable ("tiếng", what stands between blanks) is the unit.
//
// The thresholds and where they come from:
// - A sentence has at most 22 syllables (judgement: read aloud at four to five syllables a second it is one
//   breath of five seconds; the longest plain sentence of the starter guides has 22).
// - The whole file stays at grade 4 or below: grade = 2 WL + 0.2 SL - 6, with WL the mean letters of a
//   syllable and SL the mean syllables of a sentence (after Nguyen and Henkin, "A Readability Formula for
//   Vietnamese", Journal of Reading 26, 1982; the coefficients are recalled). The starter guides lie near 2,
//   the portal's own wording far above 4.
// - Office words, mostly long Sino-Vietnamese ones, have an everyday word beside them in plain_words.cpp
//   (judgement: words that a primary reader does not hold and that a village clerk would say otherwise).
// Official names of procedures and laws are quoted, not written by us: they are left out.

#include <string_view>

#include "content/guide/json_document.h"
#include "content/guide/lint/report.h"

namespace conglang::guide {

inline constexpr int kMaxSyllables = 22;
inline constexpr double kMaxGrade = 4.0;
inline constexpr int kLeastSyllables = 40;  ///< a shorter file has no meaningful mean

/// Rules sentence-long, reading-hard, word-hard, on the Vietnamese of every text.
void lint_language(const Document& document, Report& report);

/// Rule translation-missing: every text that has Vietnamese has English.
void lint_translations(const Document& document, Report& report);

struct Readability {
  int sentences = 0;
  int syllables = 0;
  int letters = 0;

  bool operator==(const Readability&) const = default;
};

/// The school grade that reads a text of these counts; `syllables` and `sentences` above 0.
double reading_grade(const Readability& counts);

}  // namespace conglang::guide
