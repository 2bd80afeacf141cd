// Hundreds of histories drawn from a seed: publishing, rotating, revoking, attacking, cutting, checked step
// by step against what was honestly signed.

#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>

#include "sync/client/update.h"
#include "tests/support/recording_fetcher.h"
#include "tests/support/repository_simulator.h"

using namespace conglang;
using namespace conglang::client;
using conglang::testing::kSimulatorNow;
namespace fs = std::filesystem;

namespace {

using Shown = std::map<std::string, std::string>;  // path to bytes

constexpr int kSteps = 4;

// 200, or as many as CONGLANG_HISTORIES says, for a long run.
unsigned histories() {
  const char* wanted = std::getenv("CONGLANG_HISTORIES");
  return wanted == nullptr ? 200U : static_cast<unsigned>(std::strtoul(wanted, nullptr, 10));
}

// In memory where there is such a place: thousands of updates would wait for the disk.
class QuickFolder {
 public:
  QuickFolder() {
    const fs::path memory = "/dev/shm";
    std::string name = (fs::is_directory(memory) ? memory : fs::temp_directory_path()) / "conglang-XXXXXX";
    path_ = ::mkdtemp(name.data());
  }
  ~QuickFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  QuickFolder(const QuickFolder&) = delete;
  QuickFolder& operator=(const QuickFolder&) = delete;
  fs::path operator/(const std::string& name) const { return path_ / name; }

 private:
  fs::path path_;
};

class History {
 public:
  explicit History(unsigned seed) : random_(seed) {
    repository_.delegate("targets", "commune-09784", {"communes/09784/*/*"}, true);
    change_something();
    publish();
    request_.metadata = {
        repository_.metadata("1.root.json"), {"national/", "communes/09784/"}, kSimulatorNow};
  }

  void step() {
    switch (draw(9)) {
      case 0:
        return publish_change();
      case 1:
        return rotate();
      case 2:
        return replace_commune_key();
      case 3:
        return under_attack([this] { flip_a_bit(); });
      case 4:
        return under_attack([this] { replay_old_timestamp(); });
      case 5:
        return under_attack([this] { serve_another_file(); });
      case 6:
        return under_attack([this] { shorten_a_file(); });
      case 7:
        return cut_off();
      default:
        return expect_newest();
    }
  }

 private:
  std::size_t draw(std::size_t below) { return random_() % below; }

  void change_something() {
    const std::string bytes = "content " + std::to_string(++changes_);
    const std::string number = std::to_string(draw(4));
    if (draw(2) == 0) {
      repository_.set_target("targets", "national/" + number + ".json", bytes);
    } else {
      repository_.set_target("commune-09784", "communes/09784/place/" + number + ".json", bytes);
    }
  }

  // The oracle: what each timestamp's version stands for.
  void publish() {
    repository_.publish();
    Shown shown;
    for (const auto& [name, role] : repository_.roles) {
      for (const auto& [path, file] : role.targets) shown[path] = file.hashes.sha256;
    }
    honest_[repository_.timestamp.version] = std::move(shown);
    timestamps_.push_back(repository_.metadata("timestamp.json"));
  }

  void publish_change() {
    change_something();
    publish();
    expect_newest();
  }

  void rotate() {
    const std::vector<std::string> roles = {"root", "timestamp", "snapshot", "targets"};
    repository_.replace_keys(roles[draw(roles.size())]);
    repository_.publish_root();
    publish();
    expect_newest();
  }

  void replace_commune_key() {
    repository_.signers["commune-09784"].clear();
    repository_.roles.at("targets").delegations->roles.front().keys.key_ids.clear();
    repository_.add_key("commune-09784");
    publish();
    expect_newest();
  }

  template <typename Attack>
  void under_attack(const Attack& attack) {
    if (draw(2) == 0) {
      change_something();
      publish();
    }
    const auto good = repository_.files;
    attack();
    check(update());
    repository_.files = good;
    tag_.clear();
    expect_newest();
  }

  std::string& any_file() {
    auto file = repository_.files.begin();
    std::advance(file, static_cast<std::ptrdiff_t>(draw(repository_.files.size())));
    return file->second;
  }
  void flip_a_bit() {
    std::string& bytes = any_file();
    char& byte = bytes[draw(bytes.size())];
    byte = static_cast<char>(byte ^ (1 << draw(8)));
  }
  void replay_old_timestamp() {
    repository_.metadata("timestamp.json") = timestamps_[draw(timestamps_.size())];
  }
  void serve_another_file() {
    std::string& one = any_file();
    one = any_file();
  }
  void shorten_a_file() {
    std::string& bytes = any_file();
    bytes.resize(draw(bytes.size()));
  }

  void cut_off() {
    change_something();
    publish();
    auto left = static_cast<int>(draw(40));
    fetcher_.chunk_bytes = 200;
    fetcher_.goes_on = [&left] { return left-- > 0; };
    check(update());
    fetcher_.goes_on = [] { return true; };
    expect_newest();
  }

  Result<Update> update() { return client::update(request_, fetcher_, metadata_, blobs_, {}, tag_); }

  // Whatever was served: nothing that was not signed, nothing older than before.
  void check(const Result<Update>& updated) {
    if (!updated) return;
    const auto stored = metadata_.load("timestamp");
    REQUIRE(stored);
    const std::int64_t version = tuf::parse_timestamp(*stored)->content.version;
    REQUIRE(version >= accepted_);
    REQUIRE(honest_.contains(version));
    accepted_ = version;
    Shown shown;
    for (const auto& [path, file] : updated->files) {
      REQUIRE(tuf::sha256_hex(blobs_.read(path, file).value()) == file.hashes.sha256);
      shown[path] = file.hashes.sha256;
    }
    REQUIRE(shown == honest_.at(version));
  }

  void expect_newest() {
    const auto updated = update();
    if (!updated) FAIL(updated.error().message);
    check(updated);
    REQUIRE(accepted_ == repository_.timestamp.version);
  }

  std::mt19937 random_;
  testing::RepositorySimulator repository_;
  QuickFolder folder_;
  MetadataStore metadata_ = MetadataStore::open(folder_ / "metadata").value();
  BlobStore blobs_ = BlobStore::open(folder_ / "blobs").value();
  testing::RecordingFetcher fetcher_{repository_.files};
  UpdateRequest request_;
  std::string tag_;
  int changes_ = 0;
  std::map<std::int64_t, Shown> honest_;
  std::vector<std::string> timestamps_;
  std::int64_t accepted_ = 0;
};

}  // namespace

TEST_CASE(
    "in any history a client shows what was honestly signed, never older, and the newest when left alone",
    "[client][security]") {
  for (unsigned seed = 0; seed < histories(); ++seed) {
    INFO("seed " << seed);
    History history(seed);
    for (int step = 0; step < kSteps; ++step) {
      INFO("step " << step);
      history.step();
    }
  }
}
