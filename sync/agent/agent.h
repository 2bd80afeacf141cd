#pragma once
// One machine's agent: fetches, verifies, builds, turns to the new content, and says how it went. It never
// takes away what is on the screen.

#include <compare>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/agent/status.h"
#include "sync/client/blob_store.h"
#include "sync/client/data_folder.h"
#include "sync/client/fetcher.h"
#include "sync/client/generations.h"
#include "sync/client/metadata_store.h"
#include "sync/client/update.h"

namespace conglang::agent {

struct Surroundings {
  std::filesystem::path data;
  std::string version;                        ///< of this program; another one builds the database anew
  Instant built;                              ///< when this program was made: it cannot be earlier now
  std::function<void(std::string_view)> say;  ///< takes each step as a sentence for the operator
};

enum class Imported {
  taken,  ///< what the folder holds is verified and, if it was new, on the screen
  kept,   ///< what this machine has is as new or newer
};

class Agent {
 public:
  /// Takes the data folder for itself. `fetcher` must outlive the agent.
  /// Errors: conflict, another agent has it; not_found, there is no such folder; io, no_space.
  static Result<std::unique_ptr<Agent>> open(Surroundings surroundings, client::Fetcher& fetcher);

  /// One try, whose outcome is also in the status file. `system`: the clock as it stands.
  /// Errors: not_found, parse, invalid (kiosk.json, root.json); update's; Generations::activate's. What is
  /// active then stays active.
  Result<void> try_once(Instant system);

  /// The same from a repository tree in a folder: a USB stick. One that is older than what is here, or as old
  /// and expired, changes nothing and is no error. Errors: as try_once.
  Result<Imported> import_tree(const std::filesystem::path& tree, Instant system);

  /// Puts the content before the active one back on the screen; the active one is not taken again until
  /// something else is published. Errors: Generations::turn_back's; what is active then stays active.
  Result<void> turn_back();

 private:
  Agent(Surroundings surroundings, client::Fetcher& fetcher, client::DataLock lock,
        client::MetadataStore metadata, client::BlobStore blobs);

  Result<void> attempt(client::Fetcher& fetcher, Instant system);
  Result<void> sync(client::Fetcher& fetcher, Instant now);
  Result<void> use(const client::Update& updated, const std::optional<client::Generation>& active,
                   const std::string& commune, Instant now);
  Result<std::strong_ordering> age_of(client::Fetcher& tree) const;
  Result<void> activate(const client::FileSet& files, const std::string& commune, const std::string& recipe,
                        Instant now, Instant published_at);
  std::optional<client::Generation> sound_active();

  Surroundings surroundings_;
  client::Fetcher& fetcher_;
  client::DataLock lock_;
  client::MetadataStore metadata_;
  client::BlobStore blobs_;
  client::Generations generations_;
  client::TimeFloor floor_;
  Status status_;
  std::string timestamp_tag_;
  bool checked_active_ = false;
  bool said_nothing_new_ = false;  // once is enough for the operator's log
};

}  // namespace conglang::agent
