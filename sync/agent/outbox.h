#pragma once
// What lies in DATA/outbox/ for whoever looks after the machines: the agent's reports, the screen's, and
// batches of counters. Each is known by a name that its bytes have a part in, so that one which is sent twice
// counts once. It stays until the server has said that it has it.

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "content/base/result.h"

namespace conglang::agent {

/// One file that waits.
struct Waiting {
  std::string name;   ///< of the file
  std::string id;     ///< the report's own, for ever
  std::string kind;   ///< "agent", "crash-loop", "picture", "usage"
  std::string at;     ///< when it was written, as it says itself; empty: it does not
  std::string bytes;  ///< as they lie there
  std::string body;   ///< JSON, as the server takes it

  bool operator==(const Waiting&) const = default;
};

struct Refused {
  std::string name;
  std::string why;
};

struct Post {
  std::vector<Waiting> reports;   ///< in order of their names
  std::vector<Refused> unusable;  ///< no reports at all: to be set aside
  bool more = false;              ///< others wait behind them
};

/// More than a year of batches, a day each, beside the reports.
inline constexpr std::size_t kMostWaiting = 800;
inline constexpr std::size_t kMostRefused = 50;
inline constexpr std::uintmax_t kMaxReportBytes = 512UL * 1024;

/// The next reports to send: at most `count`, and `bytes` in all unless one alone is larger. When there are
/// more than kMostWaiting the oldest go for good.
Post next_post(const std::filesystem::path& data, std::size_t count, std::size_t bytes);

/// The server has it: takes the file away, unless another has taken its place meanwhile.
void take_away(const std::filesystem::path& data, const Waiting& report);

/// Puts the file into outbox/refused/, with `why` beside it, where it keeps nobody up. Of those kMostRefused
/// are kept. Errors: no_space, io.
Result<void> set_aside(const std::filesystem::path& data, const Refused& report);

}  // namespace conglang::agent
