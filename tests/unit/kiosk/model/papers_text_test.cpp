#include "kiosk/model/papers_text.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "content/base/utf8.h"
#include "kiosk/qr/qr.h"

using namespace conglang;
using namespace conglang::kiosk;

namespace {

std::vector<std::string> many_lines(int count, const std::string& words) {
  std::vector<std::string> lines;
  for (int i = 1; i <= count; ++i) lines.push_back(std::to_string(i) + ". " + words);
  return lines;
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

}  // namespace

TEST_CASE("a short list is one code, headed by its title", "[model]") {
  CHECK(spread_over_codes("Làm giấy khai sinh", {"1. Giấy chứng sinh", "2. Căn cước"}) ==
        std::vector<std::string>{"Làm giấy khai sinh\n1. Giấy chứng sinh\n2. Căn cước"});
}

TEST_CASE("a list too long for one code is spread evenly, every line whole, every code numbered", "[model]") {
  const auto lines = many_lines(9, "Giấy tờ có tên dài vừa phải, nộp 1 bản chính");
  const auto texts = spread_over_codes("Làm sổ đỏ lần đầu", lines);
  REQUIRE(texts.size() == 3);
  CHECK(texts[0].starts_with("(1/3) Làm sổ đỏ lần đầu\n1. "));
  CHECK(texts[2].starts_with("(3/3) Làm sổ đỏ lần đầu\n7. "));
  for (const std::string& text : texts) CHECK(std::ranges::count(text, '\n') == 3);
}

TEST_CASE("no text needs more than version 10, and none loses a word", "[model]") {
  const std::string endless(900, 'x');
  const auto long_line = many_lines(1,
                                    "Đơn đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài "
                                    "sản gắn liền với đất theo Mẫu số 15, có xác nhận của nơi có đất, kèm "
                                    "sơ đồ nhà ở hoặc công trình xây dựng nếu có, và giấy tờ về việc đã "
                                    "làm xong nghĩa vụ tài chính, hoặc giấy được miễn, giảm");
  for (const auto& lines : {long_line, many_lines(1, endless), many_lines(40, "ữ ữ ữ ữ ữ ữ")}) {
    std::string put_in;
    std::string came_out;
    for (const std::string& line : lines) put_in += line;
    for (const std::string& text : spread_over_codes("Sổ đỏ", lines)) {
      CHECK(text.size() <= kMaxTextBytes);
      CHECK(is_nfc(text));
      CHECK(qr::encode(text).value().version <= 10);
      std::string rest = text.substr(text.find('\n') + 1);
      std::erase(rest, '\n');
      came_out += rest;
    }
    CHECK(without_spaces(came_out) == without_spaces(put_in));
  }
}

TEST_CASE("nothing to bring is no code at all", "[model]") {
  CHECK(spread_over_codes("Sổ đỏ", {}).empty());
}
