#include "content/text/spoken.h"

#include <catch2/catch_test_macros.hpp>
#include <utility>
#include <vector>

using namespace conglang;

namespace {

using Vectors = std::vector<std::pair<const char*, const char*>>;

void check_all(const Vectors& vectors) {
  for (const auto& [written, spoken] : vectors) {
    CAPTURE(written);
    CHECK(speak(written) == spoken);
  }
}

}  // namespace

TEST_CASE("quantities are read with their points and commas", "[text]") {
  check_all({{"8.000", "tám nghìn"},
             {"21 ngày", "hai mươi mốt ngày"},
             {"15 bộ", "mười lăm bộ"},
             {"105 hộ", "một trăm linh năm hộ"},
             {"1.000.000", "một triệu"},
             {"01 bản chính", "một bản chính"},
             {"Mẫu số 01", "Mẫu số không một"},
             {"3,5", "ba phẩy năm"},
             {"0,05", "không phẩy không năm"},
             {"1.234,25", "một nghìn hai trăm ba mươi tư phẩy hai mươi lăm"},
             {"mục 12.1", "mục mười hai chấm một"},
             {"Có 3.", "Có ba."},
             {"Điều 16, khoản 2", "Điều mười sáu, khoản hai"},
             {"2 - 3 ngày", "hai đến ba ngày"},
             {"7–11 người", "bảy đến mười một người"},
             {"tháng 4", "tháng tư"},
             {"thứ 4", "thứ tư"},
             {"lần thứ 1", "lần thứ nhất"},
             {"thứ 2 - thứ 6", "thứ hai đến thứ sáu"}});
}

TEST_CASE("money is read in đồng, and so much for each", "[text]") {
  check_all({{"5.000 đ", "năm nghìn đồng"},
             {"5.000đ", "năm nghìn đồng"},
             {"5.000 VND", "năm nghìn đồng"},
             {"5.000 VNĐ.", "năm nghìn đồng."},
             {"50.000₫", "năm mươi nghìn đồng"},
             {"5.000 đồng", "năm nghìn đồng"},
             {"8.000 đồng/bản", "tám nghìn đồng mỗi bản"},
             {"500.000 đ/tháng", "năm trăm nghìn đồng mỗi tháng"},
             {"1,5 triệu đồng/tháng", "một phẩy năm triệu đồng mỗi tháng"},
             {"8,000 đ", "tám nghìn đồng"},
             {"0 đồng", "không đồng"},
             {"50k", "năm mươi nghìn"},
             {"1000000000 đồng", "một tỷ đồng"},
             {"2.000 - 5.000 đ", "hai nghìn đến năm nghìn đồng"}});
}

TEST_CASE("percentages and measures are read out", "[text]") {
  check_all({{"80%", "tám mươi phần trăm"},
             {"12,5 %", "mười hai phẩy năm phần trăm"},
             {"200m2", "hai trăm mét vuông"},
             {"30.000 đ/m²", "ba mươi nghìn đồng mỗi mét vuông"},
             {"5 km", "năm ki lô mét"},
             {"38°C", "ba mươi tám độ xê"},
             {"2 ha", "hai héc ta"}});
}

TEST_CASE("dates get their ngày, tháng, năm, once", "[text]") {
  check_all(
      {{"24/9/2026", "ngày hai mươi tư tháng chín năm hai nghìn không trăm hai mươi sáu"},
       {"ngày 24/9/2026", "ngày hai mươi tư tháng chín năm hai nghìn không trăm hai mươi sáu"},
       {"Ngày 01/04/2026", "Ngày một tháng tư năm hai nghìn không trăm hai mươi sáu"},
       {"24-9-2026", "ngày hai mươi tư tháng chín năm hai nghìn không trăm hai mươi sáu"},
       {"24.09.2026", "ngày hai mươi tư tháng chín năm hai nghìn không trăm hai mươi sáu"},
       {"2026-09-24", "ngày hai mươi tư tháng chín năm hai nghìn không trăm hai mươi sáu"},
       {"ngày 24 tháng 9 năm 2026", "ngày hai mươi tư tháng chín năm hai nghìn không trăm hai mươi sáu"},
       {"9/2026", "tháng chín năm hai nghìn không trăm hai mươi sáu"},
       {"tháng 4/2026", "tháng tư năm hai nghìn không trăm hai mươi sáu"},
       {"ngày 24/9", "ngày hai mươi tư tháng chín"},
       {"từ 1/2 đến 15/2", "từ ngày một tháng hai đến ngày mười lăm tháng hai"},
       {"20/9–24/9/2026",
        "ngày hai mươi tháng chín đến ngày hai mươi tư tháng chín năm hai nghìn không trăm hai mươi sáu"},
       {"30/2/2026", "ba mươi/ hai/ hai nghìn không trăm hai mươi sáu"},
       {"1/2 diện tích", "một phần hai diện tích"},
       {"3/4", "ba phần tư"},
       {"24/7", "hai mươi tư trên bảy"}});
}

TEST_CASE("times are hours and minutes", "[text]") {
  check_all({{"15:30", "mười lăm giờ ba mươi phút"},
             {"7h30", "bảy giờ ba mươi phút"},
             {"7h", "bảy giờ"},
             {"07:00", "bảy giờ"},
             {"15 giờ", "mười lăm giờ"},
             {"7h30 - 11h30", "bảy giờ ba mươi phút đến mười một giờ ba mươi phút"},
             {"Sáng 7:30-11:30.", "Sáng bảy giờ ba mươi phút đến mười một giờ ba mươi phút."}});
}

