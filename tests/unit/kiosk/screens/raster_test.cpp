#include "kiosk/screens/theme/raster.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/screens/theme/icons.h"

using namespace conglang::screens;

namespace {

unsigned alpha(ImU32 pixel) {
  return (pixel >> IM_COL32_A_SHIFT) & 0xffU;
}

}  // namespace

TEST_CASE("a disc is full in its middle and empty in its corners", "[screens]") {
  const Raster disc = raster_disc(24);
  REQUIRE(disc.width == 48);
  CHECK(alpha(disc.row(24)[24]) == 255);
  CHECK(alpha(disc.row(0)[0]) == 0);
  CHECK(alpha(disc.row(47)[47]) == 0);
}

TEST_CASE("the eave is brick at its top, clear below its edge, and lifts at both ends", "[screens]") {
  const EaveShape eave{
      .width = 1920, .scale = 1, .tiled = false, .brick = IM_COL32(10, 20, 30, 255), .rim = 1};
  const Raster left = raster_eave(eave, EaveSlice::left);
  const Raster middle = raster_eave(eave, EaveSlice::middle);
  const Raster right = raster_eave(eave, EaveSlice::right);
  CHECK(middle.width == 32);
  CHECK(middle.row(2)[0] == eave.brick);
  CHECK(alpha(middle.row(45)[0]) == 0);
  CHECK(alpha(left.row(25)[2]) == 0);
  CHECK(left.row(25)[left.width - 1] == eave.brick);
  CHECK(alpha(right.row(25)[right.width - 3]) == 0);
}

TEST_CASE("an icon that is not known is a question mark", "[screens]") {
  CHECK(duotone_icon("baby").name == "baby");
  CHECK(duotone_icon("no-such-icon").name == "question");
  CHECK(bold_icon("no-such-icon").name == "question");
}
