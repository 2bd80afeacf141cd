#pragma once
// Keeps the repository from expiring while nobody publishes: signs its timestamp and snapshot again when they
// are due, with the only two keys that a server has, and raises an alarm when what only people can sign is
// past half of its life, or when it does not succeed itself.

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/repository/key_folder.h"
#include "sync/repository/refresh.h"
#include "sync/repository/tree.h"
#include "sync/server/every.h"

namespace conglang::server {

/// The keys of a server. Errors: forbidden, the folder holds a key of another role, which a stolen disk would
/// then hold too, or the passphrase is wrong; not_found, one of the two is missing; io.
Result<repository::KeyFolder> online_keys(const std::filesystem::path& folder,
                                          const std::filesystem::path& passphrase_file);

class Refresher {
 public:
  using Look = std::function<void(const Result<repository::Refreshed>&)>;

  struct Options {
    std::chrono::milliseconds every = std::chrono::hours(1);
    std::chrono::milliseconds again = std::chrono::minutes(1);  ///< after a failure: somebody publishes
    std::function<Instant()> clock;
  };

  /// Refreshes at once and then by itself, on a thread of its own, which tells `look` each time.
  Refresher(repository::Tree tree, repository::KeyFolder keys, Options options, Look look);

 private:
  Every::Pause work();

  repository::Tree tree_;
  repository::KeyFolder keys_;
  Options options_;
  Look look_;
  Every every_;  ///< last, so that it ends before what it uses
};

/// True when staff should be told: it failed, or less than half of a timestamp's life is left, or a role of
/// people is past its half.
bool is_alarming(const Result<repository::Refreshed>& refreshed, Instant now);

}  // namespace conglang::server
