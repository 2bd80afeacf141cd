// A province of 100 communes, each with keys and a role of its own: what its metadata weighs, publishing one
// changed guide beside openssl signing the same files with the same keys, checking everything as a client
// beside tuf-js, and polls a second of nginx on the tree beside our server's.
// Needs wrk and nginx, and what install/third-party --tests fetches.

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "content/base/file.h"
#include "sync/repository/create.h"
#include "sync/repository/delegate.h"
#include "sync/repository/key_folder.h"
#include "sync/repository/province_roles.h"
#include "sync/repository/publish.h"
#include "tests/bench/measured_run.h"
#include "tests/bench/served_tree.h"
#include "tests/folders.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace conglang;
namespace fs = std::filesystem;
using Words = std::vector<std::string>;

constexpr int kCommunes = 100;
constexpr int kFilesOfCommune = 6;
constexpr int kRounds = 7;
constexpr int kNationCommunes = 3321;  // since 1 July 2025
constexpr double kKiosks = 100'000;
constexpr const char* kPassphrase = "a passphrase of the bench";

template <typename T>
T must(Result<T> result) {
  if (!result) bench::give_up(result.error().message);
  return std::move(*result);
}

void must(const Result<void>& done) {
  if (!done) bench::give_up(done.error().message);
}

std::string code_of(int commune) {
  return fmt::format("{:05}", commune);
}

std::string guide_of(int commune, int file, int version) {
  return fmt::format(R"({{"commune":"{}","file":{},"version":{},"text":"{}"}})", code_of(commune), file,
                     version, std::string(700, 'x'));
}

std::string path_of(int commune, int file) {
  return fmt::format("communes/{}/patches/guide-{}.json", code_of(commune), file);
}

class Province {
 public:
  explicit Province(fs::path folder) : folder_(std::move(folder)), tree_(folder_ / "tree") {
    must(write_file_atomically(folder_ / "passphrase", kPassphrase, 0600));
    // What a passphrase costs is left out, on both sides.
    const repository::KeyFolder keys(folder_ / "keys", kPassphrase, {.n = 16, .r = 8, .p = 1});
    must(repository::create_repository(tree_, keys, code_of(1), bench::time_now()));
    for (int i = 1; i <= kCommunes; ++i) {
      if (i > 1) delegate(keys, code_of(i));
      for (int file = 0; file < kFilesOfCommune; ++file) write(i, file, 1);
    }
    must(make_folders(folder_ / "bundle/national/guides"));
    must(write_file_atomically(folder_ / "bundle/national/guides/khai-sinh.json", guide_of(0, 0, 0)));
    if (!publish()) bench::give_up("the province cannot be published");
  }

  void write(int commune, int file, int version) const {
    const fs::path to = folder_ / "bundle" / path_of(commune, file);
    must(make_folders(to.parent_path()));
    must(write_file_atomically(to, guide_of(commune, file, version)));
  }

  fs::path tree() const { return folder_ / "tree"; }
  fs::path folder() const { return folder_; }
  fs::path root() const { return tree() / "metadata/1.root.json"; }

  bool publish() const {
    const repository::KeyFolder keys(folder_ / "keys", kPassphrase);
    return repository::publish(tree_, keys, folder_ / "bundle", bench::time_now()).has_value();
  }

  /// Of the newest version of `role`.
  fs::path metadata(const std::string& role) const {
    if (role == "timestamp") return tree() / "metadata/timestamp.json";
    return tree() / "metadata" / fmt::format("{}.{}.json", tree_.next_version(role, 0) - 1, role);
  }
  double size(const std::string& role) const { return static_cast<double>(fs::file_size(metadata(role))); }

 private:
  void delegate(const repository::KeyFolder& keys, const std::string& commune) {
    const auto key = must(keys.create(repository::commune_role(commune)));
    must(repository::delegate(tree_, keys, {commune, {key.public_key()}, 1}, bench::time_now()));
  }

  fs::path folder_;
  repository::Tree tree_;
};

