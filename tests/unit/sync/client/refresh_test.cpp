#include "sync/client/refresh.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "sync/tuf/limits.h"
#include "tests/support/recording_fetcher.h"
#include "tests/support/repository_simulator.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::client;
using conglang::testing::kSimulatorNow;
using Asked = std::vector<std::string>;

namespace {

struct World {
  World() {
    repository.delegate("targets", "commune-09784", {"communes/09784/*", "communes/09784/*/*"}, true);
    repository.delegate("targets", "commune-00001", {"communes/00001/*", "communes/00001/*/*"}, true);
    repository.publish();
    anchor = repository.metadata("1.root.json");
  }
  Result<Refreshed> refresh() {
    fetcher.asked.clear();
    return client::refresh({anchor, {"national/", "communes/09784/"}, now}, fetcher, store, tag);
  }

  testing::RepositorySimulator repository;
  std::string anchor;
  Instant now = kSimulatorNow;
  testing::TemporaryFolder folder;
  MetadataStore store = MetadataStore::open(folder / "metadata").value();
  testing::RecordingFetcher fetcher{repository.files};
  std::string tag;
};

}  // namespace

TEST_CASE("a first update asks for each file once, in the order of the specification", "[client]") {
  World world;
  REQUIRE(world.refresh());
  CHECK(world.fetcher.asked == Asked{"metadata/2.root.json", "metadata/timestamp.json",
                                     "metadata/2.snapshot.json", "metadata/2.targets.json",
                                     "metadata/1.commune-09784.json"});
}

TEST_CASE("files of roles that sign nothing wanted are not asked for", "[client]") {
  World world;
  REQUIRE(world.refresh());
  CHECK(std::ranges::find(world.fetcher.asked, "metadata/1.commune-00001.json") == world.fetcher.asked.end());
}

TEST_CASE("what was verified is stored byte for byte and not asked for again", "[client]") {
  World world;
  REQUIRE(world.refresh());
  CHECK(world.store.load("timestamp") == world.repository.metadata("timestamp.json"));
  CHECK(world.store.load("snapshot") == world.repository.metadata("2.snapshot.json"));
  CHECK(world.store.load("targets") == world.repository.metadata("2.targets.json"));
  CHECK(world.store.load("commune-09784") == world.repository.metadata("1.commune-09784.json"));
  world.tag.clear();
  REQUIRE(world.refresh());
  CHECK(world.fetcher.asked == Asked{"metadata/2.root.json", "metadata/timestamp.json"});
}

TEST_CASE("an unchanged timestamp costs no bytes and still expires", "[client]") {
  World world;
  REQUIRE(world.refresh());
  CHECK_FALSE(world.tag.empty());
  int chunks = 0;
  world.fetcher.goes_on = [&chunks] { return ++chunks > 0; };
  REQUIRE(world.refresh());
  CHECK(chunks == 0);
  world.now = kSimulatorNow + std::chrono::days(15);
  const auto expired = world.refresh();
  CHECK(expired.error().code == Errc::expired);
  CHECK(expired.error().message.starts_with("metadata/timestamp.json: "));
}

TEST_CASE("new roots are followed one by one and stored", "[client]") {
  World world;
  REQUIRE(world.refresh());
  for (int i = 0; i < 3; ++i) {
    world.repository.replace_keys("root");
    world.repository.publish_root();
  }
  REQUIRE(world.refresh());
  CHECK(world.store.load("root") == world.repository.metadata("4.root.json"));
  // Old roots may be gone from the server by then.
  world.repository.files.erase("metadata/2.root.json");
  REQUIRE(world.refresh());
  CHECK(world.fetcher.asked.front() == "metadata/5.root.json");
}

TEST_CASE("attack: of roots without end 256 are followed in one update", "[client][security]") {
  World world;
  for (int i = 0; i < 300; ++i) world.repository.publish_root();
  REQUIRE(world.refresh());
  CHECK(std::ranges::count_if(world.fetcher.asked, [](const std::string& path) {
          return path.ends_with(".root.json");
        }) == tuf::kMaxRootRotations);
  CHECK(world.store.load("root") == world.repository.metadata("257.root.json"));
  REQUIRE(world.refresh());
  CHECK(world.store.load("root") == world.repository.metadata("301.root.json"));
}

TEST_CASE("a stored root that the disk damaged is replaced from the anchor on", "[client]") {
  World world;
  world.repository.publish_root();
  REQUIRE(world.refresh());
  REQUIRE(world.store.store("root", "damaged"));
  REQUIRE(world.refresh());
  CHECK(world.fetcher.asked.front() == "metadata/2.root.json");
  CHECK(world.store.load("root") == world.repository.metadata("2.root.json"));
}

TEST_CASE("a machine that is given another repository starts over", "[client]") {
  World world;
  for (int i = 0; i < 5; ++i) world.repository.publish();
  REQUIRE(world.refresh());
  testing::RepositorySimulator other;
  other.replace_keys("timestamp");
  other.root.version = 0;
  other.publish_root();
  other.publish();
  world.repository.files = other.files;
  CHECK_FALSE(world.refresh());
  world.anchor = other.metadata("1.root.json");
  CHECK(world.refresh());
}

TEST_CASE("replaced timestamp keys forget what an attacker may have driven up", "[client]") {
  World world;
  world.repository.timestamp.version = 1000000;
  world.repository.snapshot.version = 1000000;
  world.repository.publish();
  REQUIRE(world.refresh());
  world.repository.timestamp.version = 5;
  world.repository.snapshot.version = 5;
  world.repository.replace_keys("timestamp");
  world.repository.replace_keys("snapshot");
  world.repository.publish_root();
  world.repository.publish();
  CHECK(world.refresh());
}

