#pragma once
// What residents' words mean to search, from synonyms.json: words that say nothing about the thing sought,
// and spellings of regions and of short messages for words that official text writes otherwise.

#include <map>
#include <string>
#include <vector>

#include "content/database/search_words.h"
#include "content/guide/synonyms.h"

namespace conglang::database {

class SpokenWords {
 public:
  SpokenWords() = default;
  explicit SpokenWords(const guide::SearchWords& words);

  /// "xin", "cho"; without marks too: "cua".
  bool is_filler(const SearchWord& word) const;

  /// `words` with each spelling read as what it means: "má" as "mẹ", "đk" as "đăng ký".
  std::vector<SearchWord> read(std::vector<SearchWord> words) const;

 private:
  std::vector<std::string> fillers_;         // exact, sorted
  std::vector<std::string> folded_fillers_;  // sorted
  std::map<std::string, std::vector<SearchWord>, std::less<>> meant_by_;
};

}  // namespace conglang::database
