#include "content/guide/kiosk_settings.h"

#include <catch2/catch_test_macros.hpp>

#include "content/guide/bundle.h"

using namespace conglang;
using namespace conglang::guide;
using std::chrono::hours;

TEST_CASE("a house's own settings go before the commune's", "[guide][settings]") {
  const auto read = read_kiosk_settings(
      R"({"all":{"brightness":80,"hours":"06:00-21:00","language":"vi"},"places":{"dong":{"brightness":60,"rotation":90}}})",
      "kiosks.json");
  REQUIRE(read);
  CHECK(read->of("dong").brightness == 60);
  CHECK(read->of("dong").rotation == 90);
  CHECK(read->of("dong").hours == PartOfDay{hours(6), hours(21)});
  CHECK(read->of("tay").brightness == 80);
  CHECK_FALSE(read->of("tay").rotation);
  CHECK(read_kiosk_settings(write_kiosk_settings(*read), "kiosks.json") == *read);
}

TEST_CASE("a publisher's mistakes are all named with their fields", "[guide][settings]") {
  const auto read = read_kiosk_settings(
      R"({"all":{"brightness":10,"loudness":"x","color":1},"places":{"A b":{},"dong":7},"more":1})",
      "kiosks.json");
  REQUIRE_FALSE(read);
  for (const char* field :
       {"/all/brightness", "/all/loudness", "/all/color", "/places:", "/places/dong", "/more"})
    CHECK(read.error().message.find(field) != std::string::npos);
  CHECK_FALSE(read_kiosk_settings("{", "kiosks.json"));
  CHECK_FALSE(read_kiosk_settings("[]", "kiosks.json"));
}

TEST_CASE("parts of a day are read as they are written, over midnight too", "[guide][settings]") {
  CHECK(read_part_of_day("22:00-05:30") == PartOfDay{hours(22), std::chrono::minutes(330)});
  CHECK(write_part_of_day({hours(22), std::chrono::minutes(330)}) == "22:00-05:30");
  for (const char* text :
       {"", "6:00-21:00", "06:00", "06:00-06:00", "24:00-06:00", "06:60-07:00", "06:00-21:00 "})
    CHECK_FALSE(read_part_of_day(text));
}

TEST_CASE("settings are a commune's file, and no part of what a screen shows", "[guide][settings]") {
  const auto path = parse_bundle_path("communes/09784/settings/kiosks.json");
  REQUIRE(path);
  CHECK(path->kind == BundlePath::Kind::settings);
  for (const char* other : {"communes/09784/settings/others.json", "communes/09784/kiosks.json",
                            "provinces/01/settings/kiosks.json", "national/settings/kiosks.json"})
    CHECK_FALSE(parse_bundle_path(other));
}
