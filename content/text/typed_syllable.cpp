#include "content/text/typed_syllable.h"

#include <algorithm>

#include "content/base/utf8.h"

namespace conglang {

namespace {

/// What `key` makes of `letter`, whatever mark that has already.
std::optional<char32_t> marked_by(char32_t key, char32_t letter, std::span<const MarkKey> marks) {
  for (const MarkKey& mark : marks)
    if (mark.key == to_lower(key) && mark.letter == without_mark(letter)) return mark.marked;
  return std::nullopt;
}

bool is_horned(char32_t letter) {
  return letter == U'ư' || letter == U'ơ';
}

/// Where uơ is a rime of its own (huơ, khuơ, thuở), an open uo gets one horn at first.
bool may_end_in_single_horn(std::u32string_view initial) {
  return initial.empty() || initial == U"h" || initial == U"kh" || initial == U"th";
}

}  // namespace

std::u32string TypedSyllable::text() const {
  std::u32string shown = letters_;
  if (!shown.empty()) shown[tone_at_] = with_tone(shown[tone_at_], tone_);
  for (std::size_t i = 0; i < shown.size(); ++i)
    if (capital_[i]) shown[i] = to_upper(shown[i]);
  return shown;
}

std::u32string TypedSyllable::raw() const {
  std::u32string raw;
  for (const Key& each : keys_) raw.push_back(each.key);
  return raw;
}

void TypedSyllable::append_letter(char32_t key, char32_t letter, Role role) {
  keys_.push_back({key, role, letters_.size()});
  const char32_t lower = to_lower(letter);
  const bool capital = to_lower(key) != key && to_upper(lower) != lower;
  letters_.push_back(lower);
  capital_.push_back(capital);
  complete_horns();
  settle_tone();
}

void TypedSyllable::append(char32_t key) {
  const TonedLetter split = split_tone(to_lower(key));
  append_letter(key, split.letter, Role::letter);
  if (split.tone == Tone::level) return;
  tone_ = split.tone;
  tone_at_ = letters_.size() - 1;
  settle_tone();
}

void TypedSyllable::append_shorthand(char32_t key, char32_t letter) {
  append_letter(key, letter, Role::shorthand);
}

bool TypedSyllable::apply_tone(char32_t key, Tone tone) {
  if (tone == tone_ || std::ranges::none_of(letters_, is_vowel)) return false;
  if (tone != Tone::level) {
    if (!may_become_syllable(letters_)) {
      if (!is_vowel(letters_.back())) return false;
      tone_at_ = letters_.size() - 1;
    } else if (ends_in_stop(letters_) && tone != Tone::acute && tone != Tone::dot) {
      return false;
    }
  }
  tone_ = tone;
  keys_.push_back({key, Role::tone, 0});
  return true;
}

bool TypedSyllable::try_letters(const std::u32string& marked, char32_t key) {
  if (marked == letters_ || !may_become_syllable(marked)) return false;
  const auto first_change = std::ranges::mismatch(letters_, marked).in1 - letters_.begin();
  keys_.push_back({key, Role::mark, static_cast<std::size_t>(first_change)});
  letters_ = marked;
  settle_tone();
  return true;
}

bool TypedSyllable::mark_pair(char32_t key, std::span<const MarkKey> marks) {
  const auto u = find_u_before_o();
  const auto marked_o = marked_by(key, U'o', marks);
  if (!u || !marked_o) return false;
  const auto marked_u = marked_by(key, U'u', marks);
  std::u32string marked = letters_;
  marked[*u + 1] = *marked_o;
  const bool open = *u + 2 == letters_.size();
  const bool single =
      marked_u && open && letters_[*u] == U'u' && may_end_in_single_horn(letters_.substr(0, *u));
  if (single && try_letters(marked, key)) return true;
  marked[*u] = marked_u.value_or(U'u');
  return try_letters(marked, key);
}

bool TypedSyllable::mark_last(char32_t key, std::span<const MarkKey> marks) {
  const auto marked = marked_by(key, letters_.back(), marks);
  if (!marked || *marked == letters_.back()) return false;
  letters_.back() = *marked;
  keys_.push_back({key, Role::mark, letters_.size() - 1});
  return true;
}

bool TypedSyllable::apply_mark(char32_t key, std::span<const MarkKey> marks) {
  if (letters_.empty()) return false;
  if (!may_become_syllable(letters_)) return mark_last(key, marks);
  if (mark_pair(key, marks)) return true;
  for (std::size_t i = letters_.size(); i-- > 0;) {
    const auto letter = marked_by(key, letters_[i], marks);
    if (!letter) continue;
    std::u32string marked = letters_;
    marked[i] = *letter;
    if (try_letters(marked, key)) return true;
  }
  return false;
}

void TypedSyllable::undo_into_letter(char32_t key, Role role) {
  for (Key& each : keys_) {
    if (each.role != role || to_lower(each.key) != to_lower(key)) continue;
    each.role = Role::undone;
    each.owner = letters_.size();
  }
  append_letter(key, key, Role::letter);
}

bool TypedSyllable::undo_tone(char32_t key, Tone tone) {
  if (tone == Tone::level || tone != tone_ || !has_key(key, Role::tone)) return false;
  tone_ = Tone::level;
  undo_into_letter(key, Role::tone);
  return true;
}

bool TypedSyllable::undo_mark(char32_t key, std::span<const MarkKey> marks) {
  if (!has_key(key, Role::mark)) return false;
  const bool anywhere = may_become_syllable(letters_);
  bool found = false;
  for (std::size_t i = anywhere ? 0 : letters_.size() - 1; i < letters_.size(); ++i) {
    if (marked_by(key, letters_[i], marks) != letters_[i] || is_shorthand(i)) continue;
    letters_[i] = without_mark(letters_[i]);
    found = true;
  }
  if (found) undo_into_letter(key, Role::mark);
  return found;
}

bool TypedSyllable::undo_shorthand(char32_t key) {
  if (letters_.empty() || !is_shorthand(letters_.size() - 1) || !has_key(key, Role::shorthand)) return false;
  letters_.pop_back();
  capital_.pop_back();
  undo_into_letter(key, Role::shorthand);
  return true;
}

bool TypedSyllable::was_undone(char32_t key) const {
  return has_key(key, Role::undone);
}

bool TypedSyllable::could_append(char32_t letter) const {
  return may_become_syllable(letters_ + letter);
}

void TypedSyllable::remove_last() {
  const std::size_t last = letters_.size() - 1;
  const bool takes_tone = tone_at_ == last;
  std::erase_if(keys_,
                [&](const Key& each) { return each.role == Role::tone ? takes_tone : each.owner == last; });
  letters_.pop_back();
  capital_.pop_back();
  if (takes_tone) {
    tone_ = Tone::level;
    tone_at_ = 0;
  }
  settle_tone();
}

/// ưo and uơ become ươ as soon as a letter follows: nothing else can be meant.
void TypedSyllable::complete_horns() {
  const auto u = find_u_before_o();
  if (!u || *u + 2 == letters_.size() || is_horned(letters_[*u]) == is_horned(letters_[*u + 1])) return;
  std::u32string horned = letters_;
  horned[*u] = U'ư';
  horned[*u + 1] = U'ơ';
  if (!may_become_syllable(horned)) return;
  letters_ = horned;
  // The key of the one horn now stands behind both, and the first letter outlives the second.
  for (Key& each : keys_)
    if (each.role == Role::mark && each.owner == *u + 1) each.owner = *u;
}

/// In a word that is no syllable the tone stays where it was put.
void TypedSyllable::settle_tone() {
  if (!may_become_syllable(letters_)) return;
  if (const auto position = tone_position(letters_, style_)) tone_at_ = *position;
}

std::optional<std::size_t> TypedSyllable::find_u_before_o() const {
  for (std::size_t i = 0; i + 1 < letters_.size(); ++i)
    if (without_mark(letters_[i]) == U'u' && without_mark(letters_[i + 1]) == U'o') return i;
  return std::nullopt;
}

bool TypedSyllable::has_key(char32_t key, Role role) const {
  return std::ranges::any_of(
      keys_, [&](const Key& each) { return each.role == role && to_lower(each.key) == to_lower(key); });
}

bool TypedSyllable::is_shorthand(std::size_t letter) const {
  return std::ranges::any_of(
      keys_, [&](const Key& each) { return each.role == Role::shorthand && each.owner == letter; });
}

}  // namespace conglang
