#include "content/base/percent.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;

TEST_CASE("percent-encoded bytes are decoded once, and a plus stays one", "[base]") {
  CHECK(percent_decoded_bytes("khai%20sinh+1") == "khai sinh+1");
  CHECK(percent_decoded_bytes("%C3%B4%c3%b4") == "ôô");
  CHECK(percent_decoded_bytes("%2541") == "%41");
  CHECK(percent_decoded_bytes("a%00b") == std::string("a\0b", 3));
  CHECK(percent_decoded_bytes("") == "");
}

TEST_CASE("a percent sign without two digits is no encoding", "[base]") {
  for (const char* text : {"%", "%4", "%4g", "%g4", "a%", "% 4", "%%41"}) {
    INFO(text);
    CHECK_FALSE(percent_decoded_bytes(text));
  }
}
