#include "content/database/search.h"

#include <algorithm>
#include <utility>

#include "content/database/body_search.h"
#include "content/database/title_index.h"
#include "content/text/fold.h"

namespace conglang::database {
namespace {

constexpr double kTooLittle = 0.5;  // a best name below this: bodies are asked too

}  // namespace

Search::Search(std::unique_ptr<TitleIndex> titles, std::unique_ptr<BodySearch> bodies)
    : titles_(std::move(titles)), bodies_(std::move(bodies)) {}
Search::Search(Search&&) noexcept = default;
Search& Search::operator=(Search&&) noexcept = default;
Search::~Search() = default;

Result<Search> Search::open(const std::filesystem::path& path) {
  TRY(const Stored stored, load(path));
  return over(stored.content, path);
}

Result<Search> Search::over(const guide::Content& content, const std::filesystem::path& path) {
  auto database = Connection::immutable(path);
  if (!database) return with_context(database.error(), path.string());
  return Search(std::make_unique<TitleIndex>(content.guides, content.catalogue.entries, content.search_words),
                std::make_unique<BodySearch>(std::move(*database)));
}

Result<std::vector<Hit>> Search::find(std::string_view typed, std::size_t limit) const {
  std::vector<Hit> hits = titles_->find(typed, limit);
  if (!hits.empty() && hits[0].score >= kTooLittle) return hits;
  TRY(std::vector<Hit> bodies, bodies_->find(titles_->telling_words(typed), limit));
  for (Hit& hit : bodies) {
    const auto same = [&](const Hit& other) { return other.id == hit.id; };
    if (hits.size() < limit && std::none_of(hits.begin(), hits.end(), same)) hits.push_back(std::move(hit));
  }
  return hits;
}

bool Search::knows(std::string_view folded) const {
  return titles_->has_word(unify_final_y(folded));
}

}  // namespace conglang::database
