#include "content/guide/html_debris.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using namespace conglang::guide;

TEST_CASE("tags go, and those that separate leave a space", "[guide]") {
  CHECK(without_html("<p>Bản <b>chính</b></p>") == " Bản chính ");
  CHECK(without_html("Dòng một<br/>dòng hai<BR >ba") == "Dòng một dòng hai ba");
  CHECK(without_html("<span style=\"font-size: 14pt\" lang=vi>Đơn</span><o:p></o:p>") == "Đơn");
}

TEST_CASE("references are the characters they stand for", "[guide]") {
  CHECK(without_html("A&nbsp;&amp;&nbsp;B &ldquo;C&rdquo; &#417;&#x1a1;") == "A & B \u201cC\u201d ơơ");
  CHECK(without_html("&amp;lt;b&amp;gt;x") == "x");
}

TEST_CASE("what only looks like HTML stays", "[guide]") {
  for (const char* text : {"<Tên xã>", "a < b và b > c", "5 <10", "<ủy ban>", "Q&A; R&D", "&khong; &;", "<",
                           "&", "<b", "</", "<>", "<bc>", "<i\u1ed1m>", "&#;", "&#x;", "&#12a;"}) {
    CAPTURE(text);
    CHECK(without_html(text) == text);
  }
}

TEST_CASE("attack: references of references come to an end", "[guide][security]") {
  std::string text = "&";
  for (int i = 0; i < 10'000; ++i) text += "amp;";
  const auto cleaned = without_html(text);
  REQUIRE_FALSE(cleaned);
  CHECK(cleaned.error().code == Errc::invalid);
}
