#pragma once
// What conglang-sync does with an agent: follow a server until told to end, or one thing at once.

#include <chrono>
#include <string>

#include "content/base/result.h"
#include "sync/agent/agent.h"
#include "sync/agent/pause.h"
#include "sync/agent/requests.h"

namespace conglang::agent {

struct ServiceOptions {
  Surroundings surroundings;
  std::string url;
  std::string server;  ///< of the province, to which reports go; empty: this machine reports to nobody
  bool once = false;
  std::chrono::seconds interval{kDefaultInterval};
  std::chrono::seconds report_every{15 * 60};
};

/// Keeps the data folder up to date, and carries out what is asked through the outbox, until SIGTERM or
/// SIGINT; with `once`, one try. False when that try failed (it is logged).
/// Errors: bad_usage, no or no usable address; Agent::open's.
Result<bool> follow(const ServiceOptions& options);

/// Carries out `request` here and now, or has the agent do it that holds the folder.
/// Errors: Agent::open's; those of the request.
Result<bool> ask(const ServiceOptions& options, const Request& request);

}  // namespace conglang::agent
