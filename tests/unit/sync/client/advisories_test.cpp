// Advisories about other update clients, each as an attack on this one.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <limits>
#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "sync/client/update.h"
#include "sync/repository/metadata_writer.h"
#include "sync/tuf/signing_key.h"
#include "tests/support/recording_fetcher.h"
#include "tests/support/repository_simulator.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::client;
using conglang::testing::kSimulatorNow;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr const char* kPlace = "communes/09784/place/a.json";

struct World {
  World() {
    repository.delegate("targets", "commune-09784", {"communes/09784/*/*"}, true);
    repository.set_target("targets", "national/links.json", "links");
    repository.set_target("commune-09784", kPlace, "place");
    repository.publish();
    request.metadata.anchor = repository.metadata("1.root.json");
    request.metadata.wanted = {"national/", "communes/09784/"};
    request.metadata.now = kSimulatorNow;
  }
  Result<Update> update() {
    fetcher.asked.clear();
    return client::update(request, fetcher, metadata, blobs, {}, tag);
  }
  Errc refusal() {
    const auto updated = update();
    return updated ? Errc::internal : updated.error().code;
  }
  bool asked_for(const std::string& name) const {
    return std::ranges::find(fetcher.asked, name) != fetcher.asked.end();
  }
  // The file as JSON, changed by somebody without any key.
  void tamper(const std::string& name, const std::function<void(json&)>& change) {
    json file = json::parse(repository.metadata(name));
    change(file);
    repository.metadata(name) = file.dump();
  }
  std::string newest_timestamp() const { return repository.metadata("timestamp.json"); }

  testing::RepositorySimulator repository;
  testing::TemporaryFolder folder;
  MetadataStore metadata = MetadataStore::open(folder / "metadata").value();
  BlobStore blobs = BlobStore::open(folder / "blobs").value();
  testing::RecordingFetcher fetcher{repository.files};
  UpdateRequest request;
  std::string tag;
};

}  // namespace

TEST_CASE("attack CVE-2020-6173: thousands of bad signatures", "[client][security]") {
  World world;
  world.tamper("timestamp.json", [](json& file) {
    const json good = file["signatures"][0];
    file["signatures"] = json::array();
    for (int i = 0; i < 60; ++i) {
      file["signatures"].push_back({{"keyid", std::to_string(i)}, {"sig", std::string(128, 'a')}});
    }
    file["signatures"].push_back(good);
  });
  CHECK(world.update());
  // Beyond the bound on the file's size none is looked at.
  world.tamper("timestamp.json", [](json& file) {
    for (int i = 100; i < 5000; ++i) {
      file["signatures"].push_back({{"keyid", std::to_string(i)}, {"sig", std::string(128, 'a')}});
    }
  });
  world.tag.clear();
  CHECK(world.refusal() == Errc::too_large);
}

TEST_CASE("attack CVE-2020-6174, CVE-2026-6966: one key counted twice", "[client][security]") {
  World world;
  world.repository.root.roles.at("timestamp").threshold = 2;
  world.repository.publish_root();
  world.repository.publish();
  CHECK(world.refusal() == Errc::bad_signature);
  // The one signature a second time under the one key's id.
  world.tamper("timestamp.json", [](json& file) { file["signatures"].push_back(file["signatures"][0]); });
  CHECK(world.refusal() == Errc::parse);
  // The one key listed a second time, under another id.
  World alias;
  tuf::Root& root = alias.repository.root;
  const std::string id = root.roles.at("timestamp").key_ids.front();
  root.keys.emplace("alias", root.keys.at(id));
  root.roles.at("timestamp").key_ids.emplace_back("alias");
  root.roles.at("timestamp").threshold = 2;
  alias.repository.publish_root();
  alias.repository.publish();
  alias.tamper("timestamp.json", [](json& file) {
    file["signatures"].push_back({{"keyid", "alias"}, {"sig", file["signatures"][0]["sig"]}});
  });
  CHECK(alias.refusal() == Errc::bad_signature);
}

TEST_CASE("attack CVE-2020-15163: an unverified root is not trusted on restart", "[client][security]") {
  World world;
  REQUIRE(world.update());
  json forged = json::parse(world.repository.metadata("1.root.json"));
  forged["signed"]["version"] = 2;
  world.repository.files["metadata/2.root.json"] = forged.dump();
  CHECK(world.refusal() == Errc::bad_signature);
  CHECK_FALSE(world.metadata.load("root"));
  CHECK(world.refusal() == Errc::bad_signature);
  // On the disk it is believed no more than on the line.
  REQUIRE(world.metadata.store("root", "{\"signed\":{},\"signatures\":[]}"));
  world.repository.files.erase("metadata/2.root.json");
  CHECK(world.update());
}

