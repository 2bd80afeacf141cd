#include "content/database/body_search.h"

#include <cmath>
#include <utility>

namespace conglang::database {
namespace {

constexpr double kBestBodyScore = 0.3;  // below every hit of a name

}  // namespace

Result<std::vector<Hit>> BodySearch::find(const std::vector<std::string>& words, std::size_t limit) {
  std::vector<Hit> hits;
  if (words.empty()) return hits;
  std::string asked;
  for (const std::string& word : words) asked += fmt::format("{}\"{}\"", asked.empty() ? "" : " AND ", word);
  asked += '*';
  const auto most = static_cast<std::int64_t>(limit);
  TRY(Statement rows,
      database_.prepare("SELECT body.id, guide.title FROM body JOIN guide ON guide.id = body.id "
                        "WHERE body MATCH ? ORDER BY bm25(body), body.id LIMIT ?"));
  rows.bind(std::string_view(asked)).bind(most);
  for (;;) {
    TRY(const bool more, rows.step());
    if (!more) return hits;
    const double score = kBestBodyScore / static_cast<double>(hits.size() + 1);
    hits.push_back({Hit::Kind::guide,
                    rows.text(0),
                    rows.text(1),
                    std::round(score * 10000.0) / 10000.0,
                    Hit::Found::body,
                    {}});
  }
}

}  // namespace conglang::database
