#include "content/guide/clean_text.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/utf8.h"

using namespace conglang;
using namespace conglang::guide;

TEST_CASE("a text is trimmed and every kind of space is single and plain", "[guide]") {
  CHECK(clean_text("  Giấy \t khai\u00a0\u00a0sinh \n") == "Giấy khai sinh");
  CHECK(clean_text("ba\u3000cái\u202fcách\u2009một") == "ba cái cách một");
  CHECK(clean_text(" \u200b\u00a0 ") == "");
}

TEST_CASE("a text typed with loose marks becomes NFC", "[guide]") {
  CHECK(clean_text("Gia\u0302\u0301y") == "Giấy");
}

TEST_CASE("the letter gha of old converters becomes u with horn, marks and all", "[guide]") {
  CHECK(clean_text("\u01a2u tiên, th\u01a3\u0323c hi\u1ec7n") == "Ưu tiên, thực hiện");
}

TEST_CASE("invisible characters vanish", "[guide]") {
  CHECK(clean_text("\ufeffKhai\u200b sinh\u200d\u00ad") == "Khai sinh");
}

TEST_CASE("one line break stays only where it is asked for", "[guide]") {
  CHECK(clean_text("Giấy tờ \r\n cá nhân\n", LineBreaks::keep_one) == "Giấy tờ\ncá nhân");
  CHECK(clean_text("Giấy tờ\ncá nhân") == "Giấy tờ cá nhân");
  CHECK(clean_text("a\nb\nc", LineBreaks::keep_one).error().code == Errc::invalid);
}

TEST_CASE("attack: text that turns its direction or hides controls is refused", "[guide][security]") {
  CHECK(clean_text("gov.vn\u202eofni").error().code == Errc::invalid);
  CHECK(clean_text("a\u2066b").error().code == Errc::invalid);
  CHECK(clean_text(std::string_view("a\0b", 3)).error().code == Errc::invalid);
  CHECK(clean_text("a\x1b[2J").error().code == Errc::invalid);
  CHECK(clean_text("a\u0085").error().code == Errc::invalid);
}

TEST_CASE("bytes that are not UTF-8 are refused", "[guide]") {
  CHECK(clean_text("Gi\xe1y").error().code == Errc::parse);
}

TEST_CASE("every character of the plane that is taken as clean is so in NFC, alone and beside any other",
          "[guide]") {
  // U+0020..U+2027, as the quick way through sees them; utf8proc decides.
  std::string all;
  for (unsigned code = 0x20; code <= 0x2027; ++code) {
    std::string character;
    if (code < 0x80) {
      character += static_cast<char>(code);
    } else if (code < 0x800) {
      character += static_cast<char>(0xc0U | (code >> 6U));
      character += static_cast<char>(0x80U | (code & 0x3fU));
    } else {
      character += static_cast<char>(0xe0U | (code >> 12U));
      character += static_cast<char>(0x80U | ((code >> 6U) & 0x3fU));
      character += static_cast<char>(0x80U | (code & 0x3fU));
    }
    const auto cleaned = clean_text("x" + character + "x");
    if (!cleaned) continue;
    CAPTURE(code);
    CHECK(is_nfc(*cleaned));
    all += *cleaned;
  }
  CHECK(is_nfc(*clean_text(all)));
}
