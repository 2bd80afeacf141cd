// What the public conformance suite asks of a client's command line, asked of `conglang-sync tuf` over HTTP:
// the requests that it makes, what lies in its folders after each command, and its status.

#include <fmt/ranges.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <memory>
#include <mutex>
#include <utility>

#include "content/base/file.h"
#include "sync/server/http/server.h"
#include "sync/tuf/names.h"
#include "tests/e2e/village.h"
#include "tests/support/process.h"
#include "tests/support/repository_simulator.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::testing;
using Names = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

// Letters that are encoded already, and such that are not: an address is the operator's, to the letter.
constexpr std::string_view kPlace = "/test%5Brsa%2Fpss%5D/(a)";

// What is asked for below kPlace, decoded.
std::string decoded(std::string_view path) {
  std::string text;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const bool is_code = path[i] == '%' && i + 2 < path.size();
    text += is_code ? static_cast<char>(std::stoi(std::string(path.substr(i + 1, 2)), nullptr, 16)) : path[i];
    if (is_code) i += 2;
  }
  return text;
}

// A simulated repository behind a server that writes down what it is asked, and a client of it.
class Contract {
 public:
  Contract() {
    REQUIRE(write_file_atomically(folder / "root.json", repository.metadata("1.root.json")));
    REQUIRE(make_folders(metadata));
    REQUIRE(make_folders(targets));
    server_ =
        http::Server::start({}, [this](const http::Request& request) { return answer(request); }).value();
  }

  int init() const { return client({"init", folder / "root.json"}); }
  int refresh() { return client({"--metadata-url", url("metadata/"), "refresh"}); }
  int download(const std::string& target) {
    return client({"--metadata-url", url("metadata/"), "--target-name", target, "--target-dir", targets,
                   "--target-base-url", url("targets/"), "download"});
  }

  /// Since the last call: "GET metadata/2.root.json".
  Names take_asked() {
    const std::lock_guard lock(mutex_);
    return std::exchange(asked_, {});
  }
  Names trusted() const { return list_files(metadata).value(); }
  std::string trusted_bytes(const std::string& name) const {
    return read_file(metadata / name, 1U << 22U).value_or("");
  }
  Names downloaded() const {
    Names contents;
    const Names names = list_files(targets).value();
    for (const std::string& name : names) {
      contents.push_back(read_file(targets / name, 1U << 22U).value());
    }
    return contents;
  }
  std::string url(std::string_view below) const {
    return fmt::format("http://127.0.0.1:{}{}/{}", server_->port(), kPlace, below);
  }

  TemporaryFolder folder;
  fs::path metadata = folder / "metadata";
  fs::path targets = folder / "targets";
  RepositorySimulator repository;

 private:
  int client(const Arguments& words) const {
    Arguments command{"env", "TZ=UTC",         "faketime", "2026-06-01 01:00:00", program("conglang-sync"),
                      "tuf", "--metadata-dir", metadata};
    command.insert(command.end(), words.begin(), words.end());
    const Finished finished = run(command);
    UNSCOPED_INFO(finished.output);
    return finished.status;
  }

  http::Response answer(const http::Request& request) {
    const std::string prefix = std::string(kPlace) + "/";
    const bool is_below = request.path.starts_with(prefix);
    const std::string path = is_below ? request.path.substr(prefix.size()) : request.path;
    const std::lock_guard lock(mutex_);
    asked_.push_back(request.method + " " + path);
    // Metadata is named by the encoded role, targets by what the encoding means.
    const auto file = repository.files.find(path.starts_with("targets/") ? decoded(path) : path);
    if (!is_below || file == repository.files.end()) return {404, {}, std::string("not here")};
    return {200, {}, file->second};
  }

  std::mutex mutex_;
  Names asked_;
  std::unique_ptr<http::Server> server_;  // last: it uses what stands above
};

}  // namespace

