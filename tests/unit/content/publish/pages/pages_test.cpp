#include "content/publish/pages/pages.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample_bundle.h"

using namespace conglang;
using namespace conglang::publish;
using conglang::testing::sample_bundle;

namespace {

constexpr Date kToday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}};
constexpr Date kAfterFee{std::chrono::year{2027}, std::chrono::March, std::chrono::day{1}};

guide::Text vi(std::string text) {
  guide::Text out;
  out.by_language["vi"] = std::move(text);
  return out;
}

Site sample_site() {
  Site site;
  const auto assembled = guide::assemble(sample_bundle(), "09784");
  REQUIRE(assembled);
  site.content = assembled->content;
  site.today = kToday;
  return site;
}

guide::Guide& birth(Site& site) {
  for (guide::Guide& guide : site.content.guides)
    if (guide.id == "khai-sinh") return guide;
  FAIL("the sample has khai-sinh");
  return site.content.guides.front();
}

std::string page_of(const Site& site, const std::string& path) {
  const auto pages = make_pages(site);
  INFO((pages ? std::string() : pages.error().message));
  REQUIRE(pages);
  const auto found = pages->files.find(path);
  REQUIRE(found != pages->files.end());
  return found->second;
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("each guide has a page in each language, beside an index, an icon and the list", "[pages]") {
  const auto pages = make_pages(sample_site());
  REQUIRE(pages);
  for (const char* path :
       {"index.html", "en/index.html", "khai-sinh.html", "en/khai-sinh.html", "icon.svg", "pages.json"})
    CHECK(pages->files.contains(path));
}

TEST_CASE("the same content and day give the same pages", "[pages]") {
  CHECK(make_pages(sample_site())->files == make_pages(sample_site())->files);
}

TEST_CASE("a page tells papers, fee, time and steps, and its links lead through the policy", "[pages]") {
  const std::string page = page_of(sample_site(), "khai-sinh.html");
  CHECK(contains(page, "<html lang=\"vi\">"));
  CHECK(contains(page, "<h1>Làm giấy khai sinh cho con</h1>"));
  CHECK(contains(page, "Giấy chứng sinh"));
  CHECK(contains(page, "<input type=\"checkbox\""));
  CHECK(contains(page, "Xong trong ngày"));
  CHECK(contains(page, "Mang giấy tờ đến quầy."));
  CHECK(contains(page, "href=\"https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.001193\""));
}

TEST_CASE("exemptions are on every page of a guide that has them", "[pages]") {
  CHECK(contains(page_of(sample_site(), "khai-sinh.html"), "Người thuộc hộ nghèo"));
  CHECK(
      contains(page_of(sample_site(), "en/khai-sinh.html"), "<span lang=\"vi\">Người thuộc hộ nghèo</span>"));
}

TEST_CASE("text without a translation is marked as Vietnamese on an English page", "[pages]") {
  CHECK(contains(page_of(sample_site(), "en/khai-sinh.html"), "<span lang=\"vi\">Xong trong ngày</span>"));
}

TEST_CASE("a fee whose last day has passed is not printed, and its place says what to do", "[pages]") {
  Site site = sample_site();
  for (guide::Case& one : birth(site).cases)
    for (guide::Cost& cost : one.costs) {
      cost.answer = vi("123.456 đ");
      cost.amount_vnd = 123456;
      cost.provenance.valid_until = kToday;
    }
  CHECK(contains(page_of(site, "khai-sinh.html"), "123.456 đ"));
  site.today = kAfterFee;
  const std::string page = page_of(site, "khai-sinh.html");
  CHECK_FALSE(contains(page, "123.456"));
  CHECK_FALSE(contains(page, "123456"));
  CHECK(contains(page, "<span class=\"warn\">Cần kiểm tra</span>"));
  CHECK(contains(page, "Hỏi xã trước khi làm"));
}

TEST_CASE("a paper that nobody verified carries the amber mark in place of what to do with it", "[pages]") {
  const std::string page = page_of(sample_site(), "khai-sinh.html");
  CHECK(contains(page, "<b>Giấy ủy quyền</b><span class=\"warn\">Cần kiểm tra</span>"));
  CHECK(contains(page, "Nhờ người khác đi làm thay?"));
}

TEST_CASE("a coming change shows with its day until that day", "[pages]") {
  Site site = sample_site();
  birth(site).coming_changes.assign(1, {kAfterFee, vi("Nộp ở xã nào cũng được."), {}});
  const std::string_view said = "Từ ngày <time datetime=\"2027-03-01\">1/3/2027</time> sẽ thay đổi:";
  CHECK(contains(page_of(site, "khai-sinh.html"), said));
  site.today = kAfterFee;
  CHECK_FALSE(contains(page_of(site, "khai-sinh.html"), said));
  CHECK(contains(page_of(site, "khai-sinh.html"), "Có thể đã đổi, hỏi xã trước"));
}

TEST_CASE("a guide out of its days says so, and is in no list", "[pages]") {
  Site site = sample_site();
  birth(site).valid_until = Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};
  CHECK(contains(page_of(site, "khai-sinh.html"), "Bài này đã hết hiệu lực."));
  CHECK_FALSE(contains(page_of(site, "index.html"), "khai-sinh.html"));
  birth(site).valid_until = kToday;
  CHECK(contains(page_of(site, "khai-sinh.html"), "Xong trong ngày"));
}

