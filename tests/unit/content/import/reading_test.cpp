#include "content/import/reading.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang::import;

TEST_CASE("sums of money are read where đồng is named", "[import]") {
  CHECK(sums_of_money("8.000 đồng/bản") == std::vector<std::int64_t>{8000});
  CHECK(sums_of_money("thu 5000 đồng; 1.500.000đ. 20,000 VNĐ") ==
        std::vector<std::int64_t>{5000, 1500000, 20000});
  CHECK(sums_of_money("Thông tư 85/2019/TT-BTC, 15 ngày, 50%").empty());
  CHECK(sums_of_money("5 đối tượng").empty());
  CHECK(sums_of_money("999999999999999999999 đồng").empty());
}

TEST_CASE("a sum is written with points", "[import]") {
  CHECK(money_text(0) == "0 đ");
  CHECK(money_text(8000) == "8.000 đ");
  CHECK(money_text(1500000) == "1.500.000 đ");
}

TEST_CASE("numbers of days are read, dates are not", "[import]") {
  CHECK(days_named("Không quá 05 ngày làm việc; xã miền núi: 15 ngày.") == std::vector<std::int64_t>{5, 15});
  CHECK(days_named("Thông tư ngày 01/7/2025, ngày 12 tháng 6, ngày").empty());
}

TEST_CASE("counts of papers in words are read", "[import]") {
  const PaperCounts both = paper_counts("01 bản chính + 02 bản sao");
  CHECK(both.originals == 1);
  CHECK(both.copies == 2);
  CHECK(paper_counts("Bản sao có chứng thực").copies == std::nullopt);
}

TEST_CASE("exemptions are told from the rest, and nothing is lost", "[import]") {
  const FeeText text =
      sort_fee_text({"8.000 đồng/bản. Miễn lệ phí cho người thuộc hộ nghèo; người khuyết tật. Nộp một lần."});
  CHECK(text.exemptions ==
        std::vector<std::string>{"Miễn lệ phí cho người thuộc hộ nghèo; người khuyết tật."});
  CHECK(text.rest == std::vector<std::string>{"8.000 đồng/bản.", "Nộp một lần."});
}

TEST_CASE("the list below a heading about exemption is exempt", "[import]") {
  const FeeText text = sort_fee_text(
      {"Lệ phí: + Cấp mới 25.000 đồng. * Đối tượng miễn: - Người có công; - Người khuyết tật. * Khác"});
  CHECK(text.exemptions ==
        std::vector<std::string>{"Đối tượng miễn: Người có công;", "Đối tượng miễn: Người khuyết tật."});
  CHECK(text.rest == std::vector<std::string>{"Lệ phí:", "Cấp mới 25.000 đồng.", "Khác"});
}

TEST_CASE("a heading about exemption without a list is kept", "[import]") {
  CHECK(sort_fee_text({"Đối tượng miễn:"}).rest == std::vector<std::string>{"Đối tượng miễn:"});
}

TEST_CASE("mountain communes are no exemption", "[import]") {
  CHECK(sort_fee_text({"Đối với các xã miền núi"}).exemptions.empty());
}

TEST_CASE("two sentences without a blank between them are told apart", "[import]") {
  const FeeText text = sort_fee_text({"8.000 đồng đã đăng ký.Miễn lệ phí cho hộ nghèo."});
  CHECK(text.rest == std::vector<std::string>{"8.000 đồng đã đăng ký."});
  CHECK(text.exemptions == std::vector<std::string>{"Miễn lệ phí cho hộ nghèo."});
}

TEST_CASE("the number of a document is found in its name", "[import]") {
  CHECK(document_number("Nghị định số 123/2015/NĐ-CP ngày 15/11/2015") == "123/2015/NĐ-CP");
  CHECK(document_number("Luật 60/2014/QH13") == "60/2014/QH13");
  CHECK(document_number("ngày 15/11/2015").empty());
  CHECK(document_number("").empty());
}
