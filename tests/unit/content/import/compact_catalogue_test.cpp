#include "content/import/compact_catalogue.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using namespace conglang::import;

namespace {

CatalogueEntry entry(std::string code, std::string name, std::vector<std::string> fields,
                     std::vector<std::string> agencies) {
  CatalogueEntry out;
  out.code = std::move(code);
  out.name = std::move(name);
  out.fields = std::move(fields);
  out.agencies = std::move(agencies);
  return out;
}

}  // namespace

TEST_CASE("the compact catalogue names each field and agency once and has an entry a line", "[import]") {
  const auto compact = compact_catalogue(
      {entry("1.001193", "Đăng ký \"khai sinh\"", {"Hộ tịch"}, {"Ủy ban nhân dân cấp xã", "Sở Tư pháp"}),
       entry("2.1", "Tách thửa", {"Đất đai", "Hộ tịch"}, {})},
      "Cổng", parse_date("2026-07-18"));
  CHECK(compact.problems.empty());
  CHECK(compact.entries == 2);
  CHECK(compact.commune_level == 1);
  CHECK(compact.bytes ==
        "{\n"
        "  \"$schema\": \"catalogue.schema.json\",\n"
        "  \"source\": \"Cổng\",\n"
        "  \"capturedOn\": \"2026-07-18\",\n"
        "  \"fields\": [\n    \"Hộ tịch\",\n    \"Đất đai\"\n  ],\n"
        "  \"agencies\": [\n    {\"name\":\"Sở Tư pháp\"},\n"
        "    {\"name\":\"Ủy ban nhân dân cấp xã\",\"communeLevel\":true}\n  ],\n"
        "  \"entries\": [\n    [\"1.001193\",\"Đăng ký \\\"khai sinh\\\"\",[0],[0,1]],\n"
        "    [\"2.1\",\"Tách thửa\",[0,1],[]]\n  ]\n}\n");
}

TEST_CASE("two procedures of one code are one entry with both names", "[import]") {
  const auto compact =
      compact_catalogue({entry("1", "A", {"x"}, {}), entry("1", "B", {"x", "y"}, {}), entry("2", "", {}, {})},
                        "Cổng", std::nullopt);
  CHECK(compact.entries == 1);
  CHECK(compact.merged == std::vector<std::string>{"1"});
  CHECK(compact.problems.size() == 1);
  CHECK(compact.bytes.find("[\"1\",\"A; B\",[0,1],[]]") != std::string::npos);
  CHECK(compact.bytes.find("capturedOn") == std::string::npos);
}

TEST_CASE("an office of a commune is known by its name, however it is written", "[import]") {
  for (const char* name :
       {"Ủy ban nhân dân cấp xã", "UBND cấp  xã", "Công an cấp Xã", "UBND Phường Bắc Giang",
        "Chủ tịch UBND cấp xã", "Cơ quan quản lý đất đai cấp xã"}) {
    CHECK(is_commune_level(name));
  }
  for (const char* name : {"Bảo hiểm xã hội tỉnh", "Ủy ban nhân dân cấp tỉnh", "Cơ quan bảo hiểm xã hội",
                           "Phòng cảnh sát quản lý hành chính về trật tự xã hội", ""}) {
    CHECK_FALSE(is_commune_level(name));
  }
}
