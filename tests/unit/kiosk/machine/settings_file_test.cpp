#include "kiosk/machine/settings_file.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::machine;
using conglang::kiosk::MachineSettings;
using conglang::testing::TemporaryFolder;

TEST_CASE("settings come back as they were kept", "[machine]") {
  const TemporaryFolder data;
  CHECK(read_settings(data.path()).error().code == Errc::not_found);
  const MachineSettings settings{
      80, 20, 270, 4, "en", true, "vo-de-1", std::chrono::minutes(1), std::chrono::minutes(2), "a1"};
  REQUIRE(write_settings(data.path(), settings));
  CHECK(read_settings(data.path()) == settings);
}

TEST_CASE("a value that cannot be is the default: no file keeps the screen dark or askew", "[machine]") {
  const TemporaryFolder data;
  REQUIRE(write_file_atomically(
      data / "settings.json",
      R"({"brightness":0,"nightBrightness":"x","rotation":45,"loudness":9e9,"covered":3})"));
  CHECK(read_settings(data.path()) == MachineSettings{});
  REQUIRE(write_file_atomically(data / "settings.json", "[]"));
  CHECK(read_settings(data.path()).error().code == Errc::parse);
}

TEST_CASE("the commune's settings are taken once, and staff's later word stands until there are others",
          "[machine]") {
  const TemporaryFolder data;
  MachineSettings settings;
  CHECK_FALSE(take_remote_settings(data.path(), settings));
  REQUIRE(write_file_atomically(data.path() / kRemoteSettings,
                                R"({"id":"a1","brightness":60,"hours":"06:00-20:00","language":"en"})"));
  CHECK(take_remote_settings(data.path(), settings));
  CHECK(settings.brightness == 60);
  CHECK(settings.night_begins == std::chrono::hours(20));
  CHECK(settings.night_ends == std::chrono::hours(6));
  CHECK(settings.language == "en");
  CHECK(settings.night_brightness == MachineSettings{}.night_brightness);
  settings.brightness = 90;
  CHECK_FALSE(take_remote_settings(data.path(), settings));
  CHECK(settings.brightness == 90);
  REQUIRE(write_file_atomically(data.path() / kRemoteSettings, R"({"id":"b2","brightness":5,"loudness":3})"));
  CHECK(take_remote_settings(data.path(), settings));
  CHECK(settings.brightness == 90);  // 5 cannot be
  CHECK(settings.loudness == 3);
}

TEST_CASE("an attack: a damaged file of remote settings changes nothing", "[machine]") {
  const TemporaryFolder data;
  MachineSettings settings;
  for (const char* bytes : {"", "{", "[]", R"({"brightness":60})", R"({"id":7,"brightness":60})"}) {
    REQUIRE(write_file_atomically(data.path() / kRemoteSettings, bytes));
    CHECK_FALSE(take_remote_settings(data.path(), settings));
    CHECK(settings == MachineSettings{});
  }
}
