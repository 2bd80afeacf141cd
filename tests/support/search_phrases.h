#pragma once
// What residents type and the guides they mean (tests/data), and how often a search finds them.

#include <string>
#include <string_view>
#include <vector>

namespace conglang::testing {

struct Phrase {
  std::string query;
  std::vector<std::string> expected;  ///< any of these is right; none: nothing may be found
};

/// The list `list` of tests/data/`file`. Empty when the file is not as it should be.
std::vector<Phrase> read_phrases(const std::string& file, const std::string& list);

/// The place of the first of `found` that is right, from 0; found.size() when none is, and 1 when something
/// was found although nothing should be.
std::size_t place_of(const std::vector<std::string>& found, const Phrase& phrase);

struct Figures {
  std::size_t asked = 0;
  std::size_t first = 0;
  std::size_t top_three = 0;
  double reciprocal_ranks = 0.0;

  /// Counts one phrase and what was found for it; true when the first hit is right.
  bool add(const std::vector<std::string>& found, const Phrase& phrase);

  /// "159 phrases, first 83.6 %, in the first three 95.0 %, mean reciprocal rank 0.891"
  std::string text() const;
};

}  // namespace conglang::testing
