#include "content/guide/link_policy.h"

#include <catch2/catch_test_macros.hpp>

#include "content/guide/web_address.h"

using namespace conglang;
using namespace conglang::guide;

namespace {

LinkPolicy sample_policy() {
  LinkPolicy policy;
  policy.hosts = {{"dichvucong.gov.vn", true}, {"vneid.gov.vn", false}};
  policy.exact_urls = {"https://zalo.me/g/thuongthap"};
  policy.templates = {
      {"portal-search", "https://dichvucong.gov.vn/tim-kiem?keyword={code}", {{{"vi", "Cổng quốc gia"}}}},
      {"path", "https://dichvucong.gov.vn/thu-tuc/{code}", {{{"vi", "Cổng quốc gia"}}}},
      {"no-place", "https://dichvucong.gov.vn/thu-tuc", {{{"vi", "Cổng quốc gia"}}}},
      {"in-host", "https://{code}.dichvucong.gov.vn/", {{{"vi", "Cổng quốc gia"}}}},
      {"outside", "https://evil.example/?k={code}", {{{"vi", "Cổng quốc gia"}}}}};
  return policy;
}

bool allows(std::string_view url) {
  return check_link(sample_policy(), url).has_value();
}

// Refused as forbidden, with words for a person.
bool refuses(std::string_view url) {
  const auto link = check_link(sample_policy(), url);
  return !link && link.error().code == Errc::forbidden && !link.error().message.empty();
}

}  // namespace

TEST_CASE("an allowed host and, where the entry says so, those below it get a code", "[guide]") {
  CHECK(allows("https://dichvucong.gov.vn"));
  CHECK(allows("https://dichvucong.gov.vn/"));
  CHECK(allows("https://dichvucong.gov.vn?keyword=1.001193"));
  CHECK(allows("https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=ab12&x=a%20b"));
  CHECK(allows("https://vneid.gov.vn/"));
  CHECK(refuses("https://www.vneid.gov.vn/"));
  CHECK(refuses("https://gov.vn/"));
}

TEST_CASE("an address in capitals is the same address", "[guide]") {
  const auto link = check_link(sample_policy(), "HTTPS://DichVuCong.GOV.vn/Tim?A=B");
  REQUIRE(link);
  CHECK(link->url == "https://dichvucong.gov.vn/Tim?A=B");
  CHECK(link->host == "dichvucong.gov.vn");
}

TEST_CASE("a listed address is allowed as it stands, and nothing else of its host", "[guide]") {
  CHECK(allows("https://zalo.me/g/thuongthap"));
  CHECK(refuses("https://zalo.me/g/thuongthap2"));
  CHECK(refuses("https://zalo.me/g/thuongthap?x=1"));
  CHECK(refuses("https://zalo.me/g/thuongthap/"));
  CHECK(refuses("https://zalo.me/"));
}

TEST_CASE("a template is filled with the code, and says whose address it is", "[guide]") {
  const auto link = expand_link(sample_policy(), "portal-search", "1.001193");
  REQUIRE(link);
  CHECK(link->url == "https://dichvucong.gov.vn/tim-kiem?keyword=1.001193");
  CHECK(link->owner.in("vi") == "Cổng quốc gia");
  CHECK(expand_link(sample_policy(), "portal-search", "khai sinh")->url ==
        "https://dichvucong.gov.vn/tim-kiem?keyword=khai%20sinh");
}

TEST_CASE("a template that cannot be filled says why", "[guide]") {
  CHECK(expand_link(sample_policy(), "none", "1").error().code == Errc::not_found);
  CHECK(expand_link(sample_policy(), "no-place", "1").error().code == Errc::invalid);
  CHECK(expand_link(sample_policy(), "portal-search", "").error().code == Errc::invalid);
  CHECK(expand_link(sample_policy(), "outside", "1").error().code == Errc::forbidden);
}

TEST_CASE("the refusal names the host", "[guide]") {
  const auto link = check_link(sample_policy(), "https://dichvucong-gov.vn/login");
  REQUIRE_FALSE(link);
  CHECK(link.error().message.find("dichvucong-gov.vn") != std::string::npos);
}

TEST_CASE("attack: look-alikes of the portal are refused", "[guide][security]") {
  CHECK(refuses("https://dichvucong-gov.vn/"));
  CHECK(refuses("https://dichvucong.gov.vn.example/"));
  CHECK(refuses("https://dichvucong.gov.vn@evil.example/"));
  CHECK(refuses("https://dịchvụcông.gov.vn/"));
  CHECK(refuses("https://dichvucong.gov.com/"));
  CHECK(refuses("https://vneid.gov.vn-xacthuc.top/"));
  CHECK(refuses("http://dichvucong.gov.vn/"));
  CHECK(refuses("https://xdichvucong.gov.vn/"));
  CHECK(refuses("https://dichvucong.gov.vn.evil.example/dichvucong.gov.vn"));
  CHECK(refuses("https://dichvucong.gov.vn-evil.example/"));
  CHECK(refuses("https://dichvucong.gоv.vn/"));        // Cyrillic о
  CHECK(refuses("https://dichvucong。gov。vn/"));      // ideographic full stop
  CHECK(refuses("https://ｄichvucong.gov.vn/"));       // full-width d
  CHECK(refuses("https://dichvucong\u00ad.gov.vn/"));  // soft hyphen
  CHECK(refuses("https://dichvucong\u200b.gov.vn/"));  // zero-width space
  CHECK(refuses("https://evil.example/\u202ehttps://dichvucong.gov.vn/"));
  CHECK(refuses("https://xn--dchvcng-53a.dichvucong.gov.vn/"));  // punycode below an allowed host
  CHECK(refuses("https://evil.example?https://dichvucong.gov.vn/"));
  CHECK(refuses("https://evil.example#dichvucong.gov.vn"));
}

