#include "kiosk/model/code.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

bool offers(const QrView& view, CodeKind kind) {
  return std::ranges::find(view.choices, kind, &CodeChoiceView::kind) != view.choices.end();
}

Kiosk with_pages(const std::string& url) {
  Kiosk kiosk;
  kiosk.state().settings.pages_url = url;
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, OpenCode{}});
  return kiosk;
}

Words vietnamese() {
  return Words(test::strings().in("vi"));
}

}  // namespace

TEST_CASE("the papers are one touch from the portal's code, and the portal's code from the papers",
          "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, OpenCode{}});
  const auto portal = kiosk.page<QrView>();
  CHECK(portal.host == "dichvucong.gov.vn");
  REQUIRE(offers(portal, CodeKind::papers));
  const auto papers = kiosk.does({ShowCode{CodeKind::papers}}).page<QrView>();
  REQUIRE(papers.code);
  CHECK(papers.title == "Giấy tờ, không cần mạng");
  CHECK(papers.code != portal.code);
  REQUIRE(offers(papers, CodeKind::portal));
  CHECK(kiosk.does({ShowCode{CodeKind::portal}}).page<QrView>() == portal);
}

TEST_CASE("the text of the papers says what each is, what to do with it, when it is needed, when checked",
          "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}});
  CHECK(papers_texts(kiosk.state(), vietnamese()) ==
        std::vector<std::string>{"Làm giấy khai sinh\n1. Thẻ căn cước: Nộp 1 bản chính\n"
                                 "2. Giấy chứng sinh: Nộp 1 bản chính\n"
                                 "Nhờ người khác đi làm thay? 3. Giấy ủy quyền: Nộp 1 bản chính\n"
                                 "Kiểm tra 23/11/2026"});
}

TEST_CASE("papers that need several codes are shown one at a time, round and round", "[model]") {
  Kiosk kiosk = test::reading([](guide::Guide& guide) {
    const guide::Evidence paper = guide.cases[0].evidence.front();
    for (int i = 0; i < 9; ++i) {
      guide.cases[0].evidence.push_back(paper);
      guide.cases[0].evidence.back().name =
          test::text("Giấy tờ có tên dài vừa phải, số " + std::to_string(i));
    }
  });
  kiosk.does({OpenCode{}, ShowCode{CodeKind::papers}});
  const auto first = kiosk.page<QrView>();
  REQUIRE(first.parts == 4);
  CHECK(first.next_part == "Mã tiếp, 2 trên 4");
  const auto second = kiosk.does({NextPart{first.parts}}).page<QrView>();
  CHECK(second.code != first.code);
  CHECK(kiosk.does({NextPart{4}, NextPart{4}, NextPart{4}}).page<QrView>() == first);
}

TEST_CASE("our phone page is offered where the house has one under an allowed host", "[model]") {
  Kiosk kiosk = with_pages("https://huongdan.hanoi.gov.vn/");
  REQUIRE(offers(kiosk.page<QrView>(), CodeKind::phone_page));
  CHECK(phone_page_link(kiosk.state())->url == "https://huongdan.hanoi.gov.vn/khai-sinh.html");
  CHECK(kiosk.does({ShowCode{CodeKind::phone_page}}).page<QrView>().host == "huongdan.hanoi.gov.vn");
  kiosk.does({SetLanguage{"en"}});
  CHECK(phone_page_link(kiosk.state())->url == "https://huongdan.hanoi.gov.vn/en/khai-sinh.html");
}

TEST_CASE("a phone page under a host that nobody allowed is never offered, nor shown when asked for",
          "[model]") {
  for (const char* url : {"", "https://huongdan.hanoi.gov.vn.example.com/", "https://evil@hanoi.gov.vn/",
                          "http://huongdan.hanoi.gov.vn/"}) {
    Kiosk kiosk = with_pages(url);
    CHECK_FALSE(offers(kiosk.page<QrView>(), CodeKind::phone_page));
    CHECK_FALSE(kiosk.does({ShowCode{CodeKind::phone_page}}).page<QrView>().code);
  }
}

TEST_CASE(
    "an address of phone pages that the link policy does not allow is found before anybody reads a guide",
    "[model]") {
  Kiosk kiosk;
  const auto checked = [&](const std::string& url) {
    kiosk.state().settings.pages_url = url;
    return check_phone_pages(kiosk.state());
  };
  CHECK(checked("").error().code == Errc::not_found);
  CHECK(checked("https://huongdan.hanoi.gov.vn/g/09784").has_value());
  CHECK(checked("https://huongdan.hanoi.gov.vn/g/09784/").has_value());
  const auto refused = checked("https://conglang.example/g/09784");
  CHECK(refused.error().code == Errc::forbidden);
  CHECK(refused.error().message.find("conglang.example") != std::string::npos);
}

TEST_CASE("a guide whose link is refused still gives its papers away", "[model]") {
  Kiosk kiosk;
  const auto view = kiosk.does({OpenGuide{"la-mat"}, OpenCode{}}).page<QrView>();
  CHECK_FALSE(view.code);
  CHECK(offers(view, CodeKind::papers));
  CHECK(kiosk.does({ShowCode{CodeKind::papers}}).page<QrView>().code);
}
