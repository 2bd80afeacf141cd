#pragma once
// What a Vietnamese syllable looks like: its letters, the rimes that exist, and where its tone is written.
// Rules and data only; the composer, the sort order and the tests are built on them. Letters are lower case
// here and carry their quality (ê, ư, đ) but never a tone, which belongs to the syllable.

#include <cstddef>
#include <optional>
#include <string_view>

namespace conglang {

/// The six tones in dictionary order: ngang, huyền, hỏi, ngã, sắc, nặng.
enum class Tone { level, grave, hook, tilde, acute, dot };

/// Where open oa, oe and uy carry their tone; everything else is written alike in both.
enum class ToneStyle {
  modern,       ///< on the second letter: hoà, khoẻ, thuỷ
  traditional,  ///< on the first: hòa, khỏe, thủy
};

/// A letter and the tone written on it.
struct TonedLetter {
  char32_t letter = 0;
  Tone tone = Tone::level;
};

/// ệ is ê with the tone dot; a letter that carries none is itself. `lower`: one lower-case code point.
TonedLetter split_tone(char32_t lower);

/// The opposite of split_tone; a letter that cannot carry a tone comes back as it is.
char32_t with_tone(char32_t letter, Tone tone);

/// The letter below the quality mark: a for ă and â, e, o, u likewise, d for đ; any other letter is itself.
char32_t without_mark(char32_t letter);

/// True for the twelve vowel letters.
bool is_vowel(char32_t letter);

/// True while `letters` can still grow into a syllable that exists. A letter without its mark stands for the
/// marked one too, since the mark may be typed later: "vie" may become việt.
bool may_become_syllable(std::u32string_view letters);

/// True when a final p, t, c or ch closes the syllable: it then takes only the tones acute and dot.
bool ends_in_stop(std::u32string_view letters);

/// Which of `letters` carries the tone; nothing without a vowel. Of a run that is no syllable the first group
/// of vowels is taken.
std::optional<std::size_t> tone_position(std::u32string_view letters, ToneStyle style);

}  // namespace conglang
