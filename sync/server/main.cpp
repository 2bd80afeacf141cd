// conglang-server: wiring only.

#include <signal.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "content/base/file.h"
#include "content/base/service_manager.h"
#include "sync/server/commands.h"
#include "sync/server/http/address.h"
#include "sync/server/http/server.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/log.h"
#include "sync/server/service.h"

namespace {

using namespace conglang;
namespace fs = std::filesystem;

// A sixteenth of all places: enough for a village's kiosks and a telephone company's whole street behind one
// address, and sixteen attackers' machines are needed to take every place.
constexpr unsigned kMostOfOneAddress = 256;

struct Options {
  server::ServiceOptions service;
  http::ServerOptions http;
  std::uint16_t signer_port = 0;
  fs::path certificate;
  fs::path key;
  bool signer_hash = false;
  std::string operator_name;
  std::string noted;
  fs::path file;
};

Instant system_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

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

std::string url_of(const http::ServerOptions& options, std::uint16_t port) {
  const char* scheme = options.certificate.chain.empty() ? "http" : "https";
  const bool ipv6 = options.address.find(':') != std::string::npos;
  return ipv6 ? fmt::format("{}://[{}]:{}", scheme, options.address, port)
              : fmt::format("{}://{}:{}", scheme, options.address, port);
}

Result<void> read_certificate(Options& options) {
  constexpr std::uintmax_t kMaxBytes = 256UL * 1024;
  if (options.certificate.empty()) return {};
  TRY(options.http.certificate.chain, read_file(options.certificate, kMaxBytes));
  TRY(options.http.certificate.key, read_file(options.key, kMaxBytes));
  return {};
}

// The signer's port is known before the desk's answers name it.
Result<std::unique_ptr<http::Server>> start_signer(const Options& options, server::Service& service) {
  if (!service.has_signer()) return std::unique_ptr<http::Server>();
  http::ServerOptions signer = options.http;
  signer.port = options.signer_port;
  return http::Server::start(signer, service.signer_site());
}

Result<void> serve(Options options) {
  const sigset_t signals = ending_signals();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  allow_many_descriptors();

  TRY_VOID(read_certificate(options));
  // Behind a proxy all come from one address: the limit is the proxy's then (install/server/nginx.conf).
  const bool is_reached_directly = !options.http.behind_proxy && !http::is_loopback(options.http.address);
  if (is_reached_directly) options.http.max_of_one_address = kMostOfOneAddress;
  TRY(const auto service, server::Service::open(options.service));
  TRY(const auto signer, start_signer(options, *service));
  if (signer) service->signer_listens_at(signer->port());
  TRY(const auto server, http::Server::start(options.http, service->site()));
  service->watch(*server);
  fmt::print("{}\n", url_of(options.http, server->port()));
  if (signer) fmt::print("signer {}\n", url_of(options.http, signer->port()));
  std::fflush(stdout);
  service->start_housekeeping();
  notify_service_manager("READY=1");
  server::log(server::Level::info, "serving", {{"repository", options.service.repository.string()}});

  int signal = 0;
  ::sigwait(&signals, &signal);
  notify_service_manager("STOPPING=1");
  server::log(server::Level::info, "ending");
  server->drain(std::chrono::seconds(5));
  return {};
}

Result<void> print_signer_hash(const Options& options) {
  TRY(const std::string hash, server::hash_of_folder(options.service.desk / "signer"));
  fmt::print("{}\n", hash);
  return {};
}

Result<void> invite_operator(const Options& options) {
  TRY(const std::string path,
      server::invite_operator(options.service.data, options.operator_name, system_now()));
  fmt::print("{}\n", path);
  return {};
}

Result<void> verify_audit(const Options& options) {
  TRY(const std::string head, server::verify_audit(options.service.data, options.noted));
  fmt::print("{}\n", head);
  return {};
}

void declare(CLI::App& app, Options& options) {
  app.set_version_flag("--version", CONGLANG_VERSION);
  app.add_option("--repo", options.service.repository,
                 "The repository's folder, with metadata/ and targets/");
  app.add_option("--port", options.http.port, "0: choose a free one and print it")->capture_default_str();
  app.add_option("--address", options.http.address, "Numeric address to listen on")->capture_default_str();
  app.add_option("--data", options.service.data,
                 "Where accounts, drafts and reports are kept; without it, only the repository is served");
  app.add_option("--desk", options.service.desk, "The folder of the desk's and the signer's pages");
  app.add_option("--signer-port", options.signer_port, "The signer's own port; 0: a free one, printed")
      ->needs("--desk");
  app.add_option("--signer-url", options.service.signer_url,
                 "Where browsers find the signer when a proxy stands in front of it");
  app.add_option("--keys", options.service.keys, "The folder of the snapshot and timestamp keys, no others");
  app.add_option("--content", options.service.content,
                 "A folder of national guides, for a repository that has none");
  app.add_option("--conglang", options.service.tool,
                 "The `conglang` tool, which draws previews and takes pictures");
  app.add_option("--passphrase-file", options.service.passphrase_file, "Opens these keys");
  auto* key = app.add_option("--key", options.key, "TLS: the private key, PEM");
  app.add_option("--cert", options.certificate, "TLS: the certificate and its chain, PEM")->needs(key);
  key->needs("--cert");
  app.add_flag_callback(
      "--short-links", [&options] { options.service.short_links = server::ShortLinks::on; },
      "Answer /t/CODE with the address of the guide on its portal, if the link policy allows it");
  app.add_flag("--behind-proxy", options.http.behind_proxy,
               "Believe X-Forwarded-For and X-Forwarded-Proto of a proxy on this machine");
  app.add_flag("--signer-hash", options.signer_hash, "Print the hash of the signer's pages and end");
}

}  // namespace

