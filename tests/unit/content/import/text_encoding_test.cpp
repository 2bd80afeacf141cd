#include "content/import/text_encoding.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using namespace conglang::import;

namespace {

std::string bytes_of_utf16(const std::u16string& text, bool big) {
  std::string out;
  for (const char16_t unit : text) {
    const auto high = static_cast<char>(unit >> 8U);
    const auto low = static_cast<char>(unit & 0xffU);
    out += big ? high : low;
    out += big ? low : high;
  }
  return out;
}

}  // namespace

TEST_CASE("UTF-8 is read with and without a byte order mark", "[import]") {
  CHECK(decode_text("Lệ phí", "a")->text == "Lệ phí");
  CHECK(decode_text("\xef\xbb\xbfLệ phí", "a")->text == "Lệ phí");
  CHECK(decode_text("", "a")->text.empty());
}

TEST_CASE("UTF-16 of either byte order is read, marked or not", "[import]") {
  const std::u16string text = u"Mã;Tên thủ tục 😀\n";
  for (const bool big : {false, true}) {
    const std::string bytes = bytes_of_utf16(text, big);
    const auto unmarked = decode_text(bytes, "a");
    REQUIRE(unmarked);
    CHECK(unmarked->text == "Mã;Tên thủ tục 😀\n");
    CHECK(unmarked->encoding == TextEncoding::utf16);
    CHECK(decode_text((big ? "\xfe\xff" : "\xff\xfe") + bytes, "a")->text == "Mã;Tên thủ tục 😀\n");
  }
}

TEST_CASE("Windows-1258 is read, its tones composed with their vowels", "[import]") {
  // "Tên thủ tục;Đăng ký"
  const auto good = decode_text(
      "T\xean thu\xd2 tu\xf2"
      "c;\xd0\xe3ng ky\xec",
      "a");
  REQUIRE(good);
  CHECK(good->text == "Tên thủ tục;Đăng ký");
  CHECK(good->encoding == TextEncoding::windows1258);
}

TEST_CASE("attack: bytes that are no known encoding are refused with their line and what to do", "[import]") {
  for (const char* bytes :
       {"a\nL\xb5m gi\xcay", "a\nKhai \xff\xfe sinh, \xc4\x91\xc4\x83ng", "a\n\xd2\xd2\xd2"}) {
    const auto decoded = decode_text(bytes, "ds.csv");
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == Errc::parse);
    CHECK(decoded.error().message.starts_with("ds.csv:2: "));
    CHECK(decoded.error().message.find("CSV UTF-8") != std::string::npos);
  }
  CHECK_FALSE(
      decode_text("\xff\xfe"
                  "a",
                  "odd"));
  CHECK_FALSE(decode_text(std::string("\xff\xfe\x00\xd8"
                                      "a\0",
                                      6),
                          "half a pair"));
}