TEST_CASE("attack: a flipped byte in any metadata file is refused by its path, and the next update heals",
          "[client]") {
  for (const std::string name :
       {"timestamp.json", "3.snapshot.json", "3.targets.json", "2.commune-09784.json", "2.root.json"}) {
    World world;
    REQUIRE(world.refresh());
    world.repository.publish_root();
    world.repository.publish();
    const auto before = list_files(world.folder / "metadata").value();
    std::string& served = world.repository.metadata(name);
    const std::string good = served;
    // Inside the signed part, so that signatures and hashes are what must notice.
    const std::size_t at = good.find("\"version\":") + 10;
    served[at] = served[at] == '9' ? '8' : '9';
    const auto refused = world.refresh();
    REQUIRE_FALSE(refused);
    INFO(refused.error().message);
    CHECK(refused.error().message.starts_with("metadata/" + name + ": "));
    CHECK(list_files(world.folder / "metadata").value().size() <= before.size() + 1);
    served = good;
    CHECK(world.refresh());
  }
}

TEST_CASE("attack: a refused timestamp is asked for again, not taken as seen", "[client]") {
  World world;
  REQUIRE(world.refresh());
  const std::string good = world.repository.metadata("timestamp.json");
  world.repository.metadata("timestamp.json") += " x";
  CHECK_FALSE(world.refresh());
  CHECK_FALSE(world.refresh());
  world.repository.metadata("timestamp.json") = good;
  CHECK(world.refresh());
}

TEST_CASE("attack: an older timestamp is refused as rollback, after a restart too", "[client]") {
  World world;
  const std::string older = world.repository.metadata("timestamp.json");
  world.repository.publish();
  REQUIRE(world.refresh());
  world.repository.metadata("timestamp.json") = older;
  world.tag.clear();
  const auto refused = world.refresh();
  CHECK(refused.error().code == Errc::rollback);
  CHECK(refused.error().message.starts_with("metadata/timestamp.json: "));
}

TEST_CASE("attack: endless files are cut at their bound", "[client]") {
  for (const std::string name : {"timestamp.json", "2.snapshot.json", "2.targets.json", "2.root.json"}) {
    World world;
    world.repository.files["metadata/" + name] = std::string(6'000'000, ' ');
    CHECK(world.refresh().error().code == Errc::too_large);
  }
}

TEST_CASE("attack: a server that hides the next root by failing ends the update", "[client]") {
  World world;
  REQUIRE(world.refresh());
  world.fetcher.offline = true;
  CHECK(world.refresh().error().code == Errc::network);
  CHECK(world.fetcher.asked.size() == 1);
}

TEST_CASE("attack: freeze under an expired root asks for nothing but roots", "[client][security]") {
  World world;
  REQUIRE(world.refresh());
  world.repository.root.expires = kSimulatorNow - std::chrono::days(1);
  world.repository.publish_root();
  const auto refused = world.refresh();
  CHECK(refused.error().code == Errc::expired);
  CHECK(refused.error().message.starts_with("metadata/2.root.json: "));
  CHECK(world.fetcher.asked == Asked{"metadata/2.root.json", "metadata/3.root.json"});
  // It is stored all the same: the next root may be a good one.
  CHECK(world.store.load("root") == world.repository.metadata("2.root.json"));
}

TEST_CASE("a commune's expired role is left out by name and holds nobody else up", "[client]") {
  World world;
  world.repository.roles["commune-09784"].expires = kSimulatorNow - std::chrono::days(1);
  world.repository.publish();
  const auto refreshed = world.refresh();
  REQUIRE(refreshed);
  REQUIRE(refreshed->broken.size() == 1);
  CHECK(refreshed->broken.front().role.name == "commune-09784");
  CHECK(refreshed->broken.front().error.code == Errc::expired);
  CHECK(refreshed->broken.front().error.message.starts_with("metadata/2.commune-09784.json: "));
}

TEST_CASE("a commune's role that the snapshot vouches for and its signers broke is left out", "[client]") {
  World world;
  world.repository.signers["commune-09784"] = std::move(world.repository.signers["commune-00001"]);
  world.repository.signers["commune-00001"].clear();
  world.repository.publish();
  // Not vouched for by a hash: it may have been changed on the way.
  CHECK(world.refresh().error().code == Errc::bad_signature);
  const std::string& file = world.repository.metadata("2.commune-09784.json");
  world.repository.snapshot.meta["commune-09784.json"].hashes.sha256 = tuf::sha256_hex(file);
  ++world.repository.snapshot.version;
  world.repository.publish_snapshot();
  ++world.repository.timestamp.version;
  world.repository.publish_timestamp();
  const auto refreshed = world.refresh();
  REQUIRE(refreshed);
  REQUIRE(refreshed->broken.size() == 1);
  CHECK(refreshed->broken.front().error.code == Errc::bad_signature);
}

TEST_CASE("attack: delegations without end are refused", "[client]") {
  World world;
  std::string parent = "targets";
  for (int i = 0; i < 40; ++i) {
    const std::string name = "role-" + std::to_string(i);
    world.repository.delegate(parent, name, {"national/*"});
    parent = name;
  }
  world.repository.publish();
  CHECK(world.refresh().error().code == Errc::invalid);
}
