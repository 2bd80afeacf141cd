#include "content/guide/json_document.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using namespace conglang::guide;

namespace {

std::string error_of(std::string_view bytes) {
  const auto document = parse_document(bytes, "a.json");
  return document ? std::string("no error") : document.error().message;
}

}  // namespace

TEST_CASE("a value's line is that of its name, and of a list item that of its first character", "[guide]") {
  const auto document = parse_document(R"({
  "one": 1,
  "list": [
    10,
    {
      "a/b": "x"
    },
    20
  ],
  "last":
    null
})",
                                       "a.json");
  REQUIRE(document);
  const Lines lines(*document);
  CHECK(lines.of("") == 1);
  CHECK(lines.of("/one") == 2);
  CHECK(lines.of("/list") == 3);
  CHECK(lines.of("/list/0") == 4);
  CHECK(lines.of("/list/1") == 5);
  CHECK(lines.of("/list/1/a~1b") == 6);
  CHECK(lines.of("/list/2") == 8);
  CHECK(lines.of("/last") == 10);
}

TEST_CASE("a pointer that is not there has the line of what is around it", "[guide]") {
  const auto document = parse_document("{\n\"a\":\n{\"b\": 1}}", "a.json");
  REQUIRE(document);
  CHECK(Lines(*document).of("/a/c/0/d") == 2);
  CHECK(Lines(*document).of("/z") == 1);
}

TEST_CASE("a syntax error names file and line", "[guide]") {
  CHECK(error_of("{\n  \"a\": 1,\n}").starts_with("a.json:3: "));
  CHECK(error_of("").starts_with("a.json:1: "));
  CHECK(error_of("{} {}").starts_with("a.json:1: "));
  CHECK(error_of("{\"a\": \"\xff\"}").find("UTF-8") != std::string::npos);
}

TEST_CASE("a name given twice in one object is refused", "[guide]") {
  CHECK(error_of("{\n\"fee\": 1,\n\"fee\": 2}").starts_with("a.json:3: \"fee\""));
  CHECK(parse_document(R"([{"a": 1}, {"a": 2}])", "a.json"));
}

TEST_CASE("attack: nesting that would exhaust the stack is refused", "[guide][security]") {
  CHECK(parse_document(std::string(32, '[') + std::string(32, ']'), "a.json"));
  CHECK_FALSE(parse_document(std::string(33, '[') + std::string(33, ']'), "a.json"));
  CHECK_FALSE(parse_document(std::string(1'000'000, '['), "a.json"));
}

TEST_CASE("a pointer step is escaped", "[guide]") {
  CHECK(pointer_step("a/b~c") == "/a~1b~0c");
}
