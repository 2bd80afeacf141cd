// Content from a folder: a USB stick with the tree of the one repository, or with one tree for each.

#include <algorithm>
#include <memory>
#include <utility>

#include "sync/agent/agent.h"
#include "sync/client/file_fetcher.h"
#include "sync/tuf/limits.h"

namespace conglang::agent {

namespace fs = std::filesystem;

struct Agent::Tree {
  std::unique_ptr<client::FileFetcher> fetcher;
  std::strong_ordering age = std::strong_ordering::greater;  // beside what is here
};

// The tree's timestamp beside the stored one. Not verified: it decides alone how a refusal is told.
Result<Agent::Tree> Agent::look_at(Follower& follower, const fs::path& folder) const {
  Tree tree{std::make_unique<client::FileFetcher>(folder)};
  TRY(const client::FetchedBytes fetched,
      client::fetch_bytes(*tree.fetcher, {.path = "metadata/timestamp.json",
                                          .max_bytes = tuf::kMaxTimestampBytes,
                                          .offset = 0,
                                          .known_tag = {}}));
  TRY(const auto there, tuf::parse_timestamp(fetched.bytes));
  const auto stored = follower.metadata().load("timestamp");
  if (!stored) return tree;
  const auto here = tuf::parse_timestamp(*stored);
  if (here) tree.age = there.content.version <=> here->content.version;
  return tree;
}

Result<Imported> Agent::import_tree(const fs::path& folder, Instant system) {
  std::vector<Tree> trees;
  std::vector<Asked> asked;
  const bool several = followers_.size() > 1;
  for (Follower& follower : followers_) {
    const fs::path place = several ? folder / follower.name() : folder;
    auto tree = look_at(follower, place);
    if (!tree && several && tree.error().code == Errc::not_found) continue;
    if (!tree) return with_context(tree.error(), place.string() + ": holds no repository");
    if (tree->age >= 0) asked.push_back({&follower, tree->fetcher.get()});
    trees.push_back(std::move(*tree));
  }
  if (trees.empty()) {
    return fail(Errc::not_found, "{}: holds no repository: a folder {} with its tree is expected",
                folder.string(), followers_.front().name());
  }
  auto done = asked.empty() ? Result<void>() : attempt(asked, system);
  const bool none_newer = std::ranges::none_of(trees, [](const Tree& tree) { return tree.age > 0; });
  const bool as_old = !done && done.error().code == Errc::expired && none_newer && generations_.active();
  if (asked.empty() || as_old) {
    surroundings_.say(fmt::format("{}: holds nothing newer than what is here", folder.string()));
    return Imported::kept;
  }
  if (!done) return with_context(std::move(done).error(), folder.string());
  return Imported::taken;
}

}  // namespace conglang::agent
