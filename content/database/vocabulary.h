#pragma once
// Every word that some name has, and the ways to come near one: its beginning, its sound, one slip of the
// finger. Immutable once made; knows nothing about names or guides.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/database/search_words.h"

namespace conglang::database {

using WordId = std::uint32_t;  ///< place in the vocabulary

class Vocabulary {
 public:
  struct Word {
    SearchWord text;
    double weight = 0.0;  ///< rare words weigh more, fillers nothing
    bool filler = false;  ///< says nothing about the thing sought
  };
  /// From `first` to before `last`.
  struct Range {
    WordId first = 0;
    WordId last = 0;
  };
  using Pair = std::pair<WordId, WordId>;

  Vocabulary() = default;
  /// `words`: each once, by folded, then exact. `neighbours`: words that stand side by side in some name.
  Vocabulary(std::vector<Word> words, const std::vector<Pair>& neighbours);

  const Word& operator[](WordId id) const { return words_[id]; }

  /// The words whose folded form is `folded`; those that begin with it, the same ones first.
  Range whole(std::string_view folded) const;
  Range beginning_with(std::string_view folded) const;

  /// The words that sound like `folded`; those that are one slip away. Rising; the same word included.
  std::vector<WordId> same_sound(std::string_view folded) const;
  std::vector<WordId> one_slip_from(std::string_view folded) const;

  /// True when some name has `first` and then `second`, both folded.
  bool stand_together(std::string_view first, std::string_view second) const;

 private:
  using Keyed = std::pair<std::size_t, WordId>;  // a hash and the first word of a folded form

  template <typename Near>
  std::vector<WordId> words_of(const std::vector<WordId>& heads, const Near& near) const;

  std::vector<Word> words_;
  std::vector<Keyed> by_sound_;    // sorted
  std::vector<Keyed> by_missing_;  // sorted: each form, and each form without one of its letters
  std::vector<Pair> neighbours_;   // sorted, of heads
};

}  // namespace conglang::database