TEST_CASE("a replaced guide leads to the one in force, through replacements of replacements", "[pages]") {
  Site site = sample_site();
  const auto retire = [&](const char* id, const char* replaced_by) {
    guide::Guide guide = birth(site);
    guide.id = id;
    guide.status = guide::Guide::Status::replaced;
    guide.replaced_by = replaced_by;
    site.content.retired.push_back(guide);
  };
  retire("cu", "giua");
  retire("giua", "khai-sinh");
  retire("vong", "vong-hai");
  retire("vong-hai", "vong");
  const std::string page = page_of(site, "cu.html");
  CHECK(contains(page, "Bài này đã có bài khác thay."));
  CHECK(contains(page, "<a href=\"khai-sinh.html\">"));
  CHECK(contains(page_of(site, "vong.html"), "<a href=\"index.html\">Bác chọn lại việc cần làm</a>"));
}

TEST_CASE("a withdrawn guide gets a page that says so, also when its commune withdrew it", "[pages]") {
  guide::Files files = sample_bundle();
  files["communes/09784/patches/khai-sinh.json"] = R"({"status": "withdrawn"})";
  const auto assembled = guide::assemble(files, "09784");
  REQUIRE(assembled);
  Site site = sample_site();
  site.content = assembled->content;
  const std::string page = page_of(site, "khai-sinh.html");
  CHECK(contains(page, "Bài này đã rút, không còn dùng nữa."));
  CHECK_FALSE(contains(page, "Xong trong ngày"));
  CHECK_FALSE(contains(page_of(site, "index.html"), "khai-sinh.html"));
}

TEST_CASE("the address of the pages stands in them when it is known", "[pages]") {
  Site site = sample_site();
  site.base_url = "https://huong-dan.vn/";
  const std::string page = page_of(site, "en/khai-sinh.html");
  CHECK(contains(page, "<link rel=\"canonical\" href=\"https://huong-dan.vn/en/khai-sinh.html\">"));
  CHECK(contains(page,
                 "<link rel=\"alternate\" hreflang=\"vi\" href=\"https://huong-dan.vn/khai-sinh.html\">"));
  for (const char* bad :
       {"http://huong-dan.vn/", "https://huong-dan.vn", "javascript:alert(1)/", "https://a@b.vn/"}) {
    site.base_url = bad;
    CHECK_FALSE(make_pages(site));
  }
}

TEST_CASE("attack: a hostile guide puts nothing into the page but text", "[pages][attack]") {
  const std::string hostile =
      "\"'></title></script><img src=x onerror=alert(1)><script>alert(1)</script>\u202E";
  Site site = sample_site();
  guide::Guide& guide = birth(site);
  guide.title = vi(hostile);
  guide.description = vi(hostile);
  guide.audience = vi(hostile);
  guide.notes = {vi(hostile)};
  guide.codes.front().code = hostile;
  guide.cases.front().label = vi(hostile);
  guide.cases.front().evidence.front().name = vi(hostile);
  guide.cases.front().evidence.front().only_if = vi(hostile);
  guide.channels.front().name = vi(hostile);
  for (const char* path : {"khai-sinh.html", "en/khai-sinh.html", "index.html"}) {
    const std::string page = page_of(site, path);
    CHECK_FALSE(contains(page, "<img"));
    CHECK_FALSE(contains(page, "<script>"));
    CHECK_FALSE(contains(page, "\u202E"));
    CHECK(contains(page, "&lt;img src=x onerror=alert(1)&gt;"));
  }
}

TEST_CASE("attack: a link that the policy refuses is no link on the page", "[pages][attack]") {
  for (const char* url : {"https://dichvucong-gov.vn/x", "https://dichvucong.gov.vn.evil.vn/",
                          "javascript:alert(1)", "https://evil.vn/?https://dichvucong.gov.vn/"}) {
    Site site = sample_site();
    guide::Link link;
    link.url = url;
    birth(site).links = {link};
    const std::string page = page_of(site, "khai-sinh.html");
    CHECK_FALSE(contains(page, "evil"));
    CHECK_FALSE(contains(page, "javascript"));
    CHECK_FALSE(contains(page, "dichvucong"));
    CHECK_FALSE(contains(page, "class=\"go\""));
  }
}

TEST_CASE("attack: a guide's id cannot leave the folder or take the index's place", "[pages][attack]") {
  for (const char* id : {"../x", "a/b", "index", "", ".."}) {
    Site site = sample_site();
    birth(site).id = id;
    CHECK_FALSE(make_pages(site));
  }
}

TEST_CASE("attack: the pages' policy lets nothing in but their own style and icon", "[pages][attack]") {
  const std::string page = page_of(sample_site(), "khai-sinh.html");
  CHECK(contains(page, "default-src &#39;none&#39;; style-src &#39;sha256-"));
  CHECK_FALSE(contains(page, "unsafe"));
  CHECK_FALSE(contains(page, " style="));
}
