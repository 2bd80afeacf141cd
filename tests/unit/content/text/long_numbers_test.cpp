#include "content/text/long_numbers.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

using namespace conglang;

TEST_CASE("numbers of nine digits or more are seen however they are written", "[long-numbers]") {
  const std::string text = GENERATE("0912345678", "0912 345 678", "0912.345.678", "+84 (912) 345-678",
                                    "cccd 001 099 012 345", "a001099012345b",
                                    "0\xE2\x80\x8B"
                                    "912345678",
                                    "０９１２３４５６７８", "١٢٣٤٥٦٧٨٩", "0 9 1 2 3 4 5 6 7",
                                    "0912\t345\n678", "0912 - 345 - 678", "2026-11-270912345678");
  INFO(text);
  CHECK(has_long_number(text));
  CHECK_FALSE(has_long_number(without_long_numbers(text)));
}

TEST_CASE("dates, codes, fees and digests are no long numbers", "[long-numbers]") {
  const std::string text =
      GENERATE("1.001193", "khai-sinh", "expired on 2026-11-27T08:00:00Z", "2026-11-27", "8.000 đồng",
               "60/2014/QH13", "12345678", "12345678 and 12345678",
               "27ba1d4b8d6cf0e38b4f21c3fb2bc7b7a9a0123456789012345678901234abcd: differs", "");
  INFO(text);
  CHECK_FALSE(has_long_number(text));
  CHECK(without_long_numbers(text) == text);
}

TEST_CASE("a long number is taken out and the words around it stay", "[long-numbers]") {
  CHECK(without_long_numbers("gọi 0912 345 678 hoặc 001099012345 nhé") == "gọi … hoặc … nhé");
}

TEST_CASE("an attack: a number that poses as a digest is seen", "[long-numbers]") {
  CHECK(has_long_number("09123456780912345678091234567809"));
}
