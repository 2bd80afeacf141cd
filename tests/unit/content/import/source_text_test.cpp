#include "content/import/source_text.h"

#include <catch2/catch_test_macros.hpp>

#include "content/import/plain_text.h"

using namespace conglang::import;

namespace {

std::string cleaned(std::string_view raw) {
  return clean_source_text(raw).joined("|");
}

}  // namespace

TEST_CASE("clean text is kept as it stands, and nothing is said to be mended", "[import]") {
  const SourceText text = clean_source_text("Giấy chứng sinh");
  CHECK(text.joined() == "Giấy chứng sinh");
  CHECK(text.mended.empty());
  CHECK_FALSE(text.doubtful);
}

TEST_CASE("HTML becomes lines of plain text", "[import]") {
  CHECK(cleaned("<p>Một&nbsp;hai</p><p>ba</p>") == "Một hai|ba");
  CHECK(cleaned("<ul><li>một</li><li>hai</li></ul>") == "- một|- hai");
  CHECK(cleaned("một<br/>hai<BR>ba") == "một|hai|ba");
  CHECK(cleaned("<table><tr><td>a</td><td>b</td></tr></table>") == "a b");
  CHECK(cleaned("&lt;b&gt;đậm&lt;/b&gt; &amp;amp; &agrave;&#417;&#x1A1;") == "đậm & àơơ");
}

TEST_CASE("a less-than sign that opens no tag stays", "[import]") {
  CHECK(cleaned("diện tích < 50 m2 và > 20 m2") == "diện tích < 50 m2 và > 20 m2");
  CHECK(cleaned("a <") == "a <");
}

TEST_CASE("an entity that nobody knows stays, and is doubtful", "[import]") {
  const SourceText text = clean_source_text("a &khong; b");
  CHECK(text.joined() == "a &khong; b");
  CHECK(text.doubtful);
}

TEST_CASE("what Word leaves behind is taken away", "[import]") {
  CHECK(cleaned("<!--[if gte mso 9]><xml>x</xml><![endif]-->Tờ khai<o:p></o:p>") == "Tờ khai");
  CHECK(cleaned("Normal 0 false false false EN-US X-NONE X-NONE Đơn") == "Đơn");
  CHECK(cleaned("\xef\x82\xb7Một\x0b\xef\x82\xa7Hai") == "- Một|- Hai");
  CHECK(cleaned("<style>p {color: red}</style>Đơn") == "Đơn");
}

TEST_CASE("letters of old fonts, odd blanks and marks of direction are mended", "[import]") {
  CHECK(cleaned("ng\xc6\xb0\xe1\xbb\x9di\xc2\xa0 d\xc3\xa2n") == "người dân");
  CHECK(cleaned("đ\xc6\xa3\x63 h\xc6\xa3\x75") == "đưc hưu");
  CHECK(cleaned("k\xe2\x80\x8eý\xe2\x80\x8b") == "ký");
  CHECK(cleaned("a\t\t b  c\r\nd\xe2\x80\xa8\x65") == "a b c|d|e");
  CHECK(cleaned("e\xcc\x82\xcc\x81") == "ế");
}

TEST_CASE("what was mended is said", "[import]") {
  CHECK(clean_source_text("<b>a</b>").mended == std::vector<std::string>{"bỏ thẻ HTML"});
  CHECK(clean_source_text(" a").mended == std::vector<std::string>{"khoảng trắng, xuống dòng"});
  CHECK(clean_source_text("e\xcc\x82").mended == std::vector<std::string>{"chuẩn hóa NFC"});
}

TEST_CASE("bytes that are no UTF-8 and control characters are mended and doubtful", "[import]") {
  const SourceText broken = clean_source_text("a\xff\xfe b");
  CHECK(broken.joined() == "a\xef\xbf\xbd b");
  CHECK(broken.doubtful);
  const SourceText control = clean_source_text(std::string_view("a\0b\x7f", 4));
  CHECK(control.joined() == "a b");
  CHECK(control.doubtful);
}

TEST_CASE("a list mark is told from a number's sign", "[import]") {
  char mark = 0;
  CHECK(without_bullet("- một", &mark) == "một");
  CHECK(mark == '-');
  CHECK(without_bullet("*Lưu ý:", &mark) == "Lưu ý:");
  CHECK(mark == '*');
  CHECK(without_bullet("+84 24", &mark) == "+84 24");
  CHECK(mark == 0);
  CHECK(without_bullet("• hai", &mark) == "hai");
}
