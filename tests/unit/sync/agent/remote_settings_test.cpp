#include "sync/agent/remote_settings.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "sync/client/folder_names.h"
#include "tests/unit/sync/agent/world.h"

using namespace conglang;
using namespace conglang::agent;
using nlohmann::json;

namespace {

constexpr const char* kPath = "communes/09784/settings/kiosks.json";

json kept(const World& world) {
  const auto bytes = read_file(world.data / "remote-settings.json", 16UL * 1024);
  return bytes ? json::parse(*bytes) : json();
}

std::vector<std::string> settings_reports(const World& world) {
  auto names = client::folder_names(world.data / "outbox");
  std::erase_if(names, [](const std::string& name) { return !name.starts_with("settings-"); });
  return names;
}

}  // namespace

TEST_CASE("settings that the commune signed come with its content, for this kiosk's house",
          "[agent][settings]") {
  World world;
  world.set(
      kPath,
      R"({"all":{"brightness":80,"hours":"06:00-21:00"},"places":{"thuong-thap":{"brightness":60},"dong":{"rotation":90}}})");
  world.repository.publish();
  REQUIRE(world.try_once());
  CHECK(kept(world)["brightness"] == 60);
  CHECK(kept(world)["hours"] == "06:00-21:00");
  CHECK_FALSE(kept(world).contains("rotation"));
  CHECK(world.status().set_aside.empty());
  const json before = kept(world);
  // What is changed for other houses is nothing new here.
  world.set(kPath,
            R"({"all":{"brightness":80,"hours":"06:00-21:00"},"places":{"thuong-thap":{"brightness":60}}})");
  world.repository.publish();
  REQUIRE(world.try_once());
  CHECK(kept(world)["id"] == before["id"]);
  world.set(kPath, R"({"all":{"brightness":80}})");
  world.repository.publish();
  REQUIRE(world.try_once());
  CHECK(kept(world)["id"] != before["id"]);
}

TEST_CASE("an attack: values that cannot be are set aside and reported once, the others hold",
          "[agent][settings]") {
  World world;
  world.set(
      kPath,
      R"({"all":{"brightness":0,"nightBrightness":40,"rotation":45,"language":"'; rm -rf /","hours":"25:00-99:00","loudness":99,"exec":"x"}})");
  world.repository.publish();
  for (int i = 0; i < 3; ++i) REQUIRE(world.try_once());
  CHECK(kept(world)["nightBrightness"] == 40);
  for (const char* name : {"brightness", "rotation", "language", "hours", "loudness", "exec"})
    CHECK_FALSE(kept(world).contains(name));
  REQUIRE(settings_reports(world).size() == 1);
  const auto report =
      json::parse(read_file(world.data / "outbox" / settings_reports(world).front(), 8192).value());
  CHECK(report["report"] == "settings");
  CHECK(report["problems"].size() == 6);
}

TEST_CASE("settings that are no JSON keep no content off the screen", "[agent][settings]") {
  World world;
  world.set(kPath, "{");
  world.repository.publish();
  REQUIRE(world.try_once());
  CHECK(world.pointer() == "guides-1.db\n");
  CHECK(settings_reports(world).size() == 1);
  CHECK_FALSE(kept(world).contains("brightness"));
}

TEST_CASE("an attack: another commune's settings are not this one's", "[agent][settings]") {
  World world;
  world.set("communes/09787/settings/kiosks.json", R"({"all":{"brightness":20}})");
  world.repository.publish();
  REQUIRE(world.try_once());
  CHECK(kept(world).is_null());
}

TEST_CASE("the commune's window for media holds where the machine was told none of its own",
          "[agent][settings]") {
  World world;
  world.set(kPath, R"({"all":{"syncWindow":"22:00-05:00"}})");
  world.repository.publish();
  REQUIRE(world.try_once());
  CHECK(remote_sync_window(world.data.path()) ==
        guide::PartOfDay{std::chrono::hours(22), std::chrono::hours(5)});
  world.repository.roles["commune-09784"].targets.erase(kPath);
  world.repository.publish();
  REQUIRE(world.try_once());
  CHECK_FALSE(remote_sync_window(world.data.path()));
}
