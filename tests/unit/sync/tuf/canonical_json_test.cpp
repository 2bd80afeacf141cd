#include "sync/tuf/canonical_json.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include "sync/tuf/limits.h"

using namespace conglang;
using tuf::canonical_json;
using tuf::parse_json;

namespace {

std::string canonical(std::string_view text) {
  const auto value = parse_json(text);
  REQUIRE(value);
  return canonical_json(*value).value();
}

void refused(std::string_view text, std::string_view why) {
  CAPTURE(text);
  const auto value = parse_json(text);
  REQUIRE_FALSE(value);
  CHECK(value.error().code == Errc::parse);
  CHECK(value.error().message.find(why) != std::string::npos);
}

}  // namespace

TEST_CASE("canonical JSON has no white space and its keys in the order of code points", "[tuf]") {
  CHECK(canonical(R"( { "b" : [ 1 , true, null ] , "a" : {} , "B" : [] } )") ==
        R"({"B":[],"a":{},"b":[1,true,null]})");
  // U+00E9, U+FF01, U+1F600: UTF-16 code units would put the last before the second.
  CHECK(canonical("{\"\xF0\x9F\x98\x80\":1,\"\xEF\xBC\x81\":2,\"\xC3\xA9\":3}") ==
        "{\"\xC3\xA9\":3,\"\xEF\xBC\x81\":2,\"\xF0\x9F\x98\x80\":1}");
}

TEST_CASE("canonical JSON escapes the quote and the backslash, and nothing else", "[tuf]") {
  CHECK(canonical(R"("\"\\\/\n\u0001\u00e9")") == "\"\\\"\\\\/\n\x01\xC3\xA9\"");
  CHECK(canonical(R"("\u0000")") == std::string("\"\0\"", 3));
  CHECK(canonical(R"("\ud83d\ude00")") == "\"\xF0\x9F\x98\x80\"");
}

TEST_CASE("canonical JSON does not normalise text", "[tuf]") {
  CHECK(canonical(R"("e\u0301")") == "\"e\xCC\x81\"");
}

TEST_CASE("integers are exact to 64 bits", "[tuf]") {
  CHECK(canonical("9223372036854775807") == "9223372036854775807");
  CHECK(canonical("-9223372036854775808") == "-9223372036854775808");
  CHECK(canonical("18446744073709551615") == "18446744073709551615");
  CHECK(canonical("9007199254740993") == "9007199254740993");
  CHECK(canonical("-0") == "0");
}

TEST_CASE("attack: numbers that programs print differently are refused", "[tuf][security]") {
  const char* text = GENERATE("1.0", "1e3", "0.1", "-1.5", "18446744073709551616", "[1,2.0]", "{\"a\":1E2}");
  refused(text, "64-bit integer");
  CHECK(canonical_json(nlohmann::json(1.0)).error().code == Errc::invalid);
}

TEST_CASE("attack: a key that is there twice is refused, for readers choose differently", "[tuf][security]") {
  refused(R"({"version":1,"version":2})", "\"version\" is there twice");
  refused(R"({"a":{"b":1,"\u0062":1}})", "twice");
  CHECK(parse_json(R"([{"a":1},{"a":2}])"));
}

TEST_CASE("attack: deep nesting is refused before it costs a stack", "[tuf][security]") {
  const std::string deepest = std::string(tuf::kMaxJsonDepth, '[') + std::string(tuf::kMaxJsonDepth, ']');
  CHECK(canonical(deepest) == deepest);
  refused(std::string(1000000, '['), "nested");
  refused("[" + deepest + "]", "nested");
}

TEST_CASE("attack: what is not one JSON value in UTF-8 is refused", "[tuf][security]") {
  const char* text = GENERATE("", "{", "{}{}", "{} x", "{'a':1}", "[1,]", "nul", "\"\xC3\x28\"",
                              "\"\xED\xA0\x80\"", R"("\ud800")", "NaN", "01", "\"\n\"", "/* */ {}");
  refused(text, "not JSON");
}
