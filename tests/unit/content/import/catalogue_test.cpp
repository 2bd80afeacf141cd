#include "content/import/catalogue.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/folders.h"

using namespace conglang;
using namespace conglang::import;

TEST_CASE("real lines of the catalogue become entries, all leaves counted", "[import]") {
  const auto bytes = read_file(CONGLANG_SOURCE_DIR "/tests/data/portal/catalogue.jsonl", 1 << 20);
  REQUIRE(bytes);
  const Catalogue catalogue = import_catalogue(*bytes, "catalogue.jsonl");
  CHECK(catalogue.entries.size() == 8);
  CHECK(catalogue.problems.empty());
  CHECK(catalogue.unknown.empty());
  for (const CatalogueEntry& entry : catalogue.entries) {
    CHECK_FALSE(entry.name.empty());
    CHECK_FALSE(entry.publisher.empty());
  }
}

TEST_CASE("a bad line of the catalogue is named and the others are read", "[import]") {
  const Catalogue catalogue = import_catalogue(
      "{\"code\":\"2\",\"name\":\"Hai\"}\n{\"code\":\n[]\n\n{\"name\":\"x\"}\n"
      "{\"code\":\"1\",\"name\":\"  M\xe1\xbb\x99t \",\"categories\":[\"A\"],\"la\":1}\n",
      "c");
  REQUIRE(catalogue.entries.size() == 2);
  CHECK(catalogue.entries[0].name == "Một");
  CHECK(catalogue.problems.size() == 3);
  CHECK(catalogue.problems[0].starts_with("c:2: "));
  CHECK(catalogue.unknown.at("/la") == 1);
  CHECK(write_catalogue(catalogue.entries) ==
        "{\"code\":\"1\",\"name\":\"Một\",\"fields\":[\"A\"]}\n{\"code\":\"2\",\"name\":\"Hai\"}\n");
}

TEST_CASE("two procedures of one code are both kept, and doubtful", "[import]") {
  const Catalogue catalogue =
      import_catalogue("{\"code\":\" 2\",\"name\":\"A\"}\n{\"code\":\"2\",\"name\":\"B\"}\n", "c");
  CHECK(catalogue.entries.size() == 2);
  CHECK(catalogue.problems.empty());
  CHECK(catalogue.doubtful.at("/code") == 1);
}