void print_sizes(const Province& province) {
  const double targets = province.size("targets");
  const double a_commune = targets / kCommunes;
  fmt::print(
      "timestamp {:.0f} bytes, snapshot {:.0f}, targets {:.0f} ({:.0f} a commune), a commune's role {:.0f}\n",
      province.size("timestamp"), province.size("snapshot"), targets, a_commune,
      province.size("commune-00002"));
  fmt::print(
      "one key changed, every kiosk of 100,000 fetches its targets: {:.1f} GB by provinces of {} communes; "
      "{:.0f} GB if one repository held all {}\n",
      kKiosks * targets / 1e9, kCommunes, kKiosks * a_commune * kNationCommunes / 1e9, kNationCommunes);
}

bench::Taken median(std::vector<bench::Taken> runs) {
  for (const bench::Taken& run : runs)
    if (run.status != 0) bench::give_up("a program that is measured has failed");
  std::ranges::sort(runs, {}, &bench::Taken::seconds);
  return runs[runs.size() / 2];
}

void compare(const char* what, const std::vector<bench::Taken>& ours, const char* other,
             const std::vector<bench::Taken>& others) {
  const bench::Taken mine = median(ours);
  const bench::Taken theirs = median(others);
  fmt::print("{}: {:.3f} s of processor, {:.0f} MiB; {}: {:.3f} s, {:.0f} MiB; ratio {:.2f}\n", what,
             mine.seconds, mine.peak_mib, other, theirs.seconds, theirs.peak_mib,
             mine.seconds / theirs.seconds);
}

void publish_beside_openssl(const Province& province) {
  const fs::path folder = province.folder();
  std::vector<bench::Taken> ours;
  std::vector<bench::Taken> others;
  for (int round = 0; round < kRounds; ++round) {
    province.write(7, 0, 2 + round);
    ours.push_back(bench::run_measured([&province] { return province.publish() ? 0 : 1; }));
    std::string signing = "set -e\n";
    for (const std::string role : {"commune-00007", "snapshot", "timestamp"})
      signing +=
          fmt::format("openssl pkeyutl -sign -rawin -inkey '{}' -passin 'file:{}' -in '{}' -out '{}'\n",
                      (folder / "keys" / (role + ".pem")).string(), (folder / "passphrase").string(),
                      province.metadata(role).string(), (folder / "signature").string());
    others.push_back(bench::run_measured({"sh", "-c", signing}));
  }
  compare("publish one changed guide", ours, "openssl signing its three files", others);
}

// The address that a program's log names, once it is there.
std::string address_in(const testing::Process& server) {
  if (!testing::eventually(
          [&server] { return server.output().find("http://127.0.0.1:") != std::string::npos; }))
    bench::give_up("the server did not start");
  std::string url = server.output();
  url = url.substr(url.find("http://"));
  return url.substr(0, url.find('\n'));
}

void verify_beside_tuf_js(const Province& province, const std::string& url) {
  std::vector<bench::Taken> ours;
  std::vector<bench::Taken> others;
  for (int round = 0; round < kRounds; ++round) {
    const testing::TemporaryFolder work;
    const std::string sync = std::string(CONGLANG_BIN_DIR) + "/conglang-sync";
    const bench::Taken made =
        bench::run_measured({sync, "tuf", "--metadata-dir", work / "metadata", "init", province.root()});
    if (made.status != 0) bench::give_up("conglang-sync tuf init has failed");
    must(make_folders(work / "targets"));
    must(make_folders(work / "theirs"));
    Words our{sync,
              "tuf",
              "--metadata-dir",
              work / "metadata",
              "--metadata-url",
              url + "/metadata",
              "--target-dir",
              work / "targets",
              "--target-base-url",
              url + "/targets"};
    Words other{"node",
                fs::path(CONGLANG_SOURCE_DIR) / "tests/e2e/foreign_client/read_repository.mjs",
                fs::path(CONGLANG_THIRD_PARTY) / "foreign-client",
                url,
                province.root(),
                work / "theirs"};
    for (int i = 1; i <= kCommunes; ++i) {
      our.insert(our.end(), {"--target-name", path_of(i, 1)});
      other.push_back(path_of(i, 1));
    }
    our.emplace_back("download");
    ours.push_back(bench::run_measured(our));
    others.push_back(bench::run_measured(other));
  }
  compare("verify 100 communes and a file of each", ours, "tuf-js", others);
}

