#pragma once
// DATA/sync-status.json: how the agent is doing, for the screen and for staff. It holds nothing else and
// decides nothing: losing it costs a line of information.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "content/base/result.h"

namespace conglang::agent {

/// Content that was signed but is not on the screen, and why.
struct NotShown {
  std::string path;   ///< of the file
  std::string guide;  ///< its id; empty when it is not about one guide
  std::string reason;

  bool operator==(const NotShown&) const = default;
};

/// A repository that could not be followed in the last try.
struct Trouble {
  std::string repository;  ///< empty: the machine's only one
  std::string error;

  bool operator==(const Trouble&) const = default;
};

/// Instants are formatted; empty: never.
struct Status {
  std::string last_try;
  std::string last_success;
  std::string error;                   ///< of the last try; empty when it succeeded
  std::int64_t generation = 0;         ///< the active one; 0: none yet
  bool turned_away = false;            ///< the newest content was turned away from: an older one is active
  std::vector<NotShown> refused;       ///< files and roles that the last successful update left out
  std::vector<NotShown> set_aside;     ///< a commune's files that did not fit when the active one was built
  std::vector<NotShown> waiting;       ///< new content that waits: for other machines, or for its hours
  std::vector<NotShown> damaged;       ///< on this disk, and not to be mended from it
  std::vector<Trouble> troubles;       ///< the others are up to date
  std::int64_t clock_ahead_hours = 0;  ///< of the server's, when an hour or more

  bool operator==(const Status&) const = default;
};

std::string write_status(const Status& status);

/// An empty status where there is none that can be read.
Status load_status(const std::filesystem::path& data);

/// Errors: no_space, io.
Result<void> store_status(const std::filesystem::path& data, const Status& status);

}  // namespace conglang::agent
