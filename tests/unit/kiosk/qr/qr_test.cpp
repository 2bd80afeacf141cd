#include "kiosk/qr/qr.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "tests/support/qr_reader.h"

using namespace conglang;

namespace {

const std::string kPortalSearch = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.001193";

/// Bytes that versions 1 to 40 hold at L, M, Q, H (ISO/IEC 18004:2015, table 7, byte mode).
constexpr std::array<std::array<std::size_t, 4>, 40> kCapacity = {{
    {17, 14, 11, 7},          {32, 26, 20, 14},         {53, 42, 32, 24},         {78, 62, 46, 34},
    {106, 84, 60, 44},        {134, 106, 74, 58},       {154, 122, 86, 64},       {192, 152, 108, 84},
    {230, 180, 130, 98},      {271, 213, 151, 119},     {321, 251, 177, 137},     {367, 287, 203, 155},
    {425, 331, 241, 177},     {458, 362, 258, 194},     {520, 412, 292, 220},     {586, 450, 322, 250},
    {644, 504, 364, 280},     {718, 560, 394, 310},     {792, 624, 442, 338},     {858, 666, 482, 382},
    {929, 711, 509, 403},     {1003, 779, 565, 439},    {1091, 857, 611, 461},    {1171, 911, 661, 511},
    {1273, 997, 715, 535},    {1367, 1059, 751, 593},   {1465, 1125, 805, 625},   {1528, 1190, 868, 658},
    {1628, 1264, 908, 698},   {1732, 1370, 982, 742},   {1840, 1452, 1030, 790},  {1952, 1538, 1112, 842},
    {2068, 1628, 1168, 898},  {2188, 1722, 1228, 958},  {2303, 1809, 1283, 983},  {2431, 1911, 1351, 1051},
    {2563, 1989, 1423, 1093}, {2699, 2099, 1499, 1139}, {2809, 2213, 1579, 1219}, {2953, 2331, 1663, 1273},
}};

struct Expected {
  int version = 0;
  qr::Level level = qr::Level::L;
};

/// The rule, read off the table: smallest version at L, then the highest level that this version holds.
Expected expected_for(std::size_t bytes) {
  std::size_t version = 0;
  while (kCapacity[version][0] < bytes) ++version;
  std::size_t level = 3;
  while (kCapacity[version][level] < bytes) --level;
  return {static_cast<int>(version) + 1, static_cast<qr::Level>(level)};
}

bool follows_the_rule(std::size_t bytes) {
  const auto code = qr::encode(std::string(bytes, 'a'));
  const Expected expected = expected_for(bytes);
  return code && code->version == expected.version && code->level == expected.level &&
         code->size == 17 + 4 * expected.version &&
         code->modules.size() == static_cast<std::size_t>(code->size * code->size);
}

}  // namespace

TEST_CASE("every length gets the smallest version and the highest level that keeps it", "[qr]") {
  for (std::size_t bytes = 1; bytes <= 330; ++bytes) {
    INFO(bytes << " bytes");
    REQUIRE(follows_the_rule(bytes));
  }
  for (const auto& levels : kCapacity)
    for (const std::size_t bytes : levels) {
      INFO(bytes << " bytes and one more");
      REQUIRE(follows_the_rule(bytes));
      if (bytes < qr::kMaxPayloadBytes) REQUIRE(follows_the_rule(bytes + 1));
    }
}

TEST_CASE("the portal's search address is a version 4-L code", "[qr]") {
  REQUIRE(kPortalSearch.size() == 70);
  const auto code = qr::encode(kPortalSearch);
  REQUIRE(code);
  CHECK(code->version == 4);
  CHECK(code->level == qr::Level::L);
  CHECK(code->size == 33);
}

TEST_CASE("what is encoded is what a phone reads", "[qr]") {
  const int px = GENERATE(3, 4, 10, 14, 16);
  for (const std::string& payload :
       {kPortalSearch, std::string("https://dichvucong.gov.vn/t/1.001193"), std::string("1234567890"),
        std::string("Giấy chứng sinh; thẻ căn cước"), "https://dichvucong.gov.vn/" + std::string(180, 'x')}) {
    const auto code = qr::encode(payload);
    REQUIRE(code);
    INFO(payload << " at " << px << " px");
    CHECK(testing::read_qr_codes(testing::draw(*code, px)) == std::vector<std::string>{payload});
  }
}

TEST_CASE("digits are encoded as bytes, so the version depends on the length alone", "[qr]") {
  const auto digits = qr::encode(std::string(70, '7'));
  const auto letters = qr::encode(std::string(70, 'x'));
  REQUIRE((digits && letters));
  CHECK(digits->version == letters->version);
}

TEST_CASE("an empty payload, a NUL byte and too many bytes are refused", "[qr]") {
  CHECK(qr::encode("").error().code == Errc::invalid);
  CHECK(qr::encode(std::string_view("a\0b", 3)).error().code == Errc::invalid);
  CHECK(qr::encode(std::string(qr::kMaxPayloadBytes + 1, 'a')).error().code == Errc::too_large);
}

TEST_CASE("a version 4 code on a 21.5 inch Full HD panel gets 14 pixels a module", "[qr]") {
  const auto size = qr::module_px(33, 655, 0.248);
  CHECK(size.px == 14);
  CHECK_FALSE(size.below_floor);
}

TEST_CASE("modules stay between the floor and four millimetres, and the code within its box", "[qr]") {
  for (int version = 1; version <= 40; ++version)
    for (const double mm_per_px : {0.155, 0.248, 0.3, 0.49})
      for (int box = 60; box <= 1100; box += 13) {
        const int modules = 17 + 4 * version;
        const auto size = qr::module_px(modules, box, mm_per_px);
        INFO("version " << version << ", box " << box << " px, " << mm_per_px << " mm a pixel");
        REQUIRE(size.px >= 1);
        if (size.px > 1) REQUIRE((modules + 2 * qr::kQuietZone) * size.px <= box);
        REQUIRE(size.px * mm_per_px <= qr::kMaxModuleMm);
        REQUIRE(size.below_floor == (size.px * mm_per_px < qr::kFloorModuleMm));
      }
}

TEST_CASE("a large code keeps the floor of 2.5 mm before it keeps below 161 mm", "[qr]") {
  const auto size = qr::module_px(73, 1000, 0.248);  // version 14: 650 px would leave 8 px a module
  CHECK(size.px == 11);
  CHECK_FALSE(size.below_floor);
}

TEST_CASE("a box that is too small says that its modules are below the floor", "[qr]") {
  CHECK(qr::module_px(33, 300, 0.248).below_floor);
}