// What wrk reports of a kiosk's poll: the next root, which is not there, and the timestamp, which is as
// before.
double polls_a_second(const std::string& url, const fs::path& folder) {
  const fs::path script = folder / "poll.lua";
  const std::string tag = testing::run_shell("curl -sI '" + url + "/metadata/timestamp.json' | " +
                                             "tr -d '\\r' | sed -n 's/^[Ee][Tt]ag: //p' | tr -d '\\n'")
                              .output;
  must(write_file_atomically(
      script, fmt::format("local turn = 0\n"
                          "request = function()\n"
                          "  turn = 1 - turn\n"
                          "  if turn == 1 then return wrk.format('GET', '/metadata/2.root.json') end\n"
                          "  return wrk.format('GET', '/metadata/timestamp.json', "
                          "{{['If-None-Match'] = '{}'}})\n"
                          "end\n",
                          tag)));
  const auto said = testing::run(
      {"wrk", "--threads", "1", "--connections", "100", "--duration", "5s", "--script", script, url});
  const auto at = said.output.find("Requests/sec:");
  if (said.status != 0 || at == std::string::npos) bench::give_up("wrk: " + said.output);
  return std::stod(said.output.substr(at + 13)) / 2;
}

void polls_beside_nginx(const Province& province, const std::string& url) {
  constexpr int kPort = 18793;
  const fs::path folder = province.folder();
  must(make_folders(folder / "nginx"));
  must(write_file_atomically(
      folder / "nginx/nginx.conf",
      fmt::format(
          "{3}daemon off; worker_processes 1; pid {0}/nginx.pid; error_log {0}/error.log crit;\n"
          "events {{ worker_connections 1024; }}\n"
          "http {{ access_log off; sendfile on; client_body_temp_path {0}/body; proxy_temp_path {0}/proxy;\n"
          "  fastcgi_temp_path {0}/fastcgi; uwsgi_temp_path {0}/uwsgi; scgi_temp_path {0}/scgi;\n"
          "  keepalive_requests 1000000;\n"
          "  server {{ listen 127.0.0.1:{1}; root {2};\n"
          "    location = /metadata/timestamp.json {{ add_header Cache-Control no-cache; }} }} }}\n",
          (folder / "nginx").string(), kPort, province.tree().string(),
          ::geteuid() == 0 ? "user root; " : "")));  // the folder is its owner's alone
  must(write_file_atomically(folder / "nginx.log", "http://127.0.0.1"));
  testing::Process nginx({"nginx", "-p", folder / "nginx", "-c", folder / "nginx/nginx.conf"},
                         folder / "nginx.log");
  const std::string other = fmt::format("http://127.0.0.1:{}", kPort);
  if (!testing::eventually([&] {
        return testing::run({"curl", "-sf", other + "/metadata/timestamp.json"}).status == 0;
      }))
    bench::give_up("nginx did not start: " + read_file(folder / "nginx/error.log", 1U << 20U).value_or(""));
  std::vector<double> ours;
  std::vector<double> others;
  for (int round = 0; round < 3; ++round) {
    others.push_back(polls_a_second(other, folder));
    ours.push_back(polls_a_second(url, folder));
  }
  nginx.stop(SIGTERM);  // with its workers
  std::ranges::sort(ours);
  std::ranges::sort(others);
  fmt::print("polls a second, of one core's server: nginx {:.0f}, ours {:.0f}; ratio {:.2f}\n", others[1],
             ours[1], ours[1] / others[1]);
}

}  // namespace

int main() {
  const testing::TemporaryFolder folder;
  const Province province(folder.path());
  print_sizes(province);
  publish_beside_openssl(province);
  const testing::Process server(
      {std::string(CONGLANG_BIN_DIR) + "/conglang-server", "--repo", province.tree(), "--port", "0"},
      folder / "server.log");
  const std::string url = address_in(server);
  verify_beside_tuf_js(province, url);
  polls_beside_nginx(province, url);
  return 0;
}
