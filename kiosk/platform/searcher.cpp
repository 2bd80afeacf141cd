#include "kiosk/platform/searcher.h"

#include <algorithm>

namespace conglang::platform {
namespace {

kiosk::SearchHit to_model(database::Hit&& hit) {
  kiosk::SearchHit out;
  out.kind = hit.kind == database::Hit::Kind::guide ? kiosk::SearchHit::Kind::guide
                                                    : kiosk::SearchHit::Kind::procedure;
  out.id = std::move(hit.id);
  out.title = std::move(hit.title);
  out.score = hit.score;
  for (const database::Span& span : hit.marked) out.marked.push_back({span.begin, span.length});
  return out;
}

// Adds to `hits` what is not there yet, and takes the better of what is.
void merge(std::vector<database::Hit>& hits, std::vector<database::Hit> others) {
  for (database::Hit& other : others) {
    const auto same = std::ranges::find(hits, other.id, &database::Hit::id);
    if (same == hits.end()) {
      hits.push_back(std::move(other));
    } else if (other.score > same->score) {
      *same = std::move(other);
    }
  }
  std::ranges::stable_sort(hits, std::ranges::greater{}, &database::Hit::score);
  if (hits.size() > database::kUsualHits) hits.resize(database::kUsualHits);
}

}  // namespace

Result<void> Searcher::prepare(const guide::Content& content, const std::filesystem::path& path) {
  search_.reset();
  TRY(database::Search search, database::Search::over(content, path));
  search_.emplace(std::move(search));
  return {};
}

Result<kiosk::SearchResults> Searcher::answer(const kiosk::Search& asked) const {
  kiosk::SearchResults results{asked.composed, {}};
  if (!search_) return results;
  TRY(std::vector<database::Hit> hits, search_->find(asked.composed));
  if (asked.raw != asked.composed) {
    TRY(std::vector<database::Hit> by_keys, search_->find(asked.raw));
    merge(hits, std::move(by_keys));
  }
  for (database::Hit& hit : hits) results.hits.push_back(to_model(std::move(hit)));
  return results;
}

std::vector<std::string> Searcher::known(std::vector<std::string> words) const {
  std::erase_if(words, [&](const std::string& word) { return !search_ || !search_->knows(word); });
  return words;
}

}  // namespace conglang::platform
