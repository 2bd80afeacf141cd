#include "content/text/composer.h"

#include <array>
#include <numeric>
#include <optional>
#include <span>

#include "content/base/utf8.h"

namespace conglang {

namespace {

struct ToneKey {
  char32_t key;
  Tone tone;
};

struct ShorthandKey {
  char32_t key;
  char32_t letter;
};

/// All that a method is.
struct MethodKeys {
  std::span<const ToneKey> tones;
  std::span<const MarkKey> marks;
  std::span<const ShorthandKey> shorthands;
};

constexpr auto kTelexTones = std::to_array<ToneKey>({{U's', Tone::acute},
                                                     {U'f', Tone::grave},
                                                     {U'r', Tone::hook},
                                                     {U'x', Tone::tilde},
                                                     {U'j', Tone::dot},
                                                     {U'z', Tone::level}});
constexpr auto kTelexMarks = std::to_array<MarkKey>({{U'a', U'a', U'â'},
                                                     {U'e', U'e', U'ê'},
                                                     {U'o', U'o', U'ô'},
                                                     {U'w', U'a', U'ă'},
                                                     {U'w', U'o', U'ơ'},
                                                     {U'w', U'u', U'ư'},
                                                     {U'd', U'd', U'đ'}});
constexpr auto kTelexShorthands = std::to_array<ShorthandKey>({{U'w', U'ư'}, {U'[', U'ơ'}, {U']', U'ư'}});

constexpr auto kVniTones = std::to_array<ToneKey>({{U'1', Tone::acute},
                                                   {U'2', Tone::grave},
                                                   {U'3', Tone::hook},
                                                   {U'4', Tone::tilde},
                                                   {U'5', Tone::dot},
                                                   {U'0', Tone::level}});
constexpr auto kVniMarks = std::to_array<MarkKey>({{U'6', U'a', U'â'},
                                                   {U'6', U'e', U'ê'},
                                                   {U'6', U'o', U'ô'},
                                                   {U'7', U'o', U'ơ'},
                                                   {U'7', U'u', U'ư'},
                                                   {U'8', U'a', U'ă'},
                                                   {U'9', U'd', U'đ'}});

MethodKeys keys_of(InputMethod method) {
  switch (method) {
    case InputMethod::plain:
      return {};
    case InputMethod::telex:
      return {kTelexTones, kTelexMarks, {}};
    case InputMethod::telex_w:
      return {kTelexTones, kTelexMarks, kTelexShorthands};
    case InputMethod::vni:
      return {kVniTones, kVniMarks, {}};
  }
  return {};
}

template <typename KeyRow>
const KeyRow* find_key(std::span<const KeyRow> rows, char32_t key) {
  for (const KeyRow& row : rows)
    if (row.key == key) return &row;
  return nullptr;
}

/// True when the method gave `key` a meaning here and it has been carried out.
bool compose(TypedSyllable& word, const MethodKeys& method, char32_t key) {
  const char32_t lower = to_lower(key);
  if (word.was_undone(key)) return false;
  if (const ToneKey* tone = find_key(method.tones, lower))
    return word.apply_tone(key, tone->tone) || word.undo_tone(key, tone->tone);
  if (word.apply_mark(key, method.marks) || word.undo_mark(key, method.marks) || word.undo_shorthand(key))
    return true;
  const ShorthandKey* shorthand = find_key(method.shorthands, lower);
  if (!shorthand || !word.could_append(shorthand->letter)) return false;
  word.append_shorthand(key, shorthand->letter);
  return true;
}

/// Latin letters and the punctuation of running text. None of it combines, so composed text stays NFC;
/// letters whose capital is not a plain one (İ, ǅ) would not come back as they were typed.
bool is_typable(char32_t key) {
  if (to_lower(key) != key && to_upper(to_lower(key)) != key) return false;
  const CharKind kind = char_kind(key);
  if (kind == CharKind::mark || kind == CharKind::format) return false;
  const bool control = key < U' ' || (key >= 0x7F && key < 0xA0);
  const bool latin = key < 0x250 || (key >= 0x1E00 && key < 0x1F00);
  const bool punctuation_or_currency = key >= 0x2010 && key < 0x20C0;
  return (latin && !control) || punctuation_or_currency;
}

bool belongs_to_word(char32_t key, const MethodKeys& method) {
  const CharKind kind = char_kind(key);
  return kind == CharKind::letter || kind == CharKind::number || find_key(method.shorthands, key) != nullptr;
}

}  // namespace

bool Composer::press(char32_t key) {
  if (!is_typable(key) || is_full()) return false;
  const MethodKeys method = keys_of(method_);
  if (!belongs_to_word(key, method)) {
    pieces_.push_back({false, TypedSyllable(style_)});
    pieces_.back().typed.append(key);
    return true;
  }
  TypedSyllable& word = current_word();
  if (!compose(word, method, key)) word.append(key);
  return true;
}

bool Composer::backspace() {
  if (pieces_.empty()) return false;
  pieces_.back().typed.remove_last();
  if (pieces_.back().typed.empty()) pieces_.pop_back();
  return true;
}

std::string Composer::text() const {
  std::u32string text;
  for (const Piece& piece : pieces_) text += piece.typed.text();
  return to_utf8(text);
}

std::string Composer::raw() const {
  std::u32string raw;
  for (const Piece& piece : pieces_) raw += piece.typed.raw();
  return to_utf8(raw);
}

TypedSyllable& Composer::current_word() {
  if (pieces_.empty() || !pieces_.back().is_word) pieces_.push_back({true, TypedSyllable(style_)});
  return pieces_.back().typed;
}

bool Composer::is_full() const {
  const auto add = [](std::size_t sum, const Piece& piece) { return sum + piece.typed.key_count(); };
  return std::accumulate(pieces_.begin(), pieces_.end(), std::size_t{0}, add) >= kMaxKeys;
}

}  // namespace conglang
