#include "content/import/slug.h"

#include <catch2/catch_test_macros.hpp>

#include "content/guide/object_reader.h"  // is_slug

using namespace conglang;
using namespace conglang::import;

TEST_CASE("a slug is plain letters, cut between words", "[import]") {
  CHECK(to_slug("Đăng ký tạm trú") == "dang-ky-tam-tru");
  CHECK(to_slug("Đăng ký tạm trú", 10) == "dang-ky");
  CHECK(to_slug("“…”").empty());
}

TEST_CASE("a name that is taken gets the code behind it", "[import]") {
  DraftNames names;
  CHECK(names.choose("dang-ky", "1.000001") == "dang-ky");
  CHECK(names.choose("dang-ky", "1.000002") == "dang-ky-1-000002");
  CHECK(names.choose("dang-ky", "1.000001") == "dang-ky");
  names.take("tach-ho-1-000003", "9");
  names.take("tach-ho", "8");
  CHECK(names.choose("tach-ho", "1.000003") == "tach-ho-1-000003-2");
}

TEST_CASE("every name is one that guide files accept", "[import]") {
  DraftNames names;
  const std::string wanted = to_slug(std::string(5000, 'a'));
  for (const char* code : {"1.000001", "999.999999.H26.XYZ.ABC", "..", ""}) {
    CHECK(guide::is_slug(names.choose(wanted, code)));
    CHECK(guide::is_slug(names.choose("", code)));
  }
}
