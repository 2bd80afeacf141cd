// A machine that follows a national and a provincial repository.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "content/database/guide_database.h"
#include "sync/agent/agent.h"
#include "tests/support/recording_fetcher.h"
#include "tests/support/repository_simulator.h"
#include "tests/support/sample_bundle.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::agent;
using conglang::testing::kSimulatorNow;
namespace fs = std::filesystem;

namespace {

constexpr const char* kMap = R"({
  "repositories": {"national": ["https://national.invalid/r"], "province": ["https://province.invalid/r"]},
  "mapping": [
    {"paths": ["national/*", "national/*/*"], "repositories": ["national"], "terminating": true},
    {"paths": ["provinces/*/*", "provinces/*/*/*", "communes/*/*/*", "emergency/*"],
     "repositories": ["province"], "terminating": true}
  ]})";
constexpr const char* kGuide = "national/guides/khai-sinh.json";
constexpr const char* kPlace = "communes/09784/place/thuong-thap.json";

class World {
 public:
  World() {
    province.delegate("targets", "commune-09784", {"communes/09784/*/*"}, true);
    province.delegate("targets", "emergency", {"emergency/*"}, true);
    for (const auto& [path, bytes] : testing::sample_bundle()) {
      if (path.starts_with("communes/")) {
        province.set_target("commune-09784", path, bytes);
      } else {
        national.set_target("targets", path, bytes);
      }
    }
    national.publish();
    province.publish();
    fs::create_directory(data / "roots");
    REQUIRE(write_file_atomically(data / "kiosk.json", R"({"commune":"09784","place":"thuong-thap"})"));
    REQUIRE(write_file_atomically(data / "roots/national.json", national.metadata("1.root.json")));
    REQUIRE(write_file_atomically(data / "roots/province.json", province.metadata("1.root.json")));
  }

  std::unique_ptr<Agent> open() {
    return Agent::open({data.path(), "0.1.0", kSimulatorNow - std::chrono::days(30),
                        [this](std::string_view step) { said += std::string(step) + "\n"; }},
                       client::RepositoryMap::parse(kMap).value(),
                       {{"national", &national_line}, {"province", &province_line}})
        .value();
  }
  Result<void> try_once(Instant system = kSimulatorNow) { return open()->try_once(system); }

  database::Stored shown() const {
    const std::string name = read_file(data / "current", 100).value();
    return database::load(data / name.substr(0, name.size() - 1)).value();
  }
  std::string guide_title() const {
    const database::Stored stored = shown();
    const auto guide = std::ranges::find(stored.content.guides, "khai-sinh", &guide::Guide::id);
    return guide == stored.content.guides.end() ? "" : std::string(guide->title.in("en"));
  }
  bool shows_commune() const {
    const database::Stored stored = shown();
    return std::ranges::find(stored.content.guides, "dang-ky-loa", &guide::Guide::id) !=
           stored.content.guides.end();
  }
  void publish_title(const std::string& title) {
    const auto bundle = testing::sample_bundle();
    national.set_target("targets", kGuide, testing::with(bundle.at(kGuide), "Register a birth", title));
    national.publish();
  }
  Status status() const { return load_status(data.path()); }

  testing::RepositorySimulator national;
  testing::RepositorySimulator province;
  testing::RecordingFetcher national_line{national.files};
  testing::RecordingFetcher province_line{province.files};
  testing::TemporaryFolder data;
  std::string said;
};

}  // namespace

TEST_CASE("each repository brings its part of the screen", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  CHECK(world.guide_title() == "Register a birth");
  CHECK(world.shows_commune());
  CHECK(world.status().troubles.empty());
  // One blob store, two stores of metadata.
  CHECK(fs::is_regular_file(world.data / "metadata/national/timestamp.json"));
  CHECK(fs::is_regular_file(world.data / "metadata/province/timestamp.json"));
}

