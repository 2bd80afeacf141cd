#include "content/database/spoken_words.h"

#include <algorithm>
#include <utility>

namespace conglang::database {

SpokenWords::SpokenWords(const guide::SearchWords& words) {
  for (const std::string& filler : words.fillers) {
    for (SearchWord& word : search_words(filler)) {
      fillers_.push_back(std::move(word.exact));
      folded_fillers_.push_back(std::move(word.folded));
    }
  }
  std::sort(fillers_.begin(), fillers_.end());
  std::sort(folded_fillers_.begin(), folded_fillers_.end());
  for (const guide::Spelling& spelling : words.spellings) {
    for (const std::string& said : spelling.said) {
      for (const SearchWord& word : search_words(said)) meant_by_[word.exact] = search_words(spelling.meant);
    }
  }
}

bool SpokenWords::is_filler(const SearchWord& word) const {
  if (std::binary_search(fillers_.begin(), fillers_.end(), word.exact)) return true;
  return word.exact == word.folded &&
         std::binary_search(folded_fillers_.begin(), folded_fillers_.end(), word.folded);
}

std::vector<SearchWord> SpokenWords::read(std::vector<SearchWord> words) const {
  std::vector<SearchWord> out;
  out.reserve(words.size());
  for (SearchWord& word : words) {
    const auto found = meant_by_.find(word.exact);
    if (found == meant_by_.end()) {
      out.push_back(std::move(word));
    } else {
      out.insert(out.end(), found->second.begin(), found->second.end());
    }
  }
  return out;
}

}  // namespace conglang::database
