#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/sync/agent/world.h"

using namespace conglang;
using namespace conglang::agent;
namespace fs = std::filesystem;

TEST_CASE("a first try puts the published content on the screen and says so", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  CHECK(world.pointer() == "guides-1.db\n");
  CHECK(world.shown_title() == "Register a birth");
  CHECK(world.shown().origin == database::Origin{"09784", 1, format_instant(kSimulatorNow)});
  const Status status = world.status();
  CHECK(status.generation == 1);
  CHECK(status.last_success == format_instant(kSimulatorNow));
  CHECK(status.error.empty());
  CHECK(world.said.find("guides-1.db is active") != std::string::npos);
}

TEST_CASE("without anything new no generation is made", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.repository.publish();
  REQUIRE(world.try_once());
  CHECK(world.pointer() == "guides-1.db\n");
  CHECK(world.said.find("nothing new") != std::string::npos);
}

TEST_CASE("a guide changed and published is the next generation", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.publish_title("Birth");
  REQUIRE(world.try_once());
  CHECK(world.pointer() == "guides-2.db\n");
  CHECK(world.shown_title() == "Birth");
}

TEST_CASE("attack: a flipped byte is refused by name, the screen stays, and the healed server is followed",
          "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.publish_title("Birth");
  const std::vector<std::string> files = {"metadata/timestamp.json", "metadata/3.snapshot.json",
                                          "metadata/3.targets.json", "metadata/2.commune-09784.json"};
  auto agent = world.open().value();
  for (const std::string& name : files) {
    std::string& bytes = world.repository.files.at(name);
    char& middle = bytes[bytes.size() / 2];
    middle = static_cast<char>(middle ^ 1);
    const auto refused = agent->try_once(kSimulatorNow);
    middle = static_cast<char>(middle ^ 1);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.starts_with(name + ": "));
    CHECK(world.status().error == refused.error().message);
    CHECK(world.status().last_success == format_instant(kSimulatorNow));
    CHECK(world.shown_title() == "Register a birth");
  }
  std::string& blob = world.served(kGuide);
  blob[0] = '[';
  const auto refused = agent->try_once(kSimulatorNow);
  blob[0] = '{';
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.starts_with(std::string("targets/") + kGuide));
  CHECK(world.shown_title() == "Register a birth");
  REQUIRE(agent->try_once(kSimulatorNow));
  CHECK(world.shown_title() == "Birth");
}

TEST_CASE("a server that cannot be reached leaves the screen as it is", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.fetcher.offline = true;
  CHECK(world.try_once().error().code == Errc::network);
  CHECK(world.shown_title() == "Register a birth");
  CHECK(world.status().generation == 1);
}

TEST_CASE("national content that does not build leaves the screen as it is", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.set(kGuide, "{\"not\":\"a guide\"}");
  world.repository.publish();
  const auto failed = world.try_once();
  REQUIRE_FALSE(failed);
  CHECK(failed.error().message.find(kGuide) != std::string::npos);
  CHECK(world.pointer() == "guides-1.db\n");
  CHECK_FALSE(fs::exists(world.data / "guides-2.db"));
  CHECK(world.shown_title() == "Register a birth");
}

TEST_CASE("a commune's file that does not fit is set aside and reported, the rest goes on the screen",
          "[agent]") {
  World world;
  world.set("communes/09784/patches/khai-sinh.json", "[1]");
  world.publish_title("Birth");
  REQUIRE(world.try_once());
  CHECK(world.shown_title() == "Birth");
  const auto aside = world.status().set_aside;
  REQUIRE(aside.size() == 1);
  CHECK(aside.front().path == "communes/09784/patches/khai-sinh.json");
  CHECK_FALSE(aside.front().reason.empty());
  // Still said after a try that finds nothing new.
  REQUIRE(world.try_once());
  CHECK(world.status().set_aside == aside);
}

TEST_CASE("a board that boots in 1970 takes the build day, then the last verified time", "[agent]") {
  World world;
  const Instant k1970{std::chrono::seconds{100}};
  REQUIRE(world.try_once(k1970));
  CHECK(world.status().last_try == format_instant(world.built));
  REQUIRE(world.try_once(kSimulatorNow + std::chrono::days(3)));
  REQUIRE(world.try_once(k1970));
  CHECK(world.status().last_try == format_instant(kSimulatorNow + std::chrono::days(3)));
}

TEST_CASE("a clock years ahead stops new content and does not stay believed", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  CHECK(world.try_once(kSimulatorNow + std::chrono::days(3000)).error().code == Errc::expired);
  CHECK(world.shown_title() == "Register a birth");
  CHECK(world.try_once());
}

TEST_CASE("a second agent on one data folder is told so", "[agent]") {
  World world;
  const auto first = world.open();
  REQUIRE(first);
  CHECK(world.open().error().code == Errc::conflict);
}

TEST_CASE("a machine that is not set up says which file is missing, and goes on when it is there",
          "[agent]") {
  World world;
  auto agent = world.open().value();
  for (const std::string name : {"kiosk.json", "root.json"}) {
    fs::rename(world.data / name, world.data / "away");
    const auto failed = agent->try_once(kSimulatorNow);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().message.find(name) != std::string::npos);
    fs::rename(world.data / "away", world.data / name);
  }
  CHECK(agent->try_once(kSimulatorNow));
}

TEST_CASE("attack: a root that was not provisioned is not followed", "[agent]") {
  World world;
  testing::RepositorySimulator other;
  other.replace_keys("root");
  other.replace_keys("timestamp");
  other.root.version = 0;
  other.publish_root();
  world.write("root.json", other.metadata("1.root.json"));
  CHECK_FALSE(world.try_once());
  CHECK(world.pointer().empty());
}

