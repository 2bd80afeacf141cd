#pragma once
// Text as search compares it. Residents type without marks, official text mixes two tone styles, separate
// tone marks, look-alike letters and odd blanks; folding makes all of it the same plain lower-case words.
// Index and query must both pass through here. Nothing is ranked here, and nothing shown is ever folded.

#include <string>
#include <string_view>
#include <vector>

namespace conglang {

/// `text` without tones, vowel marks, case and punctuation: words of letters and digits, one blank between,
/// none around. "Đăng\u00A0ký  (lại)" folds to "dang ky lai", "60/2014/QH13" to "60 2014 qh13". The
/// look-alike letter ƣ counts as ư; zero-width characters vanish without parting a word. Marks that
/// Vietnamese does not use (č) stay, decomposed. Text that is not UTF-8 folds to nothing.
std::string fold(std::string_view text);

/// `folded` with y written i where an open syllable may be spelled either way: after a consonant (ky, ly,
/// my), after qu, and alone; never in ay, uy, ây, which are other sounds. Makes đăng kí and đăng ký equal.
/// `folded`: what fold() returned.
std::string unify_final_y(std::string_view folded);

/// The words of `folded`, in order; views into it. Vietnamese puts a blank between syllables, so these are
/// the syllables as well, together with codes and numbers.
std::vector<std::string_view> split_words(std::string_view folded);

}  // namespace conglang
