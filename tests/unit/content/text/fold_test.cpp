#include "content/text/fold.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>
#include <vector>

using namespace conglang;

TEST_CASE("folding drops tones, vowel marks and case, and makes đ a d", "[text]") {
  CHECK(fold("Đăng ký khai sinh") == "dang ky khai sinh");
  CHECK(fold("CĂN CƯỚC") == "can cuoc");
  CHECK(fold("ưởng ỡm ẩn ặc ễ ỵ") == "uong om an ac e y");
}

TEST_CASE("both tone styles and separate tone marks fold to the same", "[text]") {
  CHECK(fold("hoà thuỷ khoẻ") == fold("hòa thủy khỏe"));
  CHECK(fold("hộ ti\u0323ch") == "ho tich");
  CHECK(fold("vie\u0302\u0323t") == "viet");
}

TEST_CASE("the look-alike letter ƣ folds as ư", "[text]") {
  CHECK(fold("th\u01A3\u1EDDng tr\u00FA") == "thuong tru");
  CHECK(fold("\u01A2u \u0111\u00E3i") == "uu dai");
}

TEST_CASE("blanks, line breaks and punctuation become one blank, and none at the ends", "[text]") {
  CHECK(fold("  Cấp\u00A0bản sao,\r\n\ttrích   lục – (hộ tịch). ") == "cap ban sao trich luc ho tich");
  CHECK(fold("60/2014/QH13") == "60 2014 qh13");
  CHECK(fold("1.001193") == "1 001193");
  CHECK(fold("“CT01”") == "ct01");
}

TEST_CASE("zero-width characters vanish without parting a word", "[text]") {
  CHECK(fold("khai\u200B sinh") == "khai sinh");
  CHECK(fold("\uFEFFk\u200Ehai") == "khai");
}

TEST_CASE("text with nothing to search for folds to nothing", "[text]") {
  CHECK(fold("").empty());
  CHECK(fold(" .,!? ").empty());
  CHECK(fold("a\xff").empty());
}

TEST_CASE("letters of other languages keep the marks that Vietnamese does not use", "[text]") {
  CHECK(fold("Ŏ Ñ") == "o n");
  CHECK(fold("Č") == "c\u030C");
}

TEST_CASE("folded text folds to itself", "[text]") {
  for (const char* text : {"Đăng ký  (lại)", "Č-ƣ\u00A0ộ", "60/2014/QH13", "\u1EF3 \u0323a"})
    CHECK(fold(fold(text)) == fold(text));
}

TEST_CASE("y and i are one letter at the end of an open syllable", "[text]") {
  const std::vector<std::pair<std::string, std::string>> equal = {{"đăng kí", "đăng ký"},
                                                                  {"lí lịch", "lý lịch"},
                                                                  {"kĩ thuật", "kỹ thuật"},
                                                                  {"i tế", "y tế"},
                                                                  {"quí", "quý"}};
  for (const auto& [left, right] : equal) CHECK(unify_final_y(fold(left)) == unify_final_y(fold(right)));
}

TEST_CASE("y and i stay apart where they are different sounds", "[text]") {
  const std::vector<std::pair<std::string, std::string>> different = {
      {"tay", "tai"}, {"thuý", "thúi"}, {"mây", "mai"}, {"yên", "iên"}};
  for (const auto& [left, right] : different) CHECK(unify_final_y(fold(left)) != unify_final_y(fold(right)));
}

TEST_CASE("words are split at the blanks", "[text]") {
  using Words = std::vector<std::string_view>;
  CHECK(split_words("dang ky ct01") == Words{"dang", "ky", "ct01"});
  CHECK(split_words("khai") == Words{"khai"});
  CHECK(split_words("").empty());
}
