#include "content/guide/lint/look_alike.h"

#include <catch2/catch_test_macros.hpp>

#include "content/guide/lint/lint_links.h"

using namespace conglang::guide;

namespace {

// The rule that fires on `url` where dichvucong.gov.vn is allowed; empty for none.
std::string rule_for(const std::string& url) {
  const LinkPolicy policy{{{"dichvucong.gov.vn", true}, {"vneid.gov.vn", false}}, {}, {}};
  const auto document = parse_document("{\"url\": \"" + url + "\"}", "guide.json");
  REQUIRE(document);
  Report report(*document);
  lint_links(*document, policy, report);
  REQUIRE(report.findings().size() <= 1);
  return report.findings().empty() ? "" : report.findings().front().rule;
}

}  // namespace

TEST_CASE("attack: hosts made to be taken for the portal are named as such", "[lint][security]") {
  for (const char* url :
       {"https://dichvucong-gov.vn/", "https://dichvucong.gov.vn.example/", "https://dichvucong.gov.vn@evil/",
        "https://dịchvụcông.gov.vn/", "https://dichvucong.gov.com/", "https://vneid.gov.vn-xacthuc.top/",
        "https://d1chvucong.gov.vn.top/", "https://dichvucon.vn/", "https://vne1d.com/",
        "https://dichvucnog.online/", "https://thue-gov.vn/", "https://bocongan.org/",
        "https://DichVuCong-gov.VN/x?y=1", "https://dich-vu-cong.com/"}) {
    CAPTURE(url);
    CHECK(rule_for(url) == "link-lookalike");
  }
}

TEST_CASE("attack: what no phone should open is an address problem", "[lint][security]") {
  for (const char* url : {"http://dichvucong.gov.vn/", "https://dichvucong.gov.vn:8443/", "https://10.0.0.1/",
                          "javascript:alert(1)", "https://bit.ly/abc", "https://dichvucong.gov.vn/../x"}) {
    CAPTURE(url);
    CHECK(rule_for(url) == "link-address");
  }
}

TEST_CASE("honest hosts are no look-alikes", "[lint]") {
  CHECK(rule_for("https://dichvucong.gov.vn/tim-kiem?keyword=1.001193").empty());
  CHECK(rule_for("https://csdl.dichvucong.gov.vn/").empty());
  CHECK(rule_for("https://thuvienphapluat.vn/") == "link-host");
  CHECK(rule_for("https://thainguyen.gov.vn/") == "link-host");
  CHECK(rule_for("https://zalo.me/g/thon") == "link-host");
  for (const char* host : {"dichvucong.gov.vn", "dichvucong.bocongan.gov.vn", "danphuong.hanoi.gov.vn",
                           "vanban.chinhphu.vn", "baochinhphu.vn", "mic.gov.vn", "hanoimoi.vn"}) {
    CAPTURE(host);
    CHECK_FALSE(imitated_site(host));
  }
}

TEST_CASE("attack: a look-alike cannot be put on the allow-list unseen", "[lint][security]") {
  const auto document = parse_document(R"({"hosts": [{"host": "dichvucong-gov.vn"}], "templates": [
        {"id": "a", "url": "https://vneid.gov.vn.top/{code}"}], "exactUrls": ["https://bocongan.com/x"]})",
                                       "links.json");
  REQUIRE(document);
  Report report(*document);
  lint_link_policy(*document, {}, report);
  REQUIRE(report.findings().size() == 3);
  for (const Finding& finding : report.findings()) CHECK(finding.rule == "link-lookalike");
}
