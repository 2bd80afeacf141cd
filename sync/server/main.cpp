// conglang-server: wiring only.

#include <signal.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>

#include "sync/server/http/server.h"
#include "sync/server/repository_files.h"

namespace {

using namespace conglang;

struct Options {
  std::filesystem::path repository;
  http::ServerOptions http;
};

// Blocked before any thread starts, so that only wait_for_end() gets them.
sigset_t ending_signals() {
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGTERM);
  ::sigaddset(&signals, SIGINT);
  return signals;
}

// A connection needs a descriptor, its file another.
void allow_many_descriptors() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

// Only what the operator can act on, and nothing about who asked. Such a path has passed repository_path(),
// so it holds nothing that could forge a log line.
http::Response logged(const http::Request& request, http::Response response) {
  if (response.status >= 500) spdlog::warn("answered {} for {}", response.status, request.path);
  return response;
}

std::string url_of(const http::ServerOptions& options, std::uint16_t port) {
  const bool ipv6 = options.address.find(':') != std::string::npos;
  return ipv6 ? fmt::format("http://[{}]:{}", options.address, port)
              : fmt::format("http://{}:{}", options.address, port);
}

Result<void> run(const Options& options) {
  const sigset_t signals = ending_signals();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  allow_many_descriptors();

  TRY(const auto files, server::RepositoryFiles::open(options.repository));
  TRY(const auto server, http::Server::start(options.http, [&files](const http::Request& request) {
        return logged(request, files.answer(request));
      }));
  fmt::print("{}\n", url_of(options.http, server->port()));
  std::fflush(stdout);
  spdlog::info("serving {} to read; SIGTERM ends", options.repository.string());

  int signal = 0;
  ::sigwait(&signals, &signal);
  spdlog::info("ending: finishing the answers under way");
  server->drain(std::chrono::seconds(5));
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  // Standard output is for the one line that a script reads.
  spdlog::set_default_logger(spdlog::stderr_color_mt("conglang-server"));
  Options options;
  CLI::App app("Serves a Cổng Làng repository (metadata and targets) over HTTP, to read and nothing else.");
  app.set_version_flag("--version", CONGLANG_VERSION);
  app.add_option("--repo", options.repository, "The repository's folder, with metadata/ and targets/")
      ->required();
  app.add_option("--port", options.http.port, "0: choose a free one and print it")->capture_default_str();
  app.add_option("--address", options.http.address, "Numeric address to listen on")->capture_default_str();
  CLI11_PARSE(app, argc, argv);

  const auto done = run(options);
  if (done) return 0;
  fmt::print(stderr, "conglang-server: {}\n", done.error().message);
  return 1;
}