TEST_CASE("attack: user-info, ports and addresses in numbers are refused", "[guide][security]") {
  CHECK(refuses("https://user@dichvucong.gov.vn/"));
  CHECK(refuses("https://user:pass@dichvucong.gov.vn/"));
  CHECK(refuses("https://dichvucong.gov.vn:443@evil.example/"));
  CHECK(refuses("https://dichvucong.gov.vn%40evil.example/"));
  CHECK(refuses("https://dichvucong.gov.vn:8443/"));
  CHECK(refuses("https://dichvucong.gov.vn:/"));
  CHECK(refuses("https://127.0.0.1/"));
  CHECK(refuses("https://2130706433/"));
  CHECK(refuses("https://0x7f.0x1/"));
  CHECK(refuses("https://[::1]/"));
  CHECK(refuses("https://[::ffff:10.0.0.1]/"));
}

TEST_CASE("attack: odd hosts and schemes are refused", "[guide][security]") {
  for (const char* url : {"",
                          "https://",
                          "https:///dichvucong.gov.vn",
                          "https:/dichvucong.gov.vn/",
                          "https:dichvucong.gov.vn",
                          "//dichvucong.gov.vn/",
                          "dichvucong.gov.vn",
                          "javascript:alert(1)",
                          "data:text/html,x",
                          "ftp://dichvucong.gov.vn/",
                          "intent://dichvucong.gov.vn/",
                          " https://dichvucong.gov.vn/",
                          "https://dichvucong.gov.vn./",
                          "https://.dichvucong.gov.vn/",
                          "https://a..dichvucong.gov.vn/",
                          "https://-a.dichvucong.gov.vn/",
                          "https://a_b.dichvucong.gov.vn/",
                          "https://localhost/",
                          "https://%64ichvucong.gov.vn/",
                          "https://*.dichvucong.gov.vn/",
                          "https://dichvucong.gov.vn,evil.example/",
                          "https://dichvucong.gov.vn;evil.example/"}) {
    CAPTURE(url);
    CHECK(refuses(url));
  }
  CHECK(refuses("https://" + std::string(64, 'a') + ".dichvucong.gov.vn/"));
  CHECK(refuses("https://dichvucong.gov.vn/" + std::string(2000, 'a')));
}

TEST_CASE("attack: what follows the host cannot confuse a phone", "[guide][security]") {
  for (const char* rest : {"\\@evil.example",
                           "\\evil.example",
                           "/\\evil.example",
                           "/%5cevil.example",
                           "//evil.example",
                           "/a//evil.example",
                           "/@evil.example",
                           "#@evil.example",
                           "/#x",
                           "/?u=a@b",
                           "/ x",
                           "/\tx",
                           "/\nx",
                           "/a\r\nHost:evil",
                           "/%0d%0aHost:evil",
                           "/%00",
                           "/%",
                           "/%2",
                           "/%zz",
                           "/../x",
                           "/a/./b",
                           "/%2e%2e/x",
                           "/a/..",
                           "/x\"y",
                           "/<x>",
                           "/{code}",
                           "/a|b",
                           "/^",
                           "/`",
                           "/đường",
                           "/?redirect=https://evil.example",
                           "/?r=https%3A%2F%2Fevil.example",
                           "/?r=//evil.example",
                           "/?r=%2F%2Fevil.example"}) {
    CAPTURE(rest);
    CHECK(refuses("https://dichvucong.gov.vn" + std::string(rest)));
  }
  using namespace std::string_view_literals;
  CHECK(refuses("https://dichvucong.gov.vn/\0x"sv));
  CHECK(refuses("https://dichvucong.gov.vn\0.evil.example/"sv));
}

TEST_CASE("attack: a procedure code cannot break out of its template", "[guide][security]") {
  const auto inside = expand_link(sample_policy(), "portal-search", "1&keyword=x#/../@");
  REQUIRE(inside);
  CHECK(inside->url == "https://dichvucong.gov.vn/tim-kiem?keyword=1%26keyword%3Dx%23%2F..%2F%40");
  CHECK(expand_link(sample_policy(), "path", "..").error().code == Errc::forbidden);
  CHECK(expand_link(sample_policy(), "path", "a\r\nb").error().code == Errc::forbidden);
  CHECK(expand_link(sample_policy(), "in-host", "evil.example/").error().code == Errc::invalid);
  CHECK(expand_link(sample_policy(), "portal-search", "https://evil.example").error().code ==
        Errc::forbidden);
}

TEST_CASE("an allow-list entry without a name allows nothing", "[guide][security]") {
  LinkPolicy policy;
  policy.hosts = {{"", true}};
  CHECK_FALSE(check_link(policy, "https://evil.example/"));
  CHECK_FALSE(check_link(LinkPolicy{}, "https://dichvucong.gov.vn/"));
}
