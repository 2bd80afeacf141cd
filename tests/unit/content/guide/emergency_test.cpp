#include <catch2/catch_test_macros.hpp>

#include "content/guide/bundle.h"
#include "content/guide/emergency_json.h"
#include "tests/support/sample_local.h"

using namespace conglang;
using namespace conglang::guide;
using namespace conglang::testing;

namespace {

constexpr const char* kPath = "emergency/screen.json";

std::string error_with(std::string_view from, std::string_view to) {
  const auto screen = read_emergency(with(kSampleEmergency, from, to), "a.json");
  return screen ? std::string("no error") : screen.error().message;
}

bool mentions(const std::string& message, std::string_view words) {
  return message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("an order of the emergency role reads whole and is written as it was read", "[guide][emergency]") {
  const auto screen = read_emergency(kSampleEmergency, "a.json");
  REQUIRE(screen);
  CHECK(screen->mode == EmergencyScreen::Mode::replace);
  CHECK(screen->id == "vo-de-1");
  CHECK(screen->title.in("vi") == "Nước sông Đáy lên nhanh");
  CHECK(screen->issued_at == parse_instant("2026-11-23T08:40:00Z"));
  const std::string written = write_emergency(*screen);
  CHECK(read_emergency(written, "b.json") == *screen);
  for (const char* mode : {"none", "blank"}) {
    const auto bare = read_emergency(
        std::string(R"({"mode": ")") + mode + R"(", "id": "x-2", "issuedAt": "2026-11-23T08:40:00Z"})", "c");
    REQUIRE(bare);
    CHECK(read_emergency(write_emergency(*bare), "d") == *bare);
  }
}

TEST_CASE("an order says what it wants, with a name, a time and, to replace, its words",
          "[guide][emergency]") {
  CHECK(mentions(error_with("\"replace\"", "\"red\""), "none, blank, replace"));
  CHECK(mentions(error_with(R"("id": "vo-de-1",)", ""), "thiếu \"id\""));
  CHECK(mentions(error_with("2026-11-23T08:40:00Z", "23/11/2026"), "/issuedAt: "));
  CHECK(mentions(error_with(R"("title": {"vi": "Nước sông Đáy lên nhanh"},)", ""), "thiếu \"title\""));
  CHECK(mentions(error_with("Nước sông Đáy lên nhanh", std::string(200, 'a')), "/title: "));
  CHECK(mentions(error_with(R"("mode")", R"("until": "x", "mode")"), "/until"));
}

TEST_CASE("an order reaches the content of every commune, and of a house without one", "[guide][emergency]") {
  Files files = full_bundle();
  files[kPath] = kSampleEmergency;
  for (const std::string_view commune : {kSampleCommune, std::string_view()}) {
    const auto assembled = assemble(files, commune);
    REQUIRE(assembled);
    CHECK(assembled->set_aside.empty());
    REQUIRE(assembled->content.emergency);
    CHECK(assembled->content.emergency->id == "vo-de-1");
  }
}

TEST_CASE("attack: an order that is no order freezes no screen: it is set aside, told, and the rest shows",
          "[guide][emergency][security]") {
  for (const std::string& bytes :
       {std::string("{"), std::string(), std::string("[1]"), std::string(R"({"mode": "replace"})"),
        std::string(2'000'000, ' '), with(kSampleEmergency, "sông", "s\xff")}) {
    Files files = full_bundle();
    files[kPath] = bytes;
    const auto assembled = assemble(files, kSampleCommune);
    REQUIRE(assembled);
    CHECK_FALSE(assembled->content.emergency);
    CHECK_FALSE(assembled->content.guides.empty());
    REQUIRE(assembled->set_aside.size() == 1);
    CHECK(assembled->set_aside.front().path == kPath);
  }
}

TEST_CASE("attack: a commune cannot give an order from its own folder", "[guide][emergency][security]") {
  Files files = full_bundle();
  files.erase(kPath);
  files["communes/09784/emergency/screen.json"] = kSampleEmergency;
  files["communes/09784/screen.json"] = kSampleEmergency;
  const auto assembled = assemble(files, kSampleCommune);
  REQUIRE(assembled);
  CHECK_FALSE(assembled->content.emergency);
  CHECK(assembled->set_aside.size() == 2);
  CHECK_FALSE(parse_bundle_path("emergency/other.json"));
}
