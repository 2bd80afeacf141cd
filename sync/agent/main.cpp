// conglang-sync: wiring only.

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <string>

#include "sync/agent/service.h"
#include "sync/agent/tuf_command.h"

namespace {

using namespace conglang;

struct Options {
  std::filesystem::path data;
  std::filesystem::path tree;
  std::string url;
  std::string server;
  bool once = false;
  int interval_seconds = static_cast<int>(agent::kDefaultInterval.count());
  int report_seconds = 15 * 60;
};

agent::ServiceOptions service(const Options& options) {
  agent::Surroundings surroundings{
      options.data, CONGLANG_VERSION, parse_instant(CONGLANG_BUILT).value_or(Instant{}),
      [](std::string_view step) { spdlog::info("{}", step); },
      ::isatty(STDERR_FILENO) == 1 ? agent::ProgressReport::Terminal::standard_error
                                   : agent::ProgressReport::Terminal::none};
  return {std::move(surroundings),
          options.url,
          options.server,
          options.once,
          std::chrono::seconds(options.interval_seconds),
          std::chrono::seconds(options.report_seconds)};
}

Result<bool> run(const agent::TufCommand& tuf) {
  const client::CurlLibrary library;
  TRY_VOID(tuf.run(library, std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())));
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Keeps one kiosk's data folder up to date with a Cổng Làng repository.");
  app.set_version_flag("--version", CONGLANG_VERSION);
  app.add_option(
      "--data", options.data,
      "The data folder, with root.json and kiosk.json; for several repositories map.json and roots/");
  app.add_option("--url", options.url,
                 "Where the repository's metadata/ and targets/ are; not with map.json");
  app.add_option("--server", options.server,
                 "The province's server, https://…: where this machine is enrolled and reports to");
  app.add_option("--report-every", options.report_seconds, "Seconds between two reports of how it is")
      ->check(CLI::Range(1, 24 * 3600))
      ->capture_default_str();
  app.add_flag("--once", options.once, "Try once: status 0 when all is up to date, else 1");
  app.add_option("--interval", options.interval_seconds, "Seconds between two tries")
      ->check(CLI::Range(1, 7 * 24 * 3600))
      ->capture_default_str();
  CLI::App* import = app.add_subcommand("import", "Take content from a repository tree: a USB stick");
  import->add_option("tree", options.tree, "The folder with metadata/ and targets/")->required();
  import->fallthrough();
  CLI::App* rollback = app.add_subcommand("rollback", "Put the content before this one back on the screen");
  rollback->fallthrough();
  agent::TufCommand tuf;
  tuf.declare(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 1;
  }

  spdlog::set_default_logger(spdlog::stderr_color_mt("conglang-sync"));
  const auto run_chosen = [&]() -> Result<bool> {
    if (tuf.chosen()) return run(tuf);
    if (options.data.empty()) return fail(Errc::bad_usage, "--data is needed; --help says more");
    if (import->parsed())
      return ask(service(options), agent::ImportTree{std::filesystem::absolute(options.tree)});
    if (rollback->parsed()) return ask(service(options), agent::TurnBack{});
    return follow(service(options));
  };
  const auto done = run_chosen();
  if (!done) spdlog::error("{}", done.error().message);
  return done && *done ? 0 : 1;
}
