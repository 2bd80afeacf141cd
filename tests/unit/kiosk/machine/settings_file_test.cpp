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
  const MachineSettings settings{80, 20, 270, 4, "en", true, "vo-de-1"};
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