TEST_CASE("attack: what one repository signs for the other's paths is never served", "[agent][security]") {
  World world;
  const auto bundle = testing::sample_bundle();
  const std::string evil = testing::with(bundle.at(kGuide), "Register a birth", "Evil");
  world.province.set_target("targets", kGuide, evil);
  world.province.set_target("commune-09784", kGuide, evil);
  world.province.publish();
  world.national.set_target("targets", kPlace, "evil");
  world.national.set_target("targets", "communes/09784/guides/xau.json", testing::sample_guide_named("xau"));
  world.national.publish();
  REQUIRE(world.try_once());
  CHECK(world.guide_title() == "Register a birth");
  const auto stored = world.shown();
  CHECK(std::ranges::find(stored.content.guides, "xau", &guide::Guide::id) == stored.content.guides.end());
}

TEST_CASE("trouble in the province never stops the nation", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.publish_title("Birth");
  world.province_line.offline = true;
  const auto tried = world.try_once();
  REQUIRE_FALSE(tried);
  CHECK(tried.error().message.starts_with("province: "));
  CHECK(world.guide_title() == "Birth");
  CHECK(world.shows_commune());
  const Status status = world.status();
  REQUIRE(status.troubles.size() == 1);
  CHECK(status.troubles.front().repository == "province");
  world.province_line.offline = false;
  REQUIRE(world.try_once());
  CHECK(world.status().troubles.empty());
}

TEST_CASE("trouble in the nation never stops the province", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.national.metadata("timestamp.json") = "not what was signed";
  world.province.set_target("commune-09784", "communes/09784/guides/moi.json",
                            testing::sample_guide_named("moi"));
  world.province.publish();
  CHECK_FALSE(world.try_once());
  CHECK(world.guide_title() == "Register a birth");
  const auto stored = world.shown();
  CHECK(std::ranges::find(stored.content.guides, "moi", &guide::Guide::id) != stored.content.guides.end());
}

TEST_CASE("a province that has not been reached yet leaves the nation's guides alone on the screen",
          "[agent]") {
  World world;
  world.province_line.offline = true;
  CHECK_FALSE(world.try_once());
  CHECK(world.guide_title() == "Register a birth");
  CHECK_FALSE(world.shows_commune());
}

TEST_CASE("a repository without its root is named and the other goes on", "[agent]") {
  World world;
  fs::remove(world.data / "roots/province.json");
  const auto tried = world.try_once();
  REQUIRE_FALSE(tried);
  CHECK(tried.error().message.find("roots/province.json") != std::string::npos);
  CHECK(world.guide_title() == "Register a birth");
}

TEST_CASE("only the repositories named are asked, the others' content stays", "[agent]") {
  World world;
  const auto agent = world.open();
  REQUIRE(agent->try_once(kSimulatorNow));
  world.province_line.asked.clear();
  world.publish_title("Birth");
  REQUIRE(agent->try_some({"national"}, kSimulatorNow));
  CHECK(world.province_line.asked.empty());
  CHECK(world.guide_title() == "Birth");
  CHECK(world.shows_commune());
}

TEST_CASE("a stick may bring one repository or both", "[agent]") {
  World world;
  testing::TemporaryFolder stick;
  CHECK(world.open()->import_tree(stick.path(), kSimulatorNow).error().code == Errc::not_found);
  world.national.write_to(stick / "national");
  CHECK(world.open()->import_tree(stick.path(), kSimulatorNow).value() == Imported::taken);
  CHECK(world.guide_title() == "Register a birth");
  CHECK_FALSE(world.shows_commune());
  world.province.write_to(stick / "province");
  CHECK(world.open()->import_tree(stick.path(), kSimulatorNow).value() == Imported::taken);
  CHECK(world.shows_commune());
}

TEST_CASE("an emergency screen of the province is among what the screen is built from", "[agent]") {
  World world;
  REQUIRE(world.try_once());
  world.province.set_target("emergency", "emergency/screen.json", R"({"title":{"vi":"Lũ quét"}})");
  world.province.publish();
  REQUIRE(world.try_once());
  const std::string manifest = read_file(world.data / "guides-2.json", 1U << 20U).value();
  CHECK(manifest.find("emergency/screen.json") != std::string::npos);
}
