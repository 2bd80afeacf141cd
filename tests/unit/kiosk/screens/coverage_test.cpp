#include "kiosk/screens/theme/coverage.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/screens/theme/icons.h"

using namespace conglang::screens;

TEST_CASE("a disc is full in its middle and empty in its corners", "[screens]") {
  const Coverage disc = cover_disc(24);
  REQUIRE(disc.width == 48);
  CHECK(disc.row(24)[24] == 255);
  CHECK(disc.row(0)[0] == 0);
  CHECK(disc.row(47)[47] == 0);
}

TEST_CASE("the eave is brick at its top, clear below its edge, and lifts at both ends", "[screens]") {
  const EaveShape eave{.width = 1920, .scale = 1, .tiled = false};
  const auto brick = [&eave](EaveSlice slice) { return cover_eave(eave, slice)[0]; };
  const Coverage left = brick(EaveSlice::left);
  const Coverage middle = brick(EaveSlice::middle);
  const Coverage right = brick(EaveSlice::right);
  CHECK(middle.width == 32);
  CHECK(middle.row(2)[0] == 255);
  CHECK(middle.row(45)[0] == 0);
  CHECK(left.row(25)[2] == 0);
  CHECK(left.row(25)[left.width - 1] == 255);
  CHECK(right.row(25)[right.width - 3] == 0);
}

TEST_CASE("the eave's rim hides where brick ends and shade begins", "[screens]") {
  const EaveShape eave{.width = 1920, .scale = 1, .tiled = true};
  for (const EaveSlice slice : {EaveSlice::left, EaveSlice::middle, EaveSlice::right}) {
    const auto layers = cover_eave(eave, slice);
    const Coverage& brick = layers[0];
    const Coverage& shade = layers[2];
    const Coverage& rim = layers[3];
    const auto partly = [](std::uint8_t byte) { return byte > 0 && byte < 255; };
    int gaps = 0;
    for (std::size_t i = 0; i < rim.bytes.size(); ++i) {
      if (partly(brick.bytes[i]) && rim.bytes[i] != 255) ++gaps;
      if (partly(rim.bytes[i]) && brick.bytes[i] != 255 && shade.bytes[i] != 255) ++gaps;
    }
    CHECK(gaps == 0);
  }
}

TEST_CASE("an icon that is not known is a question mark", "[screens]") {
  CHECK(duotone_icon("baby").name == "baby");
  CHECK(duotone_icon("no-such-icon").name == "question");
  CHECK(bold_icon("no-such-icon").name == "question");
}
