#pragma once
// Vietnamese typing on a keyboard without Vietnamese letters: Telex, its W variant, and VNI. Keys go in,
// composed text comes out, and the keys are kept beside it, because Telex changes foreign words (wifi shows
// as wìi) and search should look for both. A value: copying it copies the whole line. It never beeps, guesses
// words or looks anything up; a run of letters that is no Vietnamese syllable is left alone as far as the
// method allows.

#include <cstddef>
#include <string>
#include <vector>

#include "content/text/syllable.h"
#include "content/text/typed_syllable.h"

namespace conglang {

/// How keys become letters.
enum class InputMethod {
  plain,    ///< every key is itself: typing without marks
  telex,    ///< s f r x j z, aa ee oo, aw ow uw, dd
  telex_w,  ///< telex, and w alone is ư, [ is ơ, ] is ư
  vni,      ///< 1-5 tones, 0 no tone, 6 circumflex, 7 horn, 8 breve, 9 đ
};

/// One line of typed text.
class Composer {
 public:
  /// Keys beyond this are refused: far more than any question needs.
  static constexpr std::size_t kMaxKeys = 400;

  explicit Composer(InputMethod method, ToneStyle style = ToneStyle::modern)
      : method_(method), style_(style) {}

  /// Types one character: a Latin letter (accented ones too), a digit, a blank or a punctuation mark. A key
  /// that repeats a tone or mark undoes it and becomes a letter; a new tone or mark replaces the old. False,
  /// and nothing changed, for any other character and when the line is full.
  bool press(char32_t key);

  /// Removes the last character shown; a tone goes with its vowel, or moves to where it now belongs. False
  /// when there is none.
  bool backspace();

  void clear() { pieces_.clear(); }

  /// For the keys to come; what is typed stays.
  void set_method(InputMethod method) { method_ = method; }

  InputMethod method() const { return method_; }
  bool empty() const { return pieces_.empty(); }

  /// What was typed, as Vietnamese, NFC.
  std::string text() const;

  /// The keys behind text(), as UTF-8; those of deleted characters are gone.
  std::string raw() const;

  bool operator==(const Composer&) const = default;

 private:
  /// A word, or one character between words.
  struct Piece {
    bool is_word;
    TypedSyllable typed;
    bool operator==(const Piece&) const = default;
  };

  TypedSyllable& current_word();
  bool is_full() const;

  InputMethod method_;
  ToneStyle style_;
  std::vector<Piece> pieces_;
};

}  // namespace conglang
