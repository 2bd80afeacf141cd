#include "content/database/vocabulary.h"

#include <algorithm>
#include <functional>

namespace conglang::database {
namespace {

std::size_t hash_of(std::string_view text) {
  return std::hash<std::string_view>{}(text);
}

// Two words within one slip of each other share one of these: the word, or the word without one letter.
std::vector<std::size_t> slip_hashes(std::string_view word) {
  std::vector<std::size_t> out{hash_of(word)};
  std::string shorter;
  for (std::size_t at = 0; at < word.size(); ++at) {
    shorter.assign(word.substr(0, at)).append(word.substr(at + 1));
    out.push_back(hash_of(shorter));
  }
  return out;
}

template <typename Value>
void sort_unique(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

template <typename Keyed>
void collect(const std::vector<Keyed>& table, std::size_t hash, std::vector<WordId>& out) {
  for (auto at = std::lower_bound(table.begin(), table.end(), Keyed(hash, 0));
       at != table.end() && at->first == hash; ++at) {
    out.push_back(at->second);
  }
}

}  // namespace

Vocabulary::Vocabulary(std::vector<Word> words, const std::vector<Pair>& neighbours)
    : words_(std::move(words)) {
  std::vector<WordId> heads(words_.size());
  for (WordId id = 0; id < words_.size(); ++id) {
    const std::string& folded = words_[id].text.folded;
    const bool follows = id > 0 && words_[id - 1].text.folded == folded;
    heads[id] = follows ? heads[id - 1] : id;
    if (follows) continue;
    by_sound_.emplace_back(hash_of(sound_key(folded)), id);
    for (const std::size_t hash : slip_hashes(folded)) by_missing_.emplace_back(hash, id);
  }
  sort_unique(by_sound_);
  sort_unique(by_missing_);
  neighbours_.reserve(neighbours.size());
  for (const Pair& pair : neighbours) neighbours_.emplace_back(heads[pair.first], heads[pair.second]);
  sort_unique(neighbours_);
}

Vocabulary::Range Vocabulary::whole(std::string_view folded) const {
  const auto first =
      std::lower_bound(words_.begin(), words_.end(), folded,
                       [](const Word& word, std::string_view key) { return word.text.folded < key; });
  auto last = first;
  while (last != words_.end() && last->text.folded == folded) ++last;
  return {static_cast<WordId>(first - words_.begin()), static_cast<WordId>(last - words_.begin())};
}

Vocabulary::Range Vocabulary::beginning_with(std::string_view folded) const {
  Range range = whole(folded);
  while (range.last < words_.size() && words_[range.last].text.folded.starts_with(folded)) ++range.last;
  return range;
}

template <typename Near>
std::vector<WordId> Vocabulary::words_of(const std::vector<WordId>& heads, const Near& near) const {
  std::vector<WordId> out;
  for (const WordId head : heads) {
    const std::string& folded = words_[head].text.folded;
    if (!near(folded)) continue;
    for (WordId id = head; id < words_.size() && words_[id].text.folded == folded; ++id) out.push_back(id);
  }
  return out;
}

std::vector<WordId> Vocabulary::same_sound(std::string_view folded) const {
  const std::string key = sound_key(folded);
  std::vector<WordId> heads;
  collect(by_sound_, hash_of(key), heads);
  return words_of(heads, [&](const std::string& other) { return sound_key(other) == key; });
}

std::vector<WordId> Vocabulary::one_slip_from(std::string_view folded) const {
  std::vector<WordId> heads;
  for (const std::size_t hash : slip_hashes(folded)) collect(by_missing_, hash, heads);
  sort_unique(heads);
  return words_of(heads, [&](const std::string& other) { return within_one_slip(folded, other); });
}

bool Vocabulary::stand_together(std::string_view first, std::string_view second) const {
  const Range firsts = whole(first);
  const Range seconds = whole(second);
  if (firsts.first == firsts.last || seconds.first == seconds.last) return false;
  return std::binary_search(neighbours_.begin(), neighbours_.end(), Pair(firsts.first, seconds.first));
}

}  // namespace conglang::database