TEST_CASE("contract: a first refresh asks for the next root and each role once, by GET", "[e2e][contract]") {
  Contract one;
  REQUIRE(one.init() == 0);
  CHECK(one.take_asked().empty());
  CHECK(one.trusted() == Names{"root.json"});
  REQUIRE(one.refresh() == 0);
  CHECK(one.take_asked() == Names{"GET metadata/2.root.json", "GET metadata/timestamp.json",
                                  "GET metadata/1.snapshot.json", "GET metadata/1.targets.json"});
  CHECK(one.trusted() == Names{"root.json", "snapshot.json", "targets.json", "timestamp.json"});
  CHECK(one.trusted_bytes("root.json") == one.repository.metadata("1.root.json"));
  CHECK(one.trusted_bytes("timestamp.json") == one.repository.metadata("timestamp.json"));
  CHECK(one.trusted_bytes("snapshot.json") == one.repository.metadata("1.snapshot.json"));
  CHECK(one.trusted_bytes("targets.json") == one.repository.metadata("1.targets.json"));
}

TEST_CASE("contract: a later refresh asks only for what changed", "[e2e][contract]") {
  Contract one;
  REQUIRE(one.init() == 0);
  REQUIRE(one.refresh() == 0);
  one.take_asked();
  REQUIRE(one.refresh() == 0);
  CHECK(one.take_asked() == Names{"GET metadata/2.root.json", "GET metadata/timestamp.json"});
  one.repository.replace_keys("snapshot");
  one.repository.publish_root();
  one.repository.publish();
  REQUIRE(one.refresh() == 0);
  CHECK(one.take_asked() == Names{"GET metadata/2.root.json", "GET metadata/3.root.json",
                                  "GET metadata/timestamp.json", "GET metadata/2.snapshot.json",
                                  "GET metadata/2.targets.json"});
  CHECK(one.trusted_bytes("root.json") == one.repository.metadata("2.root.json"));
}

TEST_CASE("contract: a download refreshes first, and a target that is not there ends it with 1",
          "[e2e][contract]") {
  Contract one;
  REQUIRE(one.init() == 0);
  CHECK(one.download("nonexistent target") == 1);
  CHECK(one.take_asked() == Names{"GET metadata/2.root.json", "GET metadata/timestamp.json",
                                  "GET metadata/1.snapshot.json", "GET metadata/1.targets.json"});
  CHECK(one.trusted().size() == 4);
  CHECK(one.downloaded().empty());
}

TEST_CASE("contract: roles are asked for and stored by their encoded names, whatever letters these have",
          "[e2e][contract][security]") {
  for (const std::string role :
       {"?", "#", "/delegatedrole", "../delegatedrole", "../../a", "a b", "%2e", "ô"}) {
    CAPTURE(role);
    Contract one;
    one.repository.delegate("targets", role, {"*"});
    one.repository.publish();
    REQUIRE(one.init() == 0);
    CHECK(one.download("nonexistent target") == 1);
    CHECK(one.take_asked().back() == "GET metadata/" + tuf::versioned_metadata_name(role, 1));
    const Names trusted = one.trusted();
    CHECK(trusted.size() == 5);
    CHECK(std::ranges::count(trusted, tuf::metadata_name(role)) == 1);
    CHECK(list_files(one.folder.path()).value().size() == 6);
  }
}

TEST_CASE("contract: a target comes by its encoded path and is fetched no second time", "[e2e][contract]") {
  Contract one;
  const std::string path = "path to/a#b?/100%.txt";
  one.repository.set_target("targets", path, "the content");
  one.repository.publish();
  REQUIRE(one.init() == 0);
  REQUIRE(one.download(path) == 0);
  CHECK(one.downloaded() == Names{"the content"});
  const std::string asked = one.take_asked().back();
  CHECK(asked.starts_with("GET targets/path%20to/a%23b%3F/"));
  CHECK(asked.ends_with(".100%25.txt"));
  REQUIRE(one.download(path) == 0);
  CHECK(one.take_asked() == Names{"GET metadata/2.root.json", "GET metadata/timestamp.json"});
}

