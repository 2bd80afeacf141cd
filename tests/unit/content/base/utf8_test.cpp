#include "content/base/utf8.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;

TEST_CASE("a vowel with a separate tone mark becomes one letter", "[base]") {
  CHECK(to_nfc("hộ ti\xCC\xA3"
               "ch") == "hộ tịch");
  CHECK_FALSE(
      is_nfc("ti\xCC\xA3"
             "ch"));
  CHECK(is_nfc("hộ tịch"));
}

TEST_CASE("bytes that are not UTF-8 are refused", "[base]") {
  for (const char* text : {"\xff", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "abc\xE1\xBB"}) {
    CHECK_FALSE(is_valid_utf8(text));
    CHECK_FALSE(to_nfc(text));
  }
}
