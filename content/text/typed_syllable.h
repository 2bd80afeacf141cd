#pragma once
// One word while it is being typed: letters, one tone, and the keys that made them. Internal to the composer,
// which says what each key means; this keeps letters, tone and keys consistent, so that a deleted letter
// takes its own keys along and the tone always stands where it belongs.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/text/syllable.h"

namespace conglang {

/// A method's way to put a quality mark: `key` turns `letter` into `marked`.
struct MarkKey {
  char32_t key;
  char32_t letter;
  char32_t marked;
};

class TypedSyllable {
 public:
  explicit TypedSyllable(ToneStyle style) : style_(style) {}

  bool empty() const { return letters_.empty(); }
  std::size_t key_count() const { return keys_.size(); }

  /// The composed text, NFC.
  std::u32string text() const;
  /// The keys that are still behind it, in the order typed.
  std::u32string raw() const;

  /// Adds the character `key` itself, with the tone it may carry.
  void append(char32_t key);
  /// Adds `letter`, which `key` stands for when alone (w for ư).
  void append_shorthand(char32_t key, char32_t letter);
  /// Sets the tone if the syllable can take it. Tone::level removes one. False: nothing changed.
  bool apply_tone(char32_t key, Tone tone);
  /// Sets the first of the marks of `key` that leads towards a syllable; in a word that is none, only on the
  /// last letter. `marks`: all those of the method. False: nothing changed.
  bool apply_mark(char32_t key, std::span<const MarkKey> marks);
  /// Takes back what the same key did before and adds the key as a letter. False: there is nothing to undo.
  bool undo_tone(char32_t key, Tone tone);
  bool undo_mark(char32_t key, std::span<const MarkKey> marks);
  bool undo_shorthand(char32_t key);
  /// True once `key` was undone: it is a plain letter for the rest of the word.
  bool was_undone(char32_t key) const;
  /// True when `letter` could follow.
  bool could_append(char32_t letter) const;
  /// Removes the last letter shown, with its keys and, if it carries the tone, the tone.
  void remove_last();

  bool operator==(const TypedSyllable&) const = default;

 private:
  enum class Role { letter, shorthand, mark, tone, undone };
  struct Key {
    char32_t key;
    Role role;
    std::size_t owner;  ///< the letter it went into; unused for a tone, which moves
    bool operator==(const Key&) const = default;
  };

  void append_letter(char32_t key, char32_t letter, Role role);
  bool try_letters(const std::u32string& marked, char32_t key);
  bool mark_pair(char32_t key, std::span<const MarkKey> marks);
  bool mark_last(char32_t key, std::span<const MarkKey> marks);
  void undo_into_letter(char32_t key, Role role);
  void complete_horns();
  void settle_tone();
  std::optional<std::size_t> find_u_before_o() const;
  bool has_key(char32_t key, Role role) const;
  bool is_shorthand(std::size_t letter) const;

  ToneStyle style_;
  std::u32string letters_;     ///< lower case, without tone
  std::vector<bool> capital_;  ///< of each letter
  Tone tone_ = Tone::level;
  std::size_t tone_at_ = 0;
  std::vector<Key> keys_;
};

}  // namespace conglang
