#pragma once
// How residents say things that official text calls otherwise (synonyms.json): data that search reads.

#include <string>
#include <vector>

namespace conglang::guide {

/// Residents' own words for a thing, and the guides they mean.
struct Synonym {
  std::vector<std::string> words;   ///< "cccd", "chứng minh thư"; a form of two letters counts only alone
  std::vector<std::string> guides;  ///< ids, the likeliest first

  bool operator==(const Synonym&) const = default;
};

/// Words of a region or of short messages for one that official text writes otherwise.
struct Spelling {
  std::vector<std::string> said;  ///< single words that mean nothing else: "sanh"
  std::string meant;              ///< one word or more: "sinh"

  bool operator==(const Spelling&) const = default;
};

/// What search knows beyond the guides themselves.
struct SearchWords {
  std::vector<std::string> fillers;  ///< words that say nothing about the thing sought: "xin", "làm", "cho"
  std::vector<Spelling> spellings;
  std::vector<Synonym> synonyms;

  bool operator==(const SearchWords&) const = default;
};

}  // namespace conglang::guide
