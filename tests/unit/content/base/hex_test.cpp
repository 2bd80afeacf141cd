#include "content/base/hex.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;

TEST_CASE("bytes survive the way to hexadecimal and back", "[base]") {
  const std::string bytes("\x00\x7f\x80\xff", 4);
  CHECK(to_hex(bytes) == "007f80ff");
  CHECK(from_hex("007F80ff") == bytes);
}

TEST_CASE("an odd length or a foreign digit is not hexadecimal", "[base]") {
  CHECK_FALSE(from_hex("abc"));
  CHECK_FALSE(from_hex("0g"));
  CHECK_FALSE(from_hex(" 0"));
}
