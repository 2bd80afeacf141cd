#include "kiosk/model/arrival.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;
using conglang::kiosk::test::text;

namespace {

guide::Content renamed() {
  guide::Content content = test::sample_content();
  test::guide_in(content, "khai-sinh").title = text("Khai sinh, bản mới");
  test::guide_in(content, "can-cuoc").title = text("Căn cước, bản mới");
  return content;
}

guide::Content without_birth() {
  guide::Content content = test::sample_content();
  std::erase_if(content.guides, [](const guide::Guide& guide) { return guide.id == "khai-sinh"; });
  return content;
}

std::optional<BannerView::Kind> banner(const Kiosk& kiosk) {
  const auto shown = kiosk.view().chrome.banner;
  return shown ? std::optional(shown->kind) : std::nullopt;
}

}  // namespace

TEST_CASE("new content shows at once on home and in a list", "[model]") {
  Kiosk kiosk;
  guide::Content content = test::sample_content();
  content.guides.push_back(test::plain_guide("thuong-tru", "nha-dat"));
  kiosk.gets(content);
  CHECK(kiosk.page<HomeView>().tiles.size() == 3);
  kiosk.does({OpenTopic{"giay-to"}});
  CHECK(kiosk.gets(renamed()).page<ListView>().rows.back().title == "Căn cước, bản mới");
  CHECK_FALSE(banner(kiosk));
}

TEST_CASE("a reader keeps the old text on every page of a guide and gets the new one by a touch", "[model]") {
  const std::vector<std::vector<Action>> ways = {
      {},
      {ChooseCase{"qua-han"}},
      {ChooseCase{""}},
      {ChooseCase{"qua-han"}, OpenSteps{}},
      {ChooseCase{"qua-han"}, OpenCode{}},
  };
  for (const auto& way : ways) {
    Kiosk kiosk;
    kiosk.does({OpenGuide{"khai-sinh"}}).does(way);
    const View before = kiosk.view();
    kiosk.gets(renamed());
    REQUIRE(banner(kiosk) == BannerView::Kind::new_text);
    CHECK(kiosk.view().body == before.body);
    CHECK(kiosk.view().chrome.header == before.chrome.header);
    kiosk.does({ShowNewText{}});
    CHECK_FALSE(banner(kiosk));
    CHECK(kiosk.view().body.index() == before.body.index());
    CHECK(kiosk.state().visit.reading->guide.title.in("vi") == "Khai sinh, bản mới");
  }
}

TEST_CASE("content that leaves the guide as it is shows no bar", "[model]") {
  Kiosk kiosk;
  guide::Content content = test::sample_content();
  test::guide_in(content, "can-cuoc").title = text("Khác");
  CHECK_FALSE(banner(kiosk.does({OpenGuide{"khai-sinh"}}).gets(content)));
}

TEST_CASE("ticks survive the new text", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, TogglePaper{"Giấy chứng sinh"}});
  CHECK(kiosk.gets(renamed()).does({ShowNewText{}}).page<GuideView>().ticked == "Đã có 1 trên 2");
}

TEST_CASE("a case that vanished from the new text is asked for again", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenTopic{"sinh-con"}, OpenGuide{"khai-sinh"}, ChooseCase{"qua-han"}, OpenSteps{}});
  guide::Content content = test::sample_content();
  test::guide_in(content, "khai-sinh").cases[1].id = "qua-han-lau";
  kiosk.gets(content).does({ShowNewText{}});
  CHECK(kiosk.shows<CaseView>());
  CHECK(kiosk.does({Back{}}).shows<ListView>());
}

TEST_CASE("a new text with one case drops the question, one with more asks it", "[model]") {
  guide::Content single = test::sample_content();
  test::guide_in(single, "khai-sinh").cases.pop_back();
  Kiosk kiosk;
  kiosk.does({OpenGuide{"khai-sinh"}}).gets(single).does({ShowNewText{}});
  CHECK(kiosk.shows<GuideView>());
  CHECK(kiosk.state().visit.reading->case_id == "dung-han");
  kiosk.gets(test::sample_content()).does({ShowNewText{}});
  CHECK(kiosk.shows<CaseView>());
  CHECK(kiosk.does({Back{}}).shows<HomeView>());
}

TEST_CASE("a guide withdrawn under its reader returns home with a sentence", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenTopic{"sinh-con"}, OpenGuide{"khai-sinh"}, ChooseCase{"qua-han"}, OpenCode{}});
  kiosk.gets(without_birth());
  CHECK(kiosk.shows<HomeView>());
  REQUIRE(banner(kiosk) == BannerView::Kind::withdrawn);
  CHECK(kiosk.view().chrome.banner->text.find("Làm giấy khai sinh cho con") != std::string::npos);
  CHECK_FALSE(banner(kiosk.does({DismissNotice{}})));
}

TEST_CASE("a guide that the new content calls withdrawn or expired counts as withdrawn", "[model]") {
  guide::Content content = test::sample_content();
  SECTION("withdrawn") {
    test::guide_in(content, "khai-sinh").status = guide::Guide::Status::withdrawn;
  }
  SECTION("replaced") {
    test::guide_in(content, "khai-sinh").status = guide::Guide::Status::replaced;
  }
  SECTION("expired") {
    test::guide_in(content, "khai-sinh").valid_until = test::day("2026-11-22");
  }
  Kiosk kiosk;
  CHECK(banner(kiosk.does({OpenGuide{"khai-sinh"}}).gets(content)) == BannerView::Kind::withdrawn);
}

TEST_CASE("the sentence about a withdrawn guide goes with the next page or the visit", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"khai-sinh"}}).gets(without_birth());
  CHECK_FALSE(banner(kiosk.does({OpenTopic{"giay-to"}, Back{}})));
  Kiosk other;
  other.does({OpenGuide{"khai-sinh"}}).gets(without_birth());
  CHECK_FALSE(banner(other.does({Done{}})));
}

TEST_CASE("a topic that lost its last guide is no longer on the way back", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenTopic{"sinh-con"}}).gets(without_birth());
  CHECK(kiosk.shows<HomeView>());
}

TEST_CASE("attack: a host taken off the allow-list gives no code, even to who opened the guide before",
          "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"can-cuoc"}, OpenCode{}});
  REQUIRE(kiosk.page<QrView>().code);
  guide::Content content = test::sample_content();
  content.link_policy.hosts.clear();
  CHECK_FALSE(kiosk.gets(content).page<QrView>().code);
}
