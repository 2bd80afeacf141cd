#include "content/guide/guide_json.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample_bundle.h"

using namespace conglang;
using namespace conglang::guide;
using conglang::testing::kSampleGuide;
using conglang::testing::kSampleLinks;
using conglang::testing::kSamplePlace;
using conglang::testing::kSampleTopics;
using conglang::testing::with;

namespace {

std::string error_of(std::string_view json) {
  const auto guide = read_guide(json, "a.json");
  return guide ? std::string("no error") : guide.error().message;
}

bool mentions(const std::string& message, std::string_view words) {
  return message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a guide reads whole", "[guide]") {
  const auto guide = read_guide(kSampleGuide, "a.json");
  REQUIRE(guide);
  CHECK(guide->id == "khai-sinh");
  CHECK(guide->status == Guide::Status::in_force);
  CHECK(guide->title.in("en") == "Register a birth");
  CHECK(guide->case_question.in("en") == "Cháu sinh được bao lâu rồi?");
  REQUIRE(guide->cases.size() == 2);
  const Case& first = guide->cases[0];
  REQUIRE(first.evidence.size() == 2);
  CHECK(first.evidence[0].handling == Evidence::Handling::submit);
  CHECK(first.evidence[0].channels == std::vector<std::string>{"quay"});
  CHECK(first.evidence[1].handling == Evidence::Handling::show);
  CHECK(first.evidence[1].only_if->in("vi") == "Nhờ người khác đi làm thay?");
  CHECK(first.evidence[1].provenance.confidence == Confidence::recalled);
  CHECK(first.costs[0].amount_vnd == 0);
  CHECK(first.costs[0].exemptions[0].in("vi") == "Người thuộc hộ nghèo");
  CHECK(first.costs[0].provenance.valid_until == parse_date("2027-02-28"));
  CHECK_FALSE(guide->cases[1].costs[0].amount_vnd);
  CHECK(guide->channels[0].kind == Channel::Kind::counter);
  CHECK(guide->links[0].template_id == "portal-search");
  CHECK(guide->coming_changes[0].from == parse_date("2027-03-01"));
}

TEST_CASE("what is written reads back as it was, and is written the same again", "[guide]") {
  const auto guide = read_guide(kSampleGuide, "a.json");
  REQUIRE(guide);
  const std::string canonical = write_guide(*guide);
  const auto again = read_guide(canonical, "b.json");
  REQUIRE(again);
  CHECK(*again == *guide);
  CHECK(write_guide(*again) == canonical);
  CHECK(canonical.starts_with("{\n  \"$schema\": \"guide.schema.json\",\n  \"type\": \"PublicService\",\n"));
  CHECK(canonical.ends_with("}\n"));
}

TEST_CASE("a misspelt field is refused with its place and the nearest name", "[guide]") {
  const std::string error = error_of(with(kSampleGuide, "\"processingTimes\"", "\"procesingTime\""));
  CHECK(mentions(error, "/cases/0/procesingTime"));
  CHECK(mentions(error, "\"processingTimes\""));
  CHECK(error.starts_with("a.json:42: "));
}

TEST_CASE("all problems of a file are told at once, in the order of its lines", "[guide]") {
  std::string json = with(kSampleGuide, "\"vi\": \"Giấy chứng sinh\", ", "");
  json = with(json, "\"checkedOn\": \"2026-11-23\"", "\"checkedOn\": \"2026-02-30\"");
  json = with(json, "\"handling\": \"show\"", "\"handling\": \"shown\"");
  const std::string error = error_of(json);
  const auto first = error.find("/cases/0/evidence/0/name: thiếu \"vi\"");
  const auto second = error.find("/cases/0/evidence/1/handling: cần là một trong: submit, show");
  const auto third = error.find("/checkedOn: ");
  CHECK(first < second);
  CHECK(second < third);
  CHECK(third != std::string::npos);
}

TEST_CASE("what a guide must have is named when it is missing", "[guide]") {
  CHECK(mentions(error_of("{}"), "thiếu \"$schema\""));
  CHECK(mentions(error_of("{}"), "thiếu \"cases\""));
  CHECK(mentions(error_of("[]"), "a.json:1: cần là một nhóm"));
  CHECK(mentions(error_of(with(kSampleGuide, R"("legalResources": [
    {"number": "60/2014/QH13", )",
                               R"("legalResources": [
    {)")),
                 "/legalResources/0: thiếu \"number\""));
}

TEST_CASE("a fact without its source is refused", "[guide]") {
  CHECK(mentions(error_of(with(kSampleGuide, R"(,
      "provenance": {"confidence": "verified", "source": "03/2026/QH16"})",
                               "")),
                 "/comingChanges/0: thiếu \"provenance\""));
  CHECK(mentions(error_of(with(kSampleGuide, R"("source": "118/2025/NĐ-CP")", R"("source": " ")")),
                 "/channels/0/provenance/source: "));
  CHECK(mentions(error_of(with(kSampleGuide, R"("confidence": "uncertain", )", "")), "thiếu \"confidence\""));
}

TEST_CASE("a channel that the guide does not have cannot be referred to", "[guide]") {
  CHECK(mentions(error_of(with(kSampleGuide, R"("channels": ["quay"])", R"("channels": ["quay-khac"])")),
                 "/cases/0/evidence/0/channels/0: "));
}

TEST_CASE("ids are slugs and unique", "[guide]") {
  CHECK(mentions(error_of(with(kSampleGuide, "\"qua-han\"", "\"Quá hạn\"")), "/cases/1/id: "));
  CHECK(mentions(error_of(with(kSampleGuide, "\"qua-han\"", "\"dung-han\"")), "/cases/1/id: "));
  CHECK(mentions(error_of(with(kSampleGuide, "\"khai-sinh\"", "\"../khai-sinh\"")), "/id: "));
}

TEST_CASE("more than one case needs a question and an answer for each", "[guide]") {
  CHECK(mentions(
      error_of(with(kSampleGuide, "\"caseQuestion\": {\"vi\": \"Cháu sinh được bao lâu rồi?\"},", "")),
      "caseQuestion"));
  CHECK(mentions(error_of(with(kSampleGuide, "\"label\": {\"vi\": \"Quá 60 ngày\"},", "")), "/cases/1: "));
}

TEST_CASE("a link is a template with a code or an address, never both or neither", "[guide]") {
  const std::string_view link = R"({"template": "portal-search", "code": "1.001193"})";
  CHECK(error_of(with(kSampleGuide, link, R"({"url": "https://vneid.gov.vn"})")) == "no error");
  for (const char* wrong :
       {R"({})", R"({"template": "portal-search"})", R"({"code": "1.001193"})",
        R"({"template": "portal-search", "code": "1.001193", "url": "https://vneid.gov.vn"})",
        R"({"template": "portal-search", "code": "1.00 1193"})"}) {
    CHECK(mentions(error_of(with(kSampleGuide, link, wrong)), "/links/0"));
  }
}

TEST_CASE("a replaced guide says by which, and no other does", "[guide]") {
  const std::string_view title = "\"title\": {\"vi\": \"Làm";
  CHECK(mentions(error_of(with(kSampleGuide, title, "\"status\": \"replaced\", \"title\": {\"vi\": \"Làm")),
                 "replacedBy"));
  CHECK(
      mentions(error_of(with(kSampleGuide, title, "\"replacedBy\": \"khai-tu\", \"title\": {\"vi\": \"Làm")),
               "/replacedBy: "));
  CHECK(error_of(with(kSampleGuide, title,
                      "\"status\": \"replaced\", \"replacedBy\": \"khai-tu\", \"title\": {\"vi\": \"Làm")) ==
        "no error");
}

TEST_CASE("numbers stay in their range", "[guide]") {
  for (const char* wrong : {"-1", "1.5", "\"1\"", "100", "18446744073709551615", "1e3", "null", "true"}) {
    CHECK(mentions(error_of(with(kSampleGuide, "\"originals\": 1", std::string("\"originals\": ") + wrong)),
                   "/cases/0/evidence/0/originals: "));
  }
  CHECK(mentions(error_of(with(kSampleGuide, "\"amountVnd\": 0", "\"amountVnd\": 1e999")), "a.json:"));
}

TEST_CASE("attack: a schema reference cannot send an editor to another host", "[guide][security]") {
  for (const char* wrong : {"https://evil.example/guide.schema.json", "file:///etc/guide.schema.json", "x"}) {
    CHECK(mentions(error_of(with(kSampleGuide, "../../guide.schema.json", wrong)), "/$schema: "));
  }
}

TEST_CASE("attack: a field's name cannot forge a line of the report or steer a terminal",
          "[guide][security]") {
  for (const char* name : {R"(a\nb.json:1: x)", R"(\u001b[2J)", R"(\u009b2J)", R"(\u007f)"}) {
    const std::string error = error_of(with(kSampleGuide, "\"checkedOn\"", "\"" + std::string(name) + "\""));
    CHECK(mentions(error, "?"));
    for (const char* forbidden : {"\n", "\x1b", "\x7f", "\xc2\x9b"}) CHECK_FALSE(mentions(error, forbidden));
  }
  CHECK_FALSE(mentions(error_of(R"({"\u001b": 1, "\u001b": 2})"), "\x1b"));
}

TEST_CASE("topics come in their order, with what is asked most", "[guide]") {
  const auto list = read_topics(kSampleTopics, "topics.json");
  REQUIRE(list);
  REQUIRE(list->topics.size() == 2);
  CHECK(list->topics[0].id == "sinh-con");
  CHECK(list->topics[1].title.in("vi") == "Giấy tờ\ncá nhân");
  CHECK(list->most_asked == std::vector<std::string>{"khai-sinh"});
  CHECK(read_topics(write_topics(*list), "again.json") == *list);
  CHECK_FALSE(read_topics(with(kSampleTopics, "\"sinh-con\"", "\"giay-to\""), "t.json"));
}

TEST_CASE("a place reads and is written back", "[guide]") {
  const auto place = read_place(kSamplePlace, "place.json");
  REQUIRE(place);
  CHECK(place->sample);
  CHECK(read_place(write_place(*place), "again.json") == *place);
}

TEST_CASE("a link policy reads and is written back", "[guide]") {
  const auto policy = read_link_policy(kSampleLinks, "links.json");
  REQUIRE(policy);
  CHECK(policy->hosts.size() == 2);
  CHECK_FALSE(policy->hosts[1].subdomains);
  CHECK(read_link_policy(write_link_policy(*policy), "again.json") == *policy);
}

TEST_CASE("attack: a link policy that is too wide or can be steered is refused", "[guide][security]") {
  const auto refuses = [](std::string_view from, std::string_view to) {
    return !read_link_policy(with(kSampleLinks, from, to), "links.json").has_value();
  };
  const std::string_view host = R"("host": "dichvucong.gov.vn")";
  CHECK(refuses(host, R"("host": "gov.vn")"));
  CHECK(refuses(host, R"("host": "vn")"));
  CHECK(refuses(host, R"("host": ".gov.vn")"));
  CHECK(refuses(host, R"("host": "Dichvucong.gov.vn")"));
  CHECK(refuses(host, R"("host": "zalo.me")"));
  CHECK(refuses(host, R"("host": "play.google.com")"));
  CHECK(refuses(host, R"("host": "bit.ly")"));
  CHECK(refuses(host, R"("host": "10.0.0.1")"));
  CHECK(refuses(host, R"("host": "xn--dchvcng-53a.gov.vn")"));
  CHECK(refuses("https://zalo.me/g/thuongthap", "http://zalo.me/g/thuongthap"));
  CHECK(refuses("https://zalo.me/g/thuongthap", "https://bit.ly/abc"));
  const std::string_view url = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword={code}";
  CHECK(refuses(url, "https://{code}.dichvucong.gov.vn/"));
  CHECK(refuses(url, "https://dichvucong.gov.vn{code}/"));
  CHECK(refuses(url, "https://dichvucong.gov.vn/khong-co-ma"));
  CHECK(refuses(url, "https://evil.example/?keyword={code}"));
  CHECK(refuses(url, "https://dichvucong.gov.vn/?a={code}&b={code}"));
}
