#include "kiosk/machine/panel_size.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <numeric>
#include <string>
#include <vector>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::machine;
using Catch::Approx;
using conglang::testing::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::string bytes(std::initializer_list<int> values) {
  std::string text;
  for (const int value : values) text += static_cast<char>(value);
  return text;
}

// The last byte makes the sum of all 0 modulo 256.
std::string sealed(std::string edid) {
  const auto sum = std::accumulate(edid.begin(), edid.begin() + 127, 0U, [](unsigned all, char one) {
    return all + static_cast<unsigned char>(one);
  });
  edid[127] = static_cast<char>((256U - sum % 256U) % 256U);
  return edid;
}

// As a monitor of 23.8 inches, 1920x1080, tells it: 53 x 30 cm, and 527 x 296 mm in its first timing.
std::string monitor() {
  std::string edid =
      bytes({0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00, 0x10, 0xac, 0xb5, 0xd0, 0x4c, 0x42, 0x36,
             0x30, 0x1f, 0x1d, 0x01, 0x04, 0xa5, 0x35, 0x1e, 0x78, 0x3a, 0xee, 0x95, 0xa3, 0x54, 0x4c,
             0x99, 0x26, 0x0f, 0x50, 0x54, 0xa5, 0x4b, 0x00, 0x71, 0x4f, 0x81, 0x80, 0xa9, 0xc0, 0xd1,
             0xc0, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x02, 0x3a, 0x80, 0x18, 0x71, 0x38,
             0x2d, 0x40, 0x58, 0x2c, 0x45, 0x00, 0x0f, 0x28, 0x21, 0x00, 0x00, 0x1e});
  edid.resize(128);
  return sealed(edid);
}

std::string with_size_cm(int width, int height) {
  std::string edid = monitor();
  edid[21] = static_cast<char>(width);
  edid[22] = static_cast<char>(height);
  return sealed(edid);
}

void plug(const fs::path& connectors, const std::string& name, const std::string& status,
          const std::string& edid) {
  REQUIRE(make_folders(connectors / name));
  REQUIRE(write_file_atomically(connectors / name / "status", status + "\n"));
  REQUIRE(write_file_atomically(connectors / name / "edid", edid));
}

}  // namespace

TEST_CASE("a panel tells its diagonal, to the millimetre where it can", "[machine]") {
  CHECK(inches_of_edid(monitor()).value_or(0) == Approx(23.80).margin(0.01));
  CHECK(inches_of_edid(monitor() + std::string(128, '\0')).value_or(0) == Approx(23.80).margin(0.01));
  // A timing that speaks of another size: centimetres are what the panel says of itself.
  CHECK(inches_of_edid(with_size_cm(70, 39)).value_or(0) == Approx(31.55).margin(0.01));
  // A first descriptor without a clock is a name, not a timing.
  std::string without = monitor();
  without[54] = without[55] = 0;
  CHECK(inches_of_edid(sealed(without)).value_or(0) == Approx(23.98).margin(0.01));
}

TEST_CASE("a panel that hangs upright tells the same diagonal", "[machine]") {
  CHECK(inches_of_edid(with_size_cm(30, 53)).value_or(0) == Approx(23.98).margin(0.01));
}

TEST_CASE("bytes that are no whole EDID tell nothing", "[machine]") {
  CHECK_FALSE(inches_of_edid(""));
  CHECK_FALSE(inches_of_edid("53x30"));
  CHECK_FALSE(inches_of_edid(std::string(128, '\0')));
  CHECK_FALSE(inches_of_edid(std::string(4096, '\xff')));
  for (std::size_t cut = 0; cut < 128; ++cut) CHECK_FALSE(inches_of_edid(monitor().substr(0, cut)));
  for (std::size_t at = 0; at < 128; ++at) {
    std::string damaged = monitor();
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    INFO(at);
    CHECK_FALSE(inches_of_edid(damaged));
  }
  std::string other_header = monitor();
  other_header[0] = 1;
  CHECK_FALSE(inches_of_edid(sealed(other_header)));
}

TEST_CASE("a size that is none, only proportions, or cannot be a kiosk's is not believed", "[machine]") {
  CHECK_FALSE(inches_of_edid(with_size_cm(0, 0)));     // a projector
  CHECK_FALSE(inches_of_edid(with_size_cm(0x4f, 0)));  // 1.78 to 1
  CHECK_FALSE(inches_of_edid(with_size_cm(16, 9)));
  CHECK_FALSE(inches_of_edid(with_size_cm(160, 90)));
  CHECK_FALSE(inches_of_edid(with_size_cm(160, 100)));
  CHECK_FALSE(inches_of_edid(with_size_cm(10, 6)));
  CHECK_FALSE(inches_of_edid(with_size_cm(255, 255)));
}

TEST_CASE("the panel that is connected is asked, whatever else is in the kernel's folder", "[machine]") {
  const TemporaryFolder drm;
  CHECK_FALSE(panel_inches(drm / "missing"));
  CHECK_FALSE(panel_inches(drm.path()));
  REQUIRE(write_file_atomically(drm / "version", "drm 1.1.0 20060810\n"));
  REQUIRE(make_folders(drm / "card0"));
  plug(drm.path(), "card0-DP-1", "disconnected", with_size_cm(70, 39));
  CHECK_FALSE(panel_inches(drm.path()));
  plug(drm.path(), "card0-HDMI-A-1", "connected", monitor());
  CHECK(panel_inches(drm.path()).value_or(0) == Approx(23.80).margin(0.01));
  plug(drm.path(), "card0-HDMI-A-2", "connected", "nonsense");
  CHECK(panel_inches(drm.path()).value_or(0) == Approx(23.80).margin(0.01));
}

TEST_CASE("of two panels that differ nobody knows which one is looked at", "[machine]") {
  const TemporaryFolder drm;
  plug(drm.path(), "card0-HDMI-A-1", "connected", monitor());
  plug(drm.path(), "card0-HDMI-A-2", "connected", with_size_cm(53, 30));
  CHECK(panel_inches(drm.path()).has_value());
  plug(drm.path(), "card0-DP-1", "connected", with_size_cm(95, 54));
  CHECK_FALSE(panel_inches(drm.path()));
}

TEST_CASE("attack: a file without end in the place of a panel's description", "[machine][security]") {
  const TemporaryFolder drm;
  plug(drm.path(), "card0-HDMI-A-1", "connected", monitor() + std::string(1UL << 20U, 'a'));
  CHECK_FALSE(panel_inches(drm.path()));
  REQUIRE(make_folders(drm / "card0-DP-1/edid"));
  REQUIRE(write_file_atomically(drm / "card0-DP-1/status", "connected\n"));
  CHECK_FALSE(panel_inches(drm.path()));
}
