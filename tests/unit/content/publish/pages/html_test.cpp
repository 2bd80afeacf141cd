#include "content/publish/pages/html.h"

#include <catch2/catch_test_macros.hpp>

#include "content/publish/pages/style_sheet.h"
#include "sync/tuf/digest.h"

#include "content/base/hex.h"
#include "content/publish/pages/base64.h"

using namespace conglang;
using namespace conglang::publish;

namespace {

const guide::LinkPolicy& policy() {
  static const guide::LinkPolicy kPolicy = {{{"dichvucong.gov.vn", true}}, {}, {}};
  return kPolicy;
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("text between tags and in attributes is escaped", "[pages]") {
  const Html html = element("p", {{"title", "a\"b'c<d>&"}}, "1 < 2 & \"x\" 'y'");
  CHECK(html.markup() ==
        "<p title=\"a&quot;b&#39;c&lt;d&gt;&amp;\">1 &lt; 2 &amp; &quot;x&quot; &#39;y&#39;</p>");
}

TEST_CASE("elements nest, and an attribute without a value stands alone", "[pages]") {
  CHECK(element("ul", {}, element("li", {{"hidden", ""}}, "a", " ", element("b", {}, "b"))).markup() ==
        "<ul><li hidden>a <b>b</b></li></ul>");
}

TEST_CASE("attack: a script or an image in a text stays text", "[pages][attack]") {
  const std::string markup =
      element("h1", {}, "</h1><script>alert(1)</script><img src=x onerror=alert(1)>").markup();
  CHECK_FALSE(contains(markup, "<script"));
  CHECK_FALSE(contains(markup, "<img"));
  CHECK(contains(markup, "&lt;script&gt;"));
}

TEST_CASE("attack: a quote in an attribute does not end it", "[pages][attack]") {
  CHECK(element("p", {{"id", "x\" onmouseover=\"alert(1)"}}, "").markup() ==
        "<p id=\"x&quot; onmouseover=&quot;alert(1)\"></p>");
}

TEST_CASE("attack: text-direction marks and control characters are left out", "[pages][attack]") {
  CHECK(Html("an\u202Etoàn\u2066\u200F\x07 .vn").markup() == "antoàn .vn");
}

TEST_CASE("attack: bytes that are not UTF-8 do not reach a page", "[pages][attack]") {
  CHECK(Html("a\xC3<b\xFF>").markup() == "a?&lt;b?&gt;");
}

TEST_CASE("attack: a data block cannot be ended by what is in it", "[pages][attack]") {
  const std::string markup =
      data_block({{"name", "</script><script>alert(1)</script><!--"}, {"x", "a&b\u202E"}}).markup();
  CHECK(markup ==
        "<script type=\"application/ld+json\">{\"name\":\"\\u003c/script\\u003e\\u003cscript\\u003ealert(1)"
        "\\u003c/script\\u003e\\u003c!--\",\"x\":\"a\\u0026b\"}</script>\n");
}

TEST_CASE("attack: no look-alike, script or user-info address becomes a link", "[pages][attack]") {
  for (const char* url :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "http://dichvucong.gov.vn/",
        "https://dichvucong.gov.vn.vn/", "https://dichvucong-gov.vn/", "https://dichvuc\u00f4ng.gov.vn/",
        "https://dichvucong.gov.vn@evil.vn/", "//dichvucong.gov.vn/", "https://dichvucong.gov.vn:8443/"})
    CHECK_FALSE(check_link(policy(), url));
  const auto link = check_link(policy(), "https://dichvucong.gov.vn/a?b=1&c=2");
  REQUIRE(link);
  CHECK(element("a", {Attribute(Address::of(*link))}, "x").markup() ==
        "<a href=\"https://dichvucong.gov.vn/a?b=1&amp;c=2\">x</a>");
}

TEST_CASE("attack: a page's name cannot lead elsewhere", "[pages][attack]") {
  CHECK(Address::of_page("../", "javascript:x\"y").text() == "../javascript%3Ax%22y");
  CHECK(Address::of_anchor("a b\"c").text() == "#a%20b%22c");
  CHECK(Address::of_page("https://huong-dan.vn/", "en/khai-sinh.html").text() ==
        "https://huong-dan.vn/en/khai-sinh.html");
}

TEST_CASE("the policy's hash is that of the very style on the pages", "[pages]") {
  CHECK(style_element().markup() == "<style>" + std::string(style_sheet()) + "</style>\n");
  const auto digest = from_hex(tuf::sha256_hex(style_sheet()));
  REQUIRE(digest);
  CHECK(style_hash() == "sha256-" + base64(*digest));
}

TEST_CASE("base64 pads as RFC 4648 says", "[pages]") {
  CHECK(base64("") == "");
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foobar") == "Zm9vYmFy");
}
