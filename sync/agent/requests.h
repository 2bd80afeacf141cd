#pragma once
// What others ask of a running agent: DATA/outbox/<any name>.request.json, put there whole by rename. The
// screen asks so, since it has no network of its own, and so does conglang-sync when an agent holds the
// folder.

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "content/base/result.h"

namespace conglang::agent {

struct SyncNow {
  bool operator==(const SyncNow&) const = default;
};
struct ImportTree {
  std::filesystem::path tree;
  bool operator==(const ImportTree&) const = default;
};
struct TurnBack {
  bool operator==(const TurnBack&) const = default;
};
using Request = std::variant<SyncNow, ImportTree, TurnBack>;

/// Errors: no_space, io.
Result<void> put_request(const std::filesystem::path& data, const Request& request);

struct TakenRequests {
  std::vector<Request> requests;      ///< in order of their files' names
  std::vector<std::string> problems;  ///< files that were no request, and why
};

/// Takes every request out of the outbox: each is carried out once, and one that is no request is reported
/// once. A request that is cut off by a power cut is lost; whoever asked sees that nothing happened.
TakenRequests take_requests(const std::filesystem::path& data);

}  // namespace conglang::agent
