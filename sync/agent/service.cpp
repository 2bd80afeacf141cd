#include "sync/agent/service.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>
#include <variant>

#include "sync/agent/ending.h"
#include "sync/agent/pause.h"
#include "sync/client/curl_fetcher.h"
#include "sync/client/file_fetcher.h"

namespace conglang::agent {
namespace {

Instant system_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

bool try_once(Agent& agent) {
  const auto done = agent.try_once(system_now());
  if (!done) spdlog::error("{}", done.error().message);
  return done.has_value();
}

// True when the agent is to look at its server at once.
bool carry_out(Agent& agent, const Request& request) {
  if (const auto* import = std::get_if<ImportTree>(&request)) {
    const auto done = agent.import_tree(import->tree, system_now());
    if (!done) spdlog::error("{}", done.error().message);
  } else if (std::holds_alternative<TurnBack>(request)) {
    const auto done = agent.turn_back();
    if (!done) spdlog::error("{}", done.error().message);
  } else {
    return true;
  }
  return false;
}

bool carry_out_requests(Agent& agent, const std::filesystem::path& data) {
  const TakenRequests taken = take_requests(data);
  for (const std::string& problem : taken.problems) spdlog::error("{}", problem);
  bool at_once = false;
  for (const Request& request : taken.requests) at_once = carry_out(agent, request) || at_once;
  return at_once;
}

// Until `pause` is over or somebody asks for a try. True when a signal says to end.
bool wait(Agent& agent, const ServiceOptions& options, EndingSignals& ending,
          std::chrono::milliseconds pause) {
  constexpr std::chrono::milliseconds kLook = std::chrono::seconds(1);
  const auto until = std::chrono::steady_clock::now() + pause;
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() <= 0) return ending.arrived();
    if (ending.wait(std::min(left, kLook))) return true;
    if (carry_out_requests(agent, options.surroundings.data)) return false;
  }
}

void poll(Agent& agent, const ServiceOptions& options, EndingSignals& ending) {
  std::mt19937 random(std::random_device{}());
  std::uniform_real_distribution<double> chance(0, 1);
  int failures = 0;
  for (bool ended = false; !ended;) {
    failures = try_once(agent) ? 0 : failures + 1;
    ended = wait(agent, options, ending, next_pause(options.interval, failures, chance(random)));
  }
  spdlog::info("ending");
}

}  // namespace

Result<bool> follow(const ServiceOptions& options) {
  if (options.url.empty()) return fail(Errc::bad_usage, "--url is needed; --help says more");
  EndingSignals ending;
  const client::CurlLibrary library;
  client::CurlOptions curl;
  curl.cancelled = [&ending] { return ending.arrived(); };
  TRY(const auto fetcher, client::CurlFetcher::create(library, options.url, curl));
  TRY(const auto agent, Agent::open(options.surroundings, *fetcher));
  spdlog::info("keeping {} up to date from {}", options.surroundings.data.string(), options.url);
  if (options.once) return try_once(*agent);
  poll(*agent, options, ending);
  return true;
}

// Here and now, or by the agent that holds the folder.
Result<bool> ask(const ServiceOptions& options, const Request& request) {
  client::FileFetcher nowhere{{}};
  auto agent = Agent::open(options.surroundings, nowhere);
  if (!agent && agent.error().code == Errc::conflict) {
    TRY_VOID(put_request(options.surroundings.data, request));
    spdlog::info("an agent is running on {}: it was asked to do this", options.surroundings.data.string());
    return true;
  }
  if (!agent) return tl::unexpected<Error>(std::move(agent).error());
  if (const auto* import = std::get_if<ImportTree>(&request)) {
    TRY_VOID((*agent)->import_tree(import->tree, system_now()));
  } else {
    TRY_VOID((*agent)->turn_back());
  }
  return true;
}

}  // namespace conglang::agent
