#include "content/publish/board/usage_page.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/folders.h"
#include "tests/support/printed_page.h"

using namespace conglang;
using namespace conglang::board;

namespace {

constexpr const char* kUsage = R"({"from":"2026-11-01","to":"2026-11-30","commune":"09784",
  "all":{"opened":1234,"codeShown":321,"helped":45,"didNotHelp":6,"found":700,"notFound":12},
  "days":[{"day":"2026-11-02","opened":80},{"day":"2026-11-27","opened":40}],
  "guides":[{"guide":"khai-sinh","title":"Đăng ký khai sinh","opened":900,"codeShown":300,"helped":40,"didNotHelp":5},
            {"guide":"1.001193","title":"","opened":334,"codeShown":21,"helped":5,"didNotHelp":1}],
  "places":[{"place":"Thôn Thượng Tháp","opened":1234,"codeShown":321,"helped":45,"didNotHelp":6}],
  "reasons":[{"reason":"hard-to-read","n":4}],
  "searches":[{"words":"giay chung sinh","n":12}]})";

std::string page(const UsageReport& report) {
  const auto pdf = make_usage_page(report, CONGLANG_BIN_DIR "/../share/conglang");
  REQUIRE(pdf);
  return *pdf;
}

}  // namespace

TEST_CASE("a month's usage is one page of A4 with its numbers as words", "[board][usage]") {
  const auto report = read_usage(kUsage);
  REQUIRE(report);
  const testing::PrintedPdf pdf(page(*report));
  CHECK(pdf.info().find("Pages:           1") != std::string::npos);
  CHECK(pdf.info().find("(A4)") != std::string::npos);
  const std::string words = pdf.words();
  for (const char* word : {"Xã 09784", "1/11/2026", "1.234", "Đăng ký khai sinh", "1.001193",
                           "Thôn Thượng Tháp", "giay chung sinh (12)", "khó đọc (4)"})
    CHECK(words.find(word) != std::string::npos);
  CHECK(page(*report) == page(*report));
}

TEST_CASE("a busy province and an empty month each stay on one page", "[board][usage]") {
  UsageReport report = *read_usage(kUsage);
  for (int i = 0; i < 400; ++i) {
    report.guides.push_back({"Thủ tục có tên rất dài " + std::string(150, 'x'), i, i, i, i});
    report.places.push_back({"Nhà văn hóa", i, i, i, i});
    report.searches.push_back({"giay chung sinh", i});
  }
  CHECK(testing::PrintedPdf(page(report)).info().find("Pages:           1") != std::string::npos);
  const auto empty = read_usage(R"({"from":"2026-11-01","to":"2026-11-30"})");
  REQUIRE(empty);
  CHECK(testing::PrintedPdf(page(*empty)).words().find("Toàn tỉnh") != std::string::npos);
}

TEST_CASE("numbers that are none of a server's are refused", "[board][usage]") {
  for (const char* bytes : {"", "[]", "{}", R"({"from":"2026-11-30","to":"2026-11-01"})"})
    CHECK_FALSE(read_usage(bytes));
}
