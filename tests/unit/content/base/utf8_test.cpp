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

TEST_CASE("decomposition puts every mark behind its letter", "[base]") {
  CHECK(to_nfd("\u1EC7") ==
        "e"
        "\u0323\u0302");
  CHECK(to_nfd("\u0111") == "\u0111");
  CHECK_FALSE(to_nfd("\xff"));
}

TEST_CASE("code points go to UTF-8 and back", "[base]") {
  CHECK(to_code_points("Đ₫") == U"\u0110\u20AB");
  CHECK(to_utf8(U"\u0110\u20AB") == "Đ₫");
  CHECK_FALSE(to_code_points("\xff"));
  const char32_t surrogate = 0xD800;
  CHECK(to_utf8(std::u32string(1, surrogate) + U"a") == "a");
}

TEST_CASE("case mapping knows the Vietnamese letters", "[base]") {
  CHECK(to_lower(U'\u0110') == U'\u0111');
  CHECK(to_lower(U'\u1EC6') == U'\u1EC7');
  CHECK(to_upper(U'\u01B0') == U'\u01AF');
  CHECK(to_lower(U'7') == U'7');
}

TEST_CASE("characters are told apart by kind", "[base]") {
  CHECK(char_kind(U'\u1EC7') == CharKind::letter);
  CHECK(char_kind(U'\u0323') == CharKind::mark);
  CHECK(char_kind(U'7') == CharKind::number);
  CHECK(char_kind(U'\u200B') == CharKind::format);
  CHECK(char_kind(U'\u00A0') == CharKind::other);
  CHECK(char_kind(U'/') == CharKind::other);
}