TEST_CASE("attack GHSA-wjw6-2cqr-j4qr: a role's name leaves no folder", "[client][security]") {
  World world;
  for (const char* name : {"../../escape", "/tmp/escape", "..", "a/../../b"}) {
    world.repository.delegate("targets", name, {"national/*"});
  }
  world.repository.publish();
  REQUIRE(world.update());
  CHECK(world.asked_for("metadata/1...%2F..%2Fescape.json"));
  CHECK(fs::is_regular_file(world.folder / "metadata/..%2F..%2Fescape.json"));
  CHECK_FALSE(fs::exists(world.folder.path().parent_path() / "escape.json"));
  CHECK_FALSE(fs::exists("/tmp/escape.json"));
  CHECK_FALSE(fs::exists(world.folder / "escape.json"));
}

TEST_CASE("attack GHSA-66x3-6cw3-v5gj: rollback below the root that is trusted", "[client][security]") {
  World world;
  for (int i = 0; i < 3; ++i) world.repository.publish_root();
  REQUIRE(world.update());
  const auto trusted = world.metadata.load("root");
  CHECK(trusted == world.repository.metadata("4.root.json"));
  // An old root under the next one's name, good signatures and all.
  world.repository.files["metadata/5.root.json"] = world.repository.metadata("2.root.json");
  CHECK(world.refusal() == Errc::rollback);
  CHECK(world.metadata.load("root") == trusted);
}

TEST_CASE("attack GHSA-4f8r-qqr9-fq8j: the keys of the delegation that is searched count, no others",
          "[client][security]") {
  World world;
  // Another role names a key of its own for the commune's role, whose file that key then signs.
  const auto thief = tuf::SigningKey::from_seed(std::string(32, 'z'));
  REQUIRE(thief);
  world.repository.delegate("targets", "other", {"national/*"});
  world.repository.delegate("other", "commune-09784", {"communes/09784/*/*"});
  tuf::Delegations& by_other = *world.repository.roles.at("other").delegations;
  const std::string& id = thief->public_key().id();
  by_other.keys.emplace(id, thief->public_key());
  by_other.roles.front().keys.key_ids = {id};
  world.repository.signers["commune-09784"].clear();
  world.repository.signers["commune-09784"].push_back(
      std::move(tuf::SigningKey::from_seed(std::string(32, 'z'))).value());
  world.repository.set_target("commune-09784", kPlace, "evil");
  world.repository.publish();
  CHECK(world.refusal() == Errc::bad_signature);
}

TEST_CASE("attack CVE-2026-23991: valid JSON of the wrong shape", "[client][security]") {
  for (const std::string name :
       {"timestamp.json", "2.snapshot.json", "2.targets.json", "1.commune-09784.json"}) {
    for (const char* bytes :
         {"null", "[]", "7", "\"x\"", "{}", R"({"signed":[],"signatures":{}})",
          R"({"signed":{},"signatures":[]})", R"({"signed":{"_type":[]},"signatures":[{}]})"}) {
      INFO(name << " " << bytes);
      World world;
      world.repository.metadata(name) = bytes;
      CHECK_FALSE(world.update());
    }
  }
}

TEST_CASE("attack CVE-2026-23992: a threshold of zero or less", "[client][security]") {
  for (const int threshold : {0, -1}) {
    World world;
    world.repository.root.roles.at("timestamp").threshold = threshold;
    world.repository.publish_root();
    CHECK(world.refusal() == Errc::parse);
    World below;
    below.repository.roles.at("targets").delegations->roles.front().keys.threshold = threshold;
    below.repository.publish();
    CHECK(below.refusal() == Errc::parse);
  }
}

