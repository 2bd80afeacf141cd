#include "content/guide/lint/lint_personal_data.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang::guide;
using Kind = PersonalNumber::Kind;

namespace {

std::vector<Finding> findings_in(const char* json) {
  const auto document = parse_document(json, "notice.json");
  REQUIRE(document);
  Report report(*document);
  lint_personal_data(*document, report);
  return report.findings();
}

}  // namespace

TEST_CASE("attack: a telephone number is found however it is spelled", "[lint][security]") {
  for (const char* text :
       {"Gọi 0912345678", "0912 345 678", "0912.345.678", "0912-345-678", "09 12 34 56 78", "+84912345678",
        "+84 912 345 678", "(+84) 912.345.678", "0084 912 345 678", "84912345678", "+84 (0) 912 345 678",
        "Ngày 24.11.2026 0912345678", "không chín một hai ba bốn năm sáu bảy tám", "0912 - 345 - 678",
        "Không chín một, hai ba bốn, năm sáu bảy tám.", "Họp 7h30 0912345678."}) {
    CAPTURE(text);
    CHECK(personal_numbers_in(text) == std::vector<PersonalNumber>{{Kind::telephone, "0912345678"}});
  }
  for (const char* text : {"(024) 3825 1234", "024.38251234", "+84 24 3825 1234"}) {
    CAPTURE(text);
    CHECK(personal_numbers_in(text) == std::vector<PersonalNumber>{{Kind::telephone, "02438251234"}});
  }
}

TEST_CASE("attack: an ID number is found in one run and in groups, new and old", "[lint][security]") {
  for (const char* text :
       {"001085012345", "CCCD: 001085012345.", "001 085 012 345", "001.085.012.345", "0010-8501-2345"}) {
    CAPTURE(text);
    CHECK(personal_numbers_in(text) == std::vector<PersonalNumber>{{Kind::id, "001085012345"}});
  }
  for (const char* text : {"012345678", "CMND 012 345 678", "012.345.678"}) {
    CAPTURE(text);
    CHECK(personal_numbers_in(text) == std::vector<PersonalNumber>{{Kind::id, "012345678"}});
  }
  CHECK(personal_numbers_in("CMND số 123.456.789") == std::vector<PersonalNumber>{{Kind::id, "123456789"}});
}

TEST_CASE("hotlines, money, dates, codes and laws are no personal numbers", "[lint]") {
  for (const char* text :
       {"Gọi 113, 114, 115 hoặc 18001096", "1900 0368", "1800.1096", "Gọi 1022", "8.000 đ", "500.000.000 đ",
        "123456789 đồng", "123.456.789 đồng", "từ 03.12.2026 đến 31.12.2026", "03-12-2026-31-12-2026",
        "mã 1.001193", "60/2014/QH13", "Nghị định 118/2025/NĐ-CP", "từ 7 giờ 30 đến 11 giờ 30",
        "mã số thuế 0312345678", "năm 2026 2027", "", "một hai ba bốn năm"}) {
    CAPTURE(text);
    CHECK(personal_numbers_in(text).empty());
  }
}

TEST_CASE("a number that the file declares public may stand in its text, and no other", "[lint]") {
  constexpr const char* kNotice = R"({
    "publicContacts": [{"label": {"vi": "Trưởng thôn"}, "phone": "0912 345 678"}],
    "body": [{"vi": "Gọi +84 912.345.678."}, {"vi": "Hoặc gọi 0987654321.", "en": "Or 0987654321."}]
  })";
  const auto findings = findings_in(kNotice);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].rule == "personal-phone");
  CHECK(findings[0].pointer == "/body/1/en");
  CHECK(findings[1].pointer == "/body/1/vi");
}

TEST_CASE("attack: declaring an ID number public does not let it through", "[lint][security]") {
  const auto findings = findings_in(R"({
    "publicContacts": [{"label": {"vi": "A"}, "phone": "001085012345"}], "title": {"vi": "Số 001085012345"}})");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "personal-id");
}

TEST_CASE("a finding never repeats the whole number: findings land in logs", "[lint][security]") {
  const auto findings = findings_in(R"({"title": {"vi": "Số 001085012345, gọi 0912345678"}})");
  REQUIRE(findings.size() == 2);
  for (const Finding& finding : findings) {
    CHECK(finding.message.find("085012") == std::string::npos);
    CHECK(finding.message.find("2345678") == std::string::npos);
  }
}
