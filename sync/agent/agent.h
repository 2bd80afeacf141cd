#pragma once
// One machine's agent: fetches, verifies, builds, turns to the new content, and says how it went. It never
// takes away what is on the screen. With several repositories each is asked by itself, and trouble with one
// leaves its part of the screen as it is while the others' go on.

#include <compare>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/agent/follower.h"
#include "sync/agent/kiosk_config.h"
#include "sync/agent/progress_report.h"
#include "sync/agent/status.h"
#include "sync/client/blob_store.h"
#include "sync/client/data_folder.h"
#include "sync/client/fetcher.h"
#include "sync/client/generations.h"
#include "sync/client/repository_map.h"
#include "sync/client/update.h"

namespace conglang::agent {

struct Surroundings {
  std::filesystem::path data;
  std::string version;                        ///< of this program; another one builds the database anew
  Instant built;                              ///< when this program was made: it cannot be earlier now
  std::function<void(std::string_view)> say;  ///< takes each step as a sentence for the operator
  ProgressReport::Terminal terminal = ProgressReport::Terminal::none;
};

/// By the name of the repository that each fetches.
using Fetchers = std::map<std::string, client::Fetcher*, std::less<>>;

enum class Imported {
  taken,  ///< what the folder holds is verified and, if it was new, on the screen
  kept,   ///< what this machine has is as new or newer
};

class Agent {
 public:
  /// Takes the data folder for itself. Each repository of `map` has a fetcher in `fetchers`, which outlives
  /// the agent. Errors: conflict, another agent has the folder; not_found, there is no such folder; io,
  /// no_space.
  static Result<std::unique_ptr<Agent>> open(Surroundings surroundings, client::RepositoryMap map,
                                             const Fetchers& fetchers);
  /// The same for a machine of one repository.
  static Result<std::unique_ptr<Agent>> open(Surroundings surroundings, client::Fetcher& fetcher);

  /// One try of every repository, whose outcome is also in the status file. `system`: the clock as it stands.
  /// Errors: not_found, parse, invalid (kiosk.json, sync.json, the roots); Follower::update's, of the first
  /// that failed: what the others brought is on the screen all the same; Generations::activate's. What is
  /// active then stays active.
  Result<void> try_once(Instant system);

  /// The same for the repositories named; the others stay as they are.
  Result<void> try_some(const std::vector<std::string>& names, Instant system);

  const std::vector<Follower>& followers() const { return followers_; }

  /// The same from a folder: a USB stick with the one repository's tree, or with a tree NAME/ for each
  /// repository that it brings. A tree that is older than what is here, or as old and expired, changes
  /// nothing and is no error. Errors: as try_once; not_found, no tree is there.
  Result<Imported> import_tree(const std::filesystem::path& tree, Instant system);

  /// Puts the content before the active one back on the screen; the active one is not taken again until
  /// something else is published. Errors: Generations::turn_back's; what is active then stays active.
  Result<void> turn_back(Instant system);

 private:
  // A follower and where it is to fetch this time.
  struct Asked {
    Follower* follower;
    client::Fetcher* fetcher;
  };
  struct Tree;

  Agent(Surroundings surroundings, client::RepositoryMap map, client::DataLock lock, client::BlobStore blobs,
        std::vector<Follower> followers);

  Result<void> attempt(const std::vector<Asked>& asked, Instant system);
  Result<void> sync(const std::vector<Asked>& asked, Instant now);
  Result<void> tell(Instant now);
  Result<void> ask_each(const std::vector<Asked>& asked, const Wish& wish, const client::FileSet& active);
  void note_left_out();
  void report_clock(const std::vector<Asked>& asked, Instant system, Result<void>& done);
  client::FileSet all_files(const client::FileSet& active) const;
  void use_settings(const client::FileSet& files, const KioskConfig& config, Instant now);
  Result<void> use(const client::FileSet& files, const std::optional<client::Generation>& active,
                   const std::string& commune, Instant now);
  Result<Tree> look_at(Follower& follower, const std::filesystem::path& folder) const;
  Result<void> activate(const client::FileSet& files, const std::string& commune, const std::string& recipe,
                        Instant now, Instant published);
  std::string recipe_for(const std::string& commune) const;
  std::optional<client::Generation> inspected(Instant now, const std::string& commune);
  void inspect_blobs(const client::Generation& active);
  void inspect_previous(std::int64_t number, const std::string& commune);
  Result<void> mend(const std::optional<client::Generation>& active, const std::string& commune, Instant now,
                    const Result<void>& why_not_anew);
  Instant published_at(Instant now) const;

  Surroundings surroundings_;
  client::RepositoryMap map_;
  client::DataLock lock_;
  client::BlobStore blobs_;
  client::Generations generations_;
  client::TimeFloor floor_;
  std::vector<Follower> followers_;
  Status status_;
  Status told_;  // what others were last told
  std::size_t fetched_ = 0;
  std::optional<Instant> inspected_at_;
  bool unsound_ = false;           // the active database cannot be read
  bool said_nothing_new_ = false;  // once is enough for the operator's log
};

}  // namespace conglang::agent