TEST_CASE("a repository without content says so and leaves no generation", "[agent]") {
  World world;
  for (auto& [name, role] : world.repository.roles) role.targets.clear();
  world.repository.publish();
  const auto failed = world.try_once();
  CHECK(failed.error().code == Errc::not_found);
  CHECK(failed.error().message.find("09784") != std::string::npos);
  CHECK(world.pointer().empty());
}

TEST_CASE("a database that the disk damaged is built anew at the next start", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.write("guides-1.db", "damaged");
  REQUIRE(world.try_once());
  CHECK(world.pointer() == "guides-2.db\n");
  CHECK(world.shown_title() == "Register a birth");
}

TEST_CASE("a new version of the program builds the same files anew", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  REQUIRE(world.open("0.2.0").value()->try_once(kSimulatorNow));
  CHECK(world.pointer() == "guides-2.db\n");
}

TEST_CASE("an agent killed at any moment leaves a whole screen, and its successor finishes", "[agent]") {
  bool killed = true;
  for (int moment = 0; killed; ++moment) {
    INFO("killed at moment " << moment);
    World world;
    REQUIRE(world.try_once());
    world.publish_title("Birth");
    const pid_t child = ::fork();
    if (child == 0) {
      int left = moment;
      const auto die_in_time = [&left] {
        if (left-- == 0) ::_exit(9);
        return true;
      };
      world.fetcher.chunk_bytes = 1024;
      world.fetcher.goes_on = die_in_time;
      world.on_say = [&die_in_time] { die_in_time(); };
      ::_exit(world.try_once() ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    killed = WEXITSTATUS(status) == 9;
    REQUIRE((killed || WEXITSTATUS(status) == 0));
    const std::string title = world.shown_title();
    CHECK((title == "Register a birth" || title == "Birth"));
    REQUIRE(world.try_once());
    CHECK(world.shown_title() == "Birth");
  }
}

TEST_CASE("a database that the disk damaged is built anew without a network, from what is here", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.write("guides-1.db", "damaged");
  world.fetcher.offline = true;
  CHECK(world.try_once().error().code == Errc::network);
  CHECK(world.pointer() == "guides-2.db\n");
  CHECK(world.shown_title() == "Register a birth");
}

TEST_CASE("a blob that the disk damaged is found within a day, reported and fetched again", "[agent]") {
  World world;
  auto agent = world.open().value();
  REQUIRE(agent->try_once(kSimulatorNow));
  REQUIRE(agent->try_once(kSimulatorNow + std::chrono::hours(1)));
  const std::string hash = world.repository.roles.at("targets").targets.at(kGuide).hashes.sha256;
  const fs::path blob = world.data / "blobs" / hash;
  const std::string good = read_file(blob, 1U << 20U).value();
  REQUIRE(write_file_atomically(blob, std::string(good.size(), 'x')));
  REQUIRE(agent->try_once(kSimulatorNow + std::chrono::hours(2)));
  CHECK(read_file(blob, 1U << 20U) != good);
  REQUIRE(agent->try_once(kSimulatorNow + std::chrono::hours(26)));
  CHECK(world.said.find("damaged on this disk") != std::string::npos);
  CHECK(world.said.find(kGuide) != std::string::npos);
  CHECK(read_file(blob, 1U << 20U) == good);
  CHECK(world.pointer() == "guides-1.db\n");
}

TEST_CASE("the content before the active one, damaged on the disk, is built anew or reported", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.publish_title("Birth");
  REQUIRE(world.try_once());
  world.write("guides-1.db", "rotten");
  REQUIRE(world.try_once());
  CHECK(world.said.find("the content before the active one is damaged") != std::string::npos);
  CHECK(world.said.find("it was built anew") != std::string::npos);
  CHECK(database::load(world.data / "guides-1.db"));
  CHECK(world.status().damaged.empty());
  REQUIRE(world.open().value()->turn_back(kSimulatorNow));
  CHECK(world.shown_title() == "Register a birth");
}

TEST_CASE("content before the active one that cannot be mended is reported, and the screen stays",
          "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.publish_title("Birth");
  REQUIRE(world.try_once());
  world.write("guides-1.db", "rotten");
  world.write("guides-1.json", "{}");
  REQUIRE(world.try_once());
  REQUIRE(world.status().damaged.size() == 1);
  CHECK(world.status().damaged.front().path == "guides-1.db");
  CHECK(world.shown_title() == "Birth");
}

TEST_CASE("a pointer that the disk damaged is turned to what is whole again, without a network", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.write("current", "x");
  world.fetcher.offline = true;
  CHECK_FALSE(world.try_once());
  CHECK(world.pointer() == "guides-1.db\n");
}

TEST_CASE("a clock far ahead is reported as that, not as an attack", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.fetcher.date = kSimulatorNow;
  const auto tried = world.try_once(kSimulatorNow + std::chrono::days(60));
  CHECK(tried.error().code == Errc::expired);
  CHECK(tried.error().message.find("1440 hours ahead") != std::string::npos);
  CHECK(world.status().clock_ahead_hours == 1440);
  CHECK(world.shown_title() == "Register a birth");
  REQUIRE(world.try_once());
  CHECK(world.status().clock_ahead_hours == 0);
}

TEST_CASE("in a staged rollout a machine says what waits", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  const auto bundle = testing::sample_bundle();
  world.set(kGuide, testing::with(bundle.at(kGuide), "Register a birth", "Birth"));
  world.repository.roles["targets"].targets[kGuide].custom = R"({"rollout":{"percent":0,"salt":"s"}})";
  world.repository.publish();
  REQUIRE(world.try_once());
  CHECK(world.shown_title() == "Register a birth");
  REQUIRE(world.status().waiting.size() == 1);
  CHECK(world.status().waiting.front().path == kGuide);
}
