#pragma once
// What is typed, word by word, and the words of the vocabulary that each may stand for. Whole words count,
// the last one also as a beginning of two letters or more, never the inside of a word. A word that is not
// known is tried as Telex or VNI keys ("giaays"), as two words without their blank ("khaisinh"), and with a
// slip.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content/database/spoken_words.h"
#include "content/database/vocabulary.h"

namespace conglang::database {

inline constexpr std::size_t kMinBeginning = 2;  ///< letters from which a word may be unfinished

struct Match {
  WordId word = 0;
  double quality = 0.0;  ///< 0 to 1: how well the typed word fits
};

/// One typed word.
struct Asked {
  SearchWord text;
  bool filler = false;
  bool open = false;    ///< may be unfinished
  double weight = 0.0;  ///< lost when a name lacks it
  std::vector<Match> matches;

  bool stands_for(WordId word) const;
};

/// Made for one question; the tables must outlive it.
class AskedWords {
 public:
  /// `unknown_weight`: of a word that no name has.
  AskedWords(const Vocabulary& vocabulary, const SpokenWords& spoken, double unknown_weight)
      : vocabulary_(vocabulary), spoken_(spoken), unknown_weight_(unknown_weight) {}

  /// The words of `typed`, each once, at most 16 of its first 400 bytes.
  std::vector<Asked> read(std::string_view typed) const;

  /// Adds the words that sound like `asked` or are one slip away.
  void loosen(Asked& asked) const;

 private:
  Asked understand(SearchWord word, bool open) const;
  void match(Asked& asked) const;
  bool try_keys(Asked& asked) const;
  bool try_two_words(std::vector<Asked>& asked, std::size_t at) const;
  double quality_of(const Asked& asked, const Vocabulary::Word& word, bool exact_exists) const;

  const Vocabulary& vocabulary_;
  const SpokenWords& spoken_;
  double unknown_weight_;
};

/// The words of `typed` that say something, folded, for the full-text table.
std::vector<std::string> telling_words(std::string_view typed, const SpokenWords& spoken);

}  // namespace conglang::database
