#include <catch2/catch_test_macros.hpp>

#include "tests/unit/sync/agent/world.h"

using namespace conglang;
using namespace conglang::agent;
namespace fs = std::filesystem;

namespace {

// A machine without a network, and a stick that holds the repository as it was at some time.
class StickWorld : public World {
 public:
  StickWorld() { fetcher.offline = true; }

  void write_stick() {
    fs::remove_all(stick.path() / "tree");
    repository.write_to(stick / "tree");
  }
  Result<Imported> import_stick(Instant system = kSimulatorNow) {
    auto agent = open();
    if (!agent) return tl::unexpected<Error>(agent.error());
    return (*agent)->import_tree(stick / "tree", system);
  }

  testing::TemporaryFolder stick;
};

}  // namespace

TEST_CASE("a stick brings new content to a machine without a network", "[agent]") {
  StickWorld world;
  world.write_stick();
  CHECK(world.import_stick().value() == Imported::taken);
  CHECK(world.shown_title() == "Register a birth");
  world.publish_title("Birth");
  world.write_stick();
  CHECK(world.import_stick().value() == Imported::taken);
  CHECK(world.shown_title() == "Birth");
}

TEST_CASE("a stick that is older means keep mine, and is no error", "[agent]") {
  StickWorld world;
  world.write_stick();
  world.fetcher.offline = false;
  world.publish_title("Birth");
  REQUIRE(world.try_once());
  CHECK(world.import_stick().value() == Imported::kept);
  CHECK(world.shown_title() == "Birth");
  CHECK(world.status().error.empty());
}

TEST_CASE("a stick as old as what is here changes nothing, expired or not", "[agent]") {
  StickWorld world;
  world.write_stick();
  REQUIRE(world.import_stick());
  CHECK(world.import_stick().value() == Imported::taken);
  CHECK(world.import_stick(kSimulatorNow + std::chrono::days(300)).value() == Imported::kept);
  CHECK(world.pointer() == "guides-1.db\n");
}

TEST_CASE("a stick completes what a bad line began", "[agent]") {
  StickWorld world;
  world.fetcher.offline = false;
  const auto lost = std::exchange(world.served(kGuide), "");
  REQUIRE_FALSE(world.try_once());
  world.served(kGuide) = lost;
  world.write_stick();
  world.fetcher.offline = true;
  CHECK(world.import_stick().value() == Imported::taken);
  CHECK(world.shown_title() == "Register a birth");
}

TEST_CASE("attack: a stick that was tampered with is refused by file and folder, and the screen stays",
          "[agent][security]") {
  StickWorld world;
  world.write_stick();
  REQUIRE(world.import_stick());
  world.publish_title("Birth");
  std::string& guide = world.served(kGuide);
  guide[guide.size() / 2] ^= 1;
  world.write_stick();
  const auto refused = world.import_stick();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.starts_with((world.stick / "tree").string() + ": targets/"));
  CHECK(world.shown_title() == "Register a birth");
}

TEST_CASE("attack: a stick newer by its own word alone is refused", "[agent][security]") {
  StickWorld world;
  world.write_stick();
  REQUIRE(world.import_stick());
  std::string& timestamp = world.repository.metadata("timestamp.json");
  timestamp[timestamp.find("\"version\":") + 10] = '9';
  world.write_stick();
  CHECK(world.import_stick().error().code == Errc::bad_signature);
}

TEST_CASE("attack: a stick that expired is not new content", "[agent][security]") {
  StickWorld world;
  world.write_stick();
  REQUIRE(world.import_stick());
  world.publish_title("Birth");
  world.write_stick();
  CHECK(world.import_stick(kSimulatorNow + std::chrono::days(300)).error().code == Errc::expired);
  CHECK(world.shown_title() == "Register a birth");
}

TEST_CASE("a folder that holds no repository is told by name", "[agent]") {
  StickWorld world;
  fs::create_directories(world.stick / "tree");
  const auto refused = world.import_stick();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.starts_with((world.stick / "tree").string() + ": holds no repository: "));
}

TEST_CASE("a machine that turned back does not take the same content again, but takes the next", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.publish_title("Bad");
  REQUIRE(world.try_once());
  REQUIRE(world.open().value()->turn_back(kSimulatorNow));
  CHECK(world.pointer() == "guides-1.db\n");
  CHECK(world.status().turned_away);
  CHECK(world.status().generation == 1);
  for (int tries = 0; tries < 2; ++tries) {
    REQUIRE(world.try_once());
    CHECK(world.shown_title() == "Register a birth");
    CHECK(world.status().turned_away);
  }
  world.publish_title("Good");
  REQUIRE(world.try_once());
  CHECK(world.shown_title() == "Good");
  CHECK_FALSE(world.status().turned_away);
}

TEST_CASE("a new version of the program tries content again that was turned away from", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.publish_title("Bad");
  REQUIRE(world.try_once());
  REQUIRE(world.open().value()->turn_back(kSimulatorNow));
  REQUIRE(world.open("0.2.0").value()->try_once(kSimulatorNow));
  CHECK(world.shown_title() == "Bad");
}

TEST_CASE("without a generation before, turning back changes nothing and says why", "[agent]") {
  World world;
  CHECK(world.open().value()->turn_back(kSimulatorNow).error().code == Errc::not_found);
  REQUIRE(world.try_once());
  const auto refused = world.open().value()->turn_back(kSimulatorNow);
  CHECK(refused.error().code == Errc::not_found);
  CHECK(refused.error().message.find("no generation before 1") != std::string::npos);
  CHECK(world.shown_title() == "Register a birth");
}
