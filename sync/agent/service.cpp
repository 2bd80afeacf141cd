#include "sync/agent/service.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <random>
#include <variant>

#include "content/base/file.h"
#include "sync/agent/courier_thread.h"
#include "sync/agent/ending.h"
#include "sync/agent/line_policy.h"
#include "sync/agent/schedule.h"
#include "sync/agent/service_manager.h"
#include "sync/client/curl_fetcher.h"
#include "sync/client/file_fetcher.h"

namespace conglang::agent {
namespace {

constexpr std::uintmax_t kMaxMapBytes = 256UL * 1024;

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
    const auto done = agent.turn_back(system_now());
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

// What runs while the agent follows its repositories.
struct Running {
  Agent& agent;
  const ServiceOptions& options;
  EndingSignals& ending;
  ServiceManager& manager;
};

// Until a repository is due or somebody asks for a try. True when a signal says to end.
bool wait(Running& running, Schedule& schedule) {
  constexpr std::chrono::milliseconds kLook = std::chrono::seconds(1);
  for (;;) {
    running.manager.alive();
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(schedule.next() - Schedule::Clock::now());
    if (left.count() <= 0) return running.ending.arrived();
    if (running.ending.wait(std::min(left, kLook))) return true;
    if (carry_out_requests(running.agent, running.options.surroundings.data)) {
      schedule.hurry(Schedule::Clock::now());
    }
  }
}

void try_those_due(Running& running, Schedule& schedule, double chance) {
  const auto due = schedule.due(Schedule::Clock::now());
  const auto done = running.agent.try_some(due, system_now());
  if (!done) spdlog::error("{}", done.error().message);
  running.manager.doing(done ? "up to date" : done.error().message);
  for (const Follower& follower : running.agent.followers()) {
    if (std::ranges::find(due, follower.name()) == due.end()) continue;
    // What went wrong after the repositories were asked is everybody's trouble.
    const bool alone = running.agent.followers().size() == 1;
    const bool succeeded = alone ? done.has_value() : follower.trouble().empty();
    schedule.tried(follower.name(), succeeded, follower.heard().retry_after, chance, Schedule::Clock::now());
  }
}

void poll(Running running) {
  std::mt19937 random(std::random_device{}());
  std::uniform_real_distribution<double> chance(0, 1);
  std::vector<std::string> names;
  for (const Follower& follower : running.agent.followers()) names.push_back(follower.name());
  Schedule schedule(names, running.options.interval);
  running.manager.ready();
  for (bool ended = false; !ended;) {
    try_those_due(running, schedule, chance(random));
    ended = wait(running, schedule);
  }
  running.manager.stopping();
  spdlog::info("ending");
}

// DATA/map.json, or the one repository at the address given.
Result<client::RepositoryMap> map_of(const ServiceOptions& options) {
  const auto path = options.surroundings.data / "map.json";
  const auto bytes = read_file(path, kMaxMapBytes);
  if (!bytes && bytes.error().code != Errc::not_found) return tl::unexpected<Error>(bytes.error());
  if (!bytes) return client::RepositoryMap::of_one(options.url);
  if (!options.url.empty()) {
    return fail(Errc::bad_usage, "{}: names the repositories' addresses; leave --url out", path.string());
  }
  auto map = client::RepositoryMap::parse(*bytes);
  if (!map) return with_context(std::move(map).error(), path.string());
  return map;
}

// One connection to each repository.
struct Lines {
  std::vector<std::unique_ptr<client::CurlFetcher>> owned;
  Fetchers by_name;
};

client::CurlOptions curl_options(const LinePolicy& policy) {
  client::CurlOptions options;
  options.max_bytes_per_s = policy.max_bytes_per_s;
  options.proxy = policy.proxy;
  options.ca_file = policy.ca_file;
  return options;
}

Result<Lines> open_lines(const client::CurlLibrary& library, const client::RepositoryMap& map,
                         const LinePolicy& policy, const std::function<bool()>& cancelled) {
  client::CurlOptions options = curl_options(policy);
  options.cancelled = cancelled;
  Lines lines;
  for (const auto& repository : map.repositories()) {
    TRY(auto fetcher, client::CurlFetcher::create(library, repository.url, options));
    lines.by_name[repository.name] = fetcher.get();
    lines.owned.push_back(std::move(fetcher));
  }
  return lines;
}

void say_what_is_followed(const ServiceOptions& options, const client::RepositoryMap& map) {
  for (const auto& repository : map.repositories()) {
    spdlog::info("keeping {} up to date from {}", options.surroundings.data.string(), repository.url);
  }
}

// Nothing when the machine reports to nobody.
Result<std::unique_ptr<CourierThread>> start_courier(const client::CurlLibrary& library,
                                                     const ServiceOptions& options,
                                                     const LinePolicy& policy) {
  if (options.server.empty() || options.once) return nullptr;
  const auto& surroundings = options.surroundings;
  CourierOptions courier;
  courier.data = surroundings.data;
  courier.health.data = surroundings.data;
  courier.health.version = surroundings.version;
  courier.report_every = options.report_every;
  courier.metered_bytes_per_day = policy.metered_bytes_per_day;
  courier.say = [](const std::string& what) { spdlog::info("{}", what); };
  return CourierThread::start(library, options.server, curl_options(policy), std::move(courier),
                              {options.interval});
}

}  // namespace

Result<bool> follow(const ServiceOptions& options) {
  TRY(const client::RepositoryMap map, map_of(options));
  if (map.repositories().front().url.empty()) {
    return fail(Errc::bad_usage, "--url is needed; --help says more");
  }
  TRY(const LinePolicy policy, load_policy(options.surroundings.data));
  EndingSignals ending;
  ServiceManager manager;
  const client::CurlLibrary library;
  TRY(const Lines lines, open_lines(library, map, policy, [&] {
        manager.alive();
        return ending.arrived();
      }));
  TRY(const auto agent, Agent::open(options.surroundings, map, lines.by_name));
  say_what_is_followed(options, map);
  TRY(const auto courier, start_courier(library, options, policy));
  if (options.once) return try_once(*agent);
  poll({*agent, options, ending, manager});
  return true;
}

// Here and now, or by the agent that holds the folder.
Result<bool> ask(const ServiceOptions& options, const Request& request) {
  TRY(const client::RepositoryMap map, map_of(options));
  client::FileFetcher nowhere{{}};
  Fetchers fetchers;
  for (const auto& repository : map.repositories()) fetchers[repository.name] = &nowhere;
  auto agent = Agent::open(options.surroundings, map, fetchers);
  if (!agent && agent.error().code == Errc::conflict) {
    TRY_VOID(put_request(options.surroundings.data, request));
    spdlog::info("an agent is running on {}: it was asked to do this", options.surroundings.data.string());
    return true;
  }
  if (!agent) return tl::unexpected<Error>(std::move(agent).error());
  if (const auto* import = std::get_if<ImportTree>(&request)) {
    TRY_VOID((*agent)->import_tree(import->tree, system_now()));
  } else {
    TRY_VOID((*agent)->turn_back(system_now()));
  }
  return true;
}

}  // namespace conglang::agent