TEST_CASE("contract: a target's name is taken as it was given, brackets and commas too", "[e2e][contract]") {
  Contract one;
  one.repository.set_target("targets", "[a,b]", "of the whole name");
  one.repository.set_target("targets", "a", "of a part of it");
  one.repository.set_target("targets", "b", "of the other");
  one.repository.publish();
  REQUIRE(one.init() == 0);
  REQUIRE(one.download("[a,b]") == 0);
  CHECK(one.downloaded() == Names{"of the whole name"});
}

TEST_CASE("contract: a timestamp of the version that is trusted is success, and its bytes are discarded",
          "[e2e][contract]") {
  Contract one;
  REQUIRE(one.init() == 0);
  REQUIRE(one.refresh() == 0);
  const std::string before = one.trusted_bytes("timestamp.json");
  one.repository.timestamp.snapshot.version = 100;
  one.repository.publish_timestamp();
  one.take_asked();
  CHECK(one.refresh() == 0);
  CHECK(one.take_asked().back() == "GET metadata/timestamp.json");
  CHECK(one.trusted_bytes("timestamp.json") == before);
}

TEST_CASE("contract: what is refused ends with 1 and what was verified before it stays",
          "[e2e][contract][security]") {
  const std::pair<std::string, Names> cases[] = {
      {"root", {"root.json"}},
      {"timestamp", {"root.json"}},
      {"snapshot", {"root.json", "timestamp.json"}},
      {"targets", {"root.json", "snapshot.json", "timestamp.json"}},
  };
  for (const auto& [role, trusted] : cases) {
    CAPTURE(role);
    Contract one;
    one.repository.signers.at(role).clear();
    role == "root" ? one.repository.publish_root() : one.repository.publish();
    REQUIRE(one.init() == 0);
    CHECK(one.refresh() == 1);
    CHECK(one.trusted() == trusted);
    CHECK(one.trusted_bytes("root.json") == one.repository.metadata("1.root.json"));
  }
}

TEST_CASE("contract: a root that is none is refused before anything is asked", "[e2e][contract][security]") {
  Contract one;
  std::string root = one.repository.metadata("1.root.json");
  root[root.find("\"version\":1") + 10] = '2';
  REQUIRE(write_file_atomically(one.folder / "root.json", root));
  CHECK(one.init() == 1);
  CHECK(one.refresh() == 1);
  CHECK(one.take_asked().empty());
}

TEST_CASE("contract: addresses are taken with and without a last slash", "[e2e][contract]") {
  for (const std::string_view ending : {"", "/", "//"}) {
    Contract one;
    REQUIRE(one.init() == 0);
    const Finished refreshed =
        run({"env", "TZ=UTC", "faketime", "2026-06-01 01:00:00", program("conglang-sync"), "tuf",
             "--metadata-url", one.url("metadata") + std::string(ending), "--metadata-dir", one.metadata,
             "refresh"});
    CHECK(refreshed.status == 0);
    CHECK(one.take_asked().front() == "GET metadata/2.root.json");
  }
}

TEST_CASE("contract: the status is 0 or 1, whatever is wrong with the words", "[e2e][contract]") {
  const TemporaryFolder folder;
  const std::string metadata = folder.path();
  const std::vector<Arguments> wrong = {
      {},
      {"refresh"},
      {"--metadata-dir", metadata},
      {"--metadata-dir", metadata, "begin"},
      {"--metadata-dir", metadata, "init"},
      {"--metadata-dir", metadata, "init", metadata + "/none.json"},
      {"--metadata-dir", metadata, "refresh"},
      {"--metadata-dir", metadata, "--metadata-url", "http://127.0.0.1:9/", "refresh"},
      {"--metadata-dir", metadata, "--metadata-url", "file:///etc/", "refresh"},
      {"--metadata-dir", metadata, "--metadata-url", "http://127.0.0.1:9/", "download"},
      {"--metadata-dir", metadata, "--no-such-option", "refresh"},
  };
  for (const Arguments& words : wrong) {
    const Finished finished = run(joined({program("conglang-sync"), "tuf"}, {words}));
    INFO(fmt::format("{}", fmt::join(words, " ")));
    CHECK(finished.status == 1);
    CHECK_FALSE(finished.output.empty());
  }
  CHECK(run({program("conglang-sync"), "tuf", "--help"}).status == 0);
}