TEST_CASE("telephone and identity numbers are read digit by digit", "[text]") {
  check_all({{"0912345678", "không chín một hai, ba bốn năm, sáu bảy tám"},
             {"0912 345 678", "không chín một hai, ba bốn năm, sáu bảy tám"},
             {"0912.345.678", "không chín một hai, ba bốn năm, sáu bảy tám"},
             {"ĐT: 024 3333 4444", "điện thoại: không hai bốn, ba ba ba ba, bốn bốn bốn bốn"},
             {"(024) 3333 4444", "không hai bốn, ba ba ba ba, bốn bốn bốn bốn"},
             {"+84 912 345 678", "cộng tám bốn, chín một hai, ba bốn năm, sáu bảy tám"},
             {"Tổng đài 1900 1234", "Tổng đài một chín không không, một hai ba bốn"},
             {"gọi 115", "gọi một một năm"},
             {"gọi 113, 114 hoặc 115", "gọi một một ba, một một bốn hoặc một một năm"},
             {"115 người", "một trăm mười lăm người"},
             {"hotline 1022", "hotline một không hai hai"},
             {"số 001193012345", "số không không một, một chín ba, không một hai, ba bốn năm"}});
}

TEST_CASE("codes and document numbers are read sensibly", "[text]") {
  check_all(
      {{"1.001193", "một chấm không không một, một chín ba"},
       {"mã 2.000635.", "mã hai chấm không không không, sáu ba năm."},
       {"1.001193.000.00.00.H26",
        "một chấm không không một, một chín ba chấm không không không chấm không không chấm không không chấm "
        "hát hai sáu"},
       {"Luật 60/2014/QH13", "Luật sáu mươi năm hai nghìn không trăm mười bốn của Quốc hội khoá mười ba"},
       {"Nghị định số 123/2015/NĐ-CP",
        "Nghị định số một trăm hai mươi ba năm hai nghìn không trăm mười lăm của Chính phủ"},
       {"04/2020/TT-BTP", "bốn năm hai nghìn không trăm hai mươi của Bộ Tư pháp"},
       {"22/2020/QĐ-TTg", "hai mươi hai năm hai nghìn không trăm hai mươi của Thủ tướng Chính phủ"},
       {"1656/NQ-UBTVQH15", "một nghìn sáu trăm năm mươi sáu của Uỷ ban Thường vụ Quốc hội khoá mười lăm"},
       {"15/KH-ABC", "mười lăm, ca hát a bê xê"},
       {"tờ khai CT01", "tờ khai xê tê không một"},
       {"KT3", "ca tê ba"},
       {"khổ A4", "khổ a bốn"}});
}

TEST_CASE("abbreviations are spoken in full", "[text]") {
  check_all({{"UBND xã", "uỷ ban nhân dân xã"},
             {"thẻ CCCD", "thẻ căn cước công dân"},
             {"BHYT, BHXH", "bảo hiểm y tế, bảo hiểm xã hội"},
             {"mã QR", "mã kiu a"},
             {"mã OTP", "mã ô tê pê"},
             {"ứng dụng VNeID", "ứng dụng vi en i đi"},
             {"TP. Hà Nội", "thành phố Hà Nội"},
             {"TP.HCM", "Thành phố Hồ Chí Minh"},
             {"TP Hà Nội", "thành phố Hà Nội"},
             {"giấy tờ, v.v.", "giấy tờ, vân vân"},
             {"Wi-Fi", "oai phai"},
             {"KT-XH", "kinh tế xã hội"},
             {"(UBND)", "(uỷ ban nhân dân)"},
             {"cha/mẹ", "cha hoặc mẹ"},
             {"và/hoặc", "và hoặc"},
             {"thay đổi / bổ sung", "thay đổi hoặc bổ sung"},
             {"3 ngày + 2 ngày", "ba ngày cộng hai ngày"},
             {"Hồ sơ:\n+ Tờ khai", "Hồ sơ:\n+ Tờ khai"},
             {"A & B", "A và B"}});
}

TEST_CASE("web addresses are read with their points", "[text]") {
  check_all({{"dichvucong.gov.vn", "dichvucong chấm gov chấm vê nờ"},
             {"https://dichvucong.gov.vn/tra-cuu", "dichvucong chấm gov chấm vê nờ gạch chéo tra-cuu"},
             {"Xong.Mời", "Xong.Mời"}});
}

TEST_CASE("a whole sentence is read as one would", "[text]") {
  CHECK(speak("Lệ phí 8.000 đ/bản, nộp tại UBND xã từ 7h30 ngày 24/9/2026 (gọi 0912 345 678).") ==
        "Lệ phí tám nghìn đồng mỗi bản, nộp tại uỷ ban nhân dân xã từ bảy giờ ba mươi phút ngày hai mươi tư "
        "tháng chín năm "
        "hai nghìn không trăm hai mươi sáu (gọi không chín một hai, ba bốn năm, sáu bảy tám).");
}

TEST_CASE("text without figures comes back as it is, in NFC", "[text]") {
  check_all({{"", ""},
             {"Đăng ký khai sinh.\nMang theo giấy tờ.", "Đăng ký khai sinh.\nMang theo giấy tờ."},
             {"hộ ti\u0323ch", "hộ tịch"},
             {"a\u00A0b", "a b"},
             {"a\xff", ""}});
}

TEST_CASE("figures that no rule foresees are still said or handed on whole", "[text]") {
  check_all({{"12345678901234567890 đ", "12345678901234567890 đ"},
             {"123456789012345", "một hai ba bốn năm sáu bảy tám chín không một hai ba bốn năm"},
             {"99:99", "chín mươi chín: chín mươi chín"},
             {"1/", "một/"},
             {"+", "+"}});
}
