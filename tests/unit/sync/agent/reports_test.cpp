#include "sync/agent/reports.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "sync/client/folder_names.h"
#include "tests/unit/sync/agent/world.h"

using namespace conglang;
using namespace conglang::agent;

namespace {

std::vector<std::string> reports(const World& world) {
  auto names = client::folder_names(world.data / "outbox");
  std::ranges::sort(names);
  return names;
}

nlohmann::json report(const World& world, const std::string& name) {
  return nlohmann::json::parse(read_file(world.data / "outbox" / name, 1UL << 20U).value());
}

}  // namespace

TEST_CASE("new content, trouble and its end are reported once each, and nothing else is",
          "[agent][reports]") {
  World world;
  REQUIRE(world.try_once());
  REQUIRE(reports(world).size() == 1);
  const auto first = report(world, reports(world).front());
  CHECK(first["report"] == "agent");
  CHECK(first["at"] == format_instant(kSimulatorNow));
  CHECK(first["status"]["generation"] == 1);
  REQUIRE(world.try_once(kSimulatorNow + std::chrono::minutes(1)));
  CHECK(reports(world).size() == 1);
  world.fetcher.offline = true;
  for (int minute = 2; minute < 5; ++minute)
    CHECK_FALSE(world.try_once(kSimulatorNow + std::chrono::minutes(minute)));
  REQUIRE(reports(world).size() == 2);
  CHECK_FALSE(report(world, reports(world).back())["status"]["error"].get<std::string>().empty());
  world.fetcher.offline = false;
  REQUIRE(world.try_once(kSimulatorNow + std::chrono::minutes(9)));
  CHECK(reports(world).size() == 3);
}

TEST_CASE("turning back is reported", "[agent][reports]") {
  World world;
  REQUIRE(world.try_once());
  world.publish_title("Birth");
  REQUIRE(world.try_once(kSimulatorNow + std::chrono::minutes(1)));
  REQUIRE(world.open().value()->turn_back(kSimulatorNow + std::chrono::minutes(2)));
  REQUIRE(reports(world).size() == 3);
  CHECK(report(world, reports(world).back())["status"]["turnedAway"] == true);
}

TEST_CASE("reports that nobody fetches never fill the disk: the oldest goes", "[agent][reports]") {
  const World world;
  Status before;
  for (std::size_t i = 0; i < kMostReports + 7; ++i) {
    Status after = before;
    ++after.generation;
    REQUIRE(report_change(world.data.path(), before, after, kSimulatorNow + std::chrono::hours(i)));
    before = after;
  }
  CHECK(reports(world).size() == kMostReports);
  CHECK(report(world, reports(world).front())["status"]["generation"] == 8);
}

TEST_CASE("what is not the agent's own stays in the outbox", "[agent][reports]") {
  const World world;
  REQUIRE(make_folders(world.data / "outbox"));
  world.write("outbox/crash-loop.report.json", "{}");
  world.write("outbox/usage-2026-11-26.batch.json", "{}");
  Status after;
  for (std::size_t i = 0; i < kMostReports + 7; ++i) {
    ++after.generation;
    REQUIRE(report_change(world.data.path(), {}, after, kSimulatorNow + std::chrono::hours(i)));
  }
  CHECK(reports(world).size() == kMostReports + 2);
}
