#include "content/text/spoken_number.h"

#include <catch2/catch_test_macros.hpp>
#include <utility>
#include <vector>

using namespace conglang;

TEST_CASE("numbers are said in the northern way", "[text]") {
  const std::vector<std::pair<std::uint64_t, const char*>> numbers = {
      {0, "không"},
      {1, "một"},
      {5, "năm"},
      {10, "mười"},
      {11, "mười một"},
      {14, "mười bốn"},
      {15, "mười lăm"},
      {20, "hai mươi"},
      {21, "hai mươi mốt"},
      {24, "hai mươi tư"},
      {25, "hai mươi lăm"},
      {55, "năm mươi lăm"},
      {91, "chín mươi mốt"},
      {100, "một trăm"},
      {101, "một trăm linh một"},
      {104, "một trăm linh bốn"},
      {105, "một trăm linh năm"},
      {110, "một trăm mười"},
      {115, "một trăm mười lăm"},
      {121, "một trăm hai mươi mốt"},
      {555, "năm trăm năm mươi lăm"},
      {1000, "một nghìn"},
      {1005, "một nghìn không trăm linh năm"},
      {1010, "một nghìn không trăm mười"},
      {1050, "một nghìn không trăm năm mươi"},
      {1500, "một nghìn năm trăm"},
      {2026, "hai nghìn không trăm hai mươi sáu"},
      {8000, "tám nghìn"},
      {10000, "mười nghìn"},
      {21000, "hai mươi mốt nghìn"},
      {105000, "một trăm linh năm nghìn"},
      {500000, "năm trăm nghìn"},
      {1000000, "một triệu"},
      {1000005, "một triệu không trăm linh năm"},
      {1250000, "một triệu hai trăm năm mươi nghìn"},
      {2040000, "hai triệu không trăm bốn mươi nghìn"},
      {1000000000, "một tỷ"},
      {1500000000, "một tỷ năm trăm triệu"},
      {999999999999,
       "chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm "
       "chín mươi chín"},
      {1000000000000, "một nghìn tỷ"},
  };
  for (const auto& [number, words] : numbers) {
    CAPTURE(number);
    CHECK(speak_number(number) == words);
  }
}

TEST_CASE("digits are said one by one, longer runs in their usual groups", "[text]") {
  CHECK(speak_digits("115") == "một một năm");
  CHECK(speak_digits("1.0") == "một không");
  CHECK(speak_digits_in_groups("0912345678") == "không chín một hai, ba bốn năm, sáu bảy tám");
  CHECK(speak_digits_in_groups("02433334444") == "không hai bốn, ba ba ba ba, bốn bốn bốn bốn");
  CHECK(speak_digits_in_groups("001193012345") == "không không một, một chín ba, không một hai, ba bốn năm");
  CHECK(speak_digits_in_groups("19001234") == "một chín không không, một hai ba bốn");
  CHECK(speak_digits_in_groups("1022") == "một không hai hai");
}