int main(int argc, char** argv) {
  // Standard output is for the one line that a script reads.
  server::log_to_standard_error();
  // What the tool says goes to staff: its result, not how far it is.
  ::setenv("CONGLANG_QUIET", "1", 1);
  Options options;
  options.service.clock = system_now;
  CLI::App app("Serves a Cổng Làng repository, and with --data the desk of those who write it.");
  declare(app, options);
  auto* operators = app.add_subcommand("operator", "Prints a one-time link for an operator of the province");
  operators->add_option("NAME", options.operator_name, "How the person is called")->required();
  auto* backup = app.add_subcommand("backup", "Copies the database, while the server runs or not");
  backup->add_option("FILE", options.file, "A file that is not there yet")->required();
  auto* restore = app.add_subcommand("restore", "Puts a backup in place of the database, likewise");
  restore->add_option("FILE", options.file, "What backup wrote")->required();
  auto* audit = app.add_subcommand("verify-audit", "Checks that nobody changed the audit log");
  audit->add_option("--noted", options.noted, "What this command printed earlier: \"ROWS HASH\"");
  app.require_subcommand(0, 1);
  CLI11_PARSE(app, argc, argv);

  bool is_serving = false;
  const auto work = [&]() -> Result<void> {
    if (options.signer_hash) return print_signer_hash(options);
    const bool needs_data = operators->parsed() || backup->parsed() || restore->parsed() || audit->parsed();
    if (needs_data && options.service.data.empty())
      return fail(Errc::bad_usage, "say which folder: --data DATA before the command");
    const fs::path database = server::database_file(options.service.data);
    if (operators->parsed()) return invite_operator(options);
    if (backup->parsed()) return server::backup(database, options.file);
    if (restore->parsed()) return server::restore(options.file, database);
    if (audit->parsed()) return verify_audit(options);
    if (options.service.repository.empty())
      return fail(Errc::bad_usage, "say what to serve: --repo REPOSITORY");
    is_serving = true;
    return serve(std::move(options));
  };
  const auto done = work();
  if (done) return 0;
  if (is_serving) {
    server::log(server::Level::error, "failed", {{"why", server::plain_words(done.error())}});
    return 1;
  }
  fmt::print(stderr, "conglang-server: {}\n", server::plain_words(done.error()));
  return 1;
}