TEST_CASE("attack CVE-2025-2885: a root that is not exactly the next", "[client][security]") {
  for (const std::int64_t version : {std::int64_t{1}, std::int64_t{3}, std::int64_t{4'000'000'000}}) {
    INFO(version);
    World world;
    world.repository.root.version = version - 1;
    world.repository.publish_root();
    const std::string name = "metadata/" + std::to_string(version) + ".root.json";
    world.repository.files["metadata/2.root.json"] = world.repository.files.at(name);
    CHECK(world.refusal() == Errc::rollback);
    CHECK_FALSE(world.metadata.load("root"));
  }
}

TEST_CASE("attack CVE-2025-2888: a timestamp that was refused is not cached", "[client][security]") {
  World world;
  REQUIRE(world.update());
  const auto stored = world.metadata.load("timestamp");
  const std::string good = world.newest_timestamp();
  // Well signed, and naming a snapshot older than the one that is trusted.
  world.repository.timestamp.version += 5;
  world.repository.timestamp.snapshot.version = 1;
  world.repository.publish_timestamp();
  world.tag.clear();
  CHECK(world.refusal() == Errc::rollback);
  CHECK(world.metadata.load("timestamp") == stored);
  // Were it remembered, the honest one, lower in version, would be refused for good.
  world.repository.metadata("timestamp.json") = good;
  CHECK(world.update());
}

TEST_CASE("attack CVE-2026-6967: expiry, hash and length of delegated files are checked",
          "[client][security]") {
  World expired;
  expired.repository.roles.at("commune-09784").expires = kSimulatorNow - std::chrono::seconds(1);
  expired.repository.publish();
  const auto updated = expired.update();
  REQUIRE(updated);
  CHECK_FALSE(updated->files.contains(kPlace));

  const auto stating = [](const auto& state) {
    World world;
    tuf::MetaFile& stated = world.repository.snapshot.meta.at("commune-09784.json");
    state(stated, world.repository.role_file("commune-09784"));
    world.repository.publish_snapshot();
    world.repository.publish_timestamp();
    return world.refusal();
  };
  CHECK(stating([](tuf::MetaFile& stated, const std::string&) {
          stated.hashes.sha256 = std::string(64, 'a');
        }) == Errc::bad_hash);
  CHECK(stating([](tuf::MetaFile& stated, const std::string& file) {
          stated.length = static_cast<std::int64_t>(file.size()) + 1;
        }) == Errc::bad_hash);
  CHECK(stating([](tuf::MetaFile& stated, const std::string& file) {
          stated.length = static_cast<std::int64_t>(file.size()) - 1;
        }) == Errc::too_large);
}

TEST_CASE("attack CVE-2026-6968: absolute paths and links are not written through", "[client][security]") {
  World world;
  world.repository.roles.at("targets").targets["national/../../../../tmp/escape"] = {
      5, {std::string(64, 'a'), ""}, ""};
  world.repository.roles.at("targets").targets["/tmp/escape"] = {5, {std::string(64, 'a'), ""}, ""};
  world.repository.publish();
  const fs::path precious = world.folder / "precious";
  REQUIRE(write_file_atomically(precious, "precious"));
  const auto hash = world.repository.roles.at("targets").targets.at("national/links.json").hashes.sha256;
  fs::create_symlink(precious, world.folder / "blobs" / (hash + ".part"));
  CHECK_FALSE(world.update());
  fs::remove(world.folder / "blobs" / (hash + ".part"));
  // A link in place of the blob itself is replaced, not followed.
  fs::create_symlink(precious, world.folder / "blobs" / hash);
  const auto updated = world.update();
  REQUIRE(updated);
  CHECK(updated->not_used.size() == 1);
  CHECK(read_file(precious, 100) == "precious");
  CHECK_FALSE(fs::exists("/tmp/escape"));
}

TEST_CASE("attack CVE-2026-34155: lengths over 2 GiB neither wrap around nor are fetched",
          "[client][security]") {
  for (const std::int64_t length :
       {(std::int64_t{1} << 31) + 5, (std::int64_t{1} << 32) + 5, std::numeric_limits<std::int64_t>::max()}) {
    World world;
    world.repository.roles.at("targets").targets.at("national/links.json").length = length;
    world.repository.publish();
    const auto updated = world.update();
    REQUIRE(updated);
    CHECK_FALSE(updated->files.contains("national/links.json"));
    REQUIRE(updated->not_used.size() == 1);
    CHECK(updated->not_used.front().error.code == Errc::too_large);
    World listed;
    listed.repository.timestamp.snapshot.length = length;
    listed.repository.publish_timestamp();
    CHECK(listed.refusal() == Errc::bad_hash);
  }
}

TEST_CASE("attack: key compromise and recovery", "[client][security]") {
  World world;
  REQUIRE(world.update());
  // Thieves of the online keys push versions up as far as they go, and then have the place to themselves.
  world.repository.timestamp.version = 1'000'000;
  world.repository.snapshot.version = 1'000'000;
  world.repository.publish();
  REQUIRE(world.update());
  // Root takes the keys away; the repository goes on where it was.
  world.repository.replace_keys("timestamp");
  world.repository.replace_keys("snapshot");
  world.repository.publish_root();
  world.repository.timestamp.version = 5;
  world.repository.snapshot.version = 5;
  world.repository.set_target("targets", "national/links.json", "honest links");
  world.repository.publish();
  const auto updated = world.update();
  REQUIRE(updated);
  CHECK(world.blobs.read("links", updated->files.at("national/links.json")) == "honest links");
}

TEST_CASE("attack: what a revoked commune key signs is not taken any more", "[client][security]") {
  World world;
  REQUIRE(world.update());
  auto& delegations = *world.repository.roles.at("targets").delegations;
  const auto old_signers = std::move(world.repository.signers["commune-09784"]);
  world.repository.signers["commune-09784"].clear();
  delegations.roles.front().keys.key_ids.clear();
  world.repository.add_key("commune-09784");
  world.repository.publish();
  REQUIRE(world.update());
  // The thief of the old key signs the next version, and has the online keys too.
  tuf::Targets& role = world.repository.roles.at("commune-09784");
  world.repository.set_target("commune-09784", kPlace, "evil");
  ++role.version;
  const std::string name = "metadata/" + std::to_string(role.version) + ".commune-09784.json";
  world.repository.files[name] = repository::write_signed(role, {&old_signers.front()}).value();
  world.repository.snapshot.meta.at("commune-09784.json").version = role.version;
  ++world.repository.snapshot.version;
  world.repository.publish_snapshot();
  ++world.repository.timestamp.version;
  world.repository.publish_timestamp();
  CHECK(world.refusal() == Errc::bad_signature);
}
