#include "kiosk/machine/backlight.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using conglang::machine::set_backlight;
using conglang::testing::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

void add_device(const fs::path& devices, const std::string& name, const std::string& brightest) {
  REQUIRE(make_folders(devices / name));
  REQUIRE(write_file_atomically(devices / name / "max_brightness", brightest + "\n"));
  REQUIRE(write_file_atomically(devices / name / "brightness", "1\n"));
}

std::string brightness_of(const fs::path& devices, const std::string& name) {
  return read_file(devices / name / "brightness", 64).value_or("unreadable");
}

}  // namespace

TEST_CASE("every light of the panel is set to its share of its brightest", "[machine]") {
  const TemporaryFolder devices;
  add_device(devices.path(), "intel_backlight", "937");
  add_device(devices.path(), "rpi", "255");
  CHECK(set_backlight(40, devices.path()));
  CHECK(brightness_of(devices.path(), "intel_backlight") == "374");
  CHECK(brightness_of(devices.path(), "rpi") == "102");
  CHECK(set_backlight(100, devices.path()));
  CHECK(brightness_of(devices.path(), "intel_backlight") == "937");
}

TEST_CASE("no light is put out: staff could not see how to bring it back", "[machine]") {
  const TemporaryFolder devices;
  add_device(devices.path(), "coarse", "3");
  CHECK(set_backlight(0, devices.path()));
  CHECK(brightness_of(devices.path(), "coarse") == "1");
  CHECK(set_backlight(20, devices.path()));
  CHECK(brightness_of(devices.path(), "coarse") == "1");
}

TEST_CASE("where no light can be set, that is said", "[machine]") {
  const TemporaryFolder devices;
  CHECK_FALSE(set_backlight(40, devices / "missing"));
  CHECK_FALSE(set_backlight(40, devices.path()));
  add_device(devices.path(), "odd", "bright");
  add_device(devices.path(), "dark", "0");
  CHECK_FALSE(set_backlight(40, devices.path()));
  CHECK(brightness_of(devices.path(), "odd") == "1\n");
  REQUIRE(make_folders(devices / "without"));
  REQUIRE(write_file_atomically(devices / "without/max_brightness", "100\n"));
  CHECK_FALSE(set_backlight(40, devices.path()));
  add_device(devices.path(), "good", "100");
  CHECK(set_backlight(40, devices.path()));
  CHECK(brightness_of(devices.path(), "good") == "40");
}
