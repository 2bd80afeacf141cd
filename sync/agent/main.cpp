// conglang-sync: wiring only.

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <memory>
#include <random>
#include <string>

#include "sync/agent/agent.h"
#include "sync/agent/ending.h"
#include "sync/agent/pause.h"
#include "sync/agent/tuf_command.h"
#include "sync/client/curl_fetcher.h"

namespace {

using namespace conglang;

struct Options {
  std::filesystem::path data;
  std::string url;
  bool once = false;
  int interval_seconds = 60;
};

Instant system_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

bool try_once(agent::Agent& agent) {
  const auto done = agent.try_once(system_now());
  if (!done) spdlog::error("{}", done.error().message);
  return done.has_value();
}

void poll(agent::Agent& agent, agent::EndingSignals& ending, std::chrono::seconds interval) {
  std::mt19937 random(std::random_device{}());
  std::uniform_real_distribution<double> chance(0, 1);
  int failures = 0;
  for (bool ended = false; !ended;) {
    failures = try_once(agent) ? 0 : failures + 1;
    ended = ending.wait(agent::next_pause(interval, failures, chance(random)));
  }
  spdlog::info("ending");
}

Result<bool> run(const Options& options) {
  if (options.data.empty() || options.url.empty()) {
    return fail(Errc::bad_usage, "--data and --url are needed; --help says more");
  }
  agent::EndingSignals ending;
  const client::CurlLibrary library;
  client::CurlOptions curl;
  curl.cancelled = [&ending] { return ending.arrived(); };
  TRY(const auto fetcher, client::CurlFetcher::create(library, options.url, curl));
  agent::Surroundings surroundings{options.data, CONGLANG_VERSION,
                                   parse_instant(CONGLANG_BUILT).value_or(Instant{}),
                                   [](std::string_view step) { spdlog::info("{}", step); }};
  TRY(const auto agent, agent::Agent::open(std::move(surroundings), *fetcher));
  spdlog::info("keeping {} up to date from {}", options.data.string(), options.url);
  if (options.once) return try_once(*agent);
  poll(*agent, ending, std::chrono::seconds(options.interval_seconds));
  return true;
}

Result<bool> run(const agent::TufCommand& tuf) {
  const client::CurlLibrary library;
  TRY_VOID(tuf.run(library, system_now()));
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Keeps one kiosk's data folder up to date with a Cổng Làng repository.");
  app.set_version_flag("--version", CONGLANG_VERSION);
  app.add_option("--data", options.data, "The data folder, with root.json and kiosk.json");
  app.add_option("--url", options.url, "Where the repository's metadata/ and targets/ are");
  app.add_flag("--once", options.once, "Try once: status 0 when all is up to date, else 1");
  app.add_option("--interval", options.interval_seconds, "Seconds between two tries")
      ->check(CLI::Range(1, 7 * 24 * 3600))
      ->capture_default_str();
  agent::TufCommand tuf;
  tuf.declare(app);
  CLI11_PARSE(app, argc, argv);

  spdlog::set_default_logger(spdlog::stderr_color_mt("conglang-sync"));
  const auto done = tuf.chosen() ? run(tuf) : run(options);
  if (!done) spdlog::error("{}", done.error().message);
  return done && *done ? 0 : 1;
}
