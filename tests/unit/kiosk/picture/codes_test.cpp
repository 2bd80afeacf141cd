// The codes of the village's pages and of the papers, read from their pixels by ZBar.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/support/headless_screen.h"
#include "tests/support/png_reader.h"
#include "tests/support/qr_reader.h"
#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::testing::HeadlessScreen;
using Walker = conglang::kiosk::test::Kiosk;
using Texts = std::vector<std::string>;

namespace {

struct Size {
  int width;
  int height;
};

Texts codes_on(HeadlessScreen& screen, const std::vector<Action>& way) {
  Walker kiosk;
  kiosk.does(way);
  screen.draw(kiosk.view());
  return testing::read_qr_codes(testing::grey(screen.picture()));
}

}  // namespace

TEST_CASE("Wi-Fi, group and papers are read as one code a page, in both orientations, themes and text sizes",
          "[picture]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920});
  HeadlessScreen screen(size.width, size.height);
  for (const bool changed : {false, true}) {
    const auto after = [&](std::vector<Action> way) {
      if (changed) way.insert(way.begin(), {NextTextSize{}, NextTextSize{}, ToggleTheme{}});
      return way;
    };
    CHECK(codes_on(screen, after({OpenDoor{Door::wifi}})) ==
          Texts{"WIFI:T:WPA;S:NVH Thượng Tháp;P:lang-2026;;"});
    CHECK(codes_on(screen, after({OpenDoor{Door::zalo}, OpenZaloGroup{"https://zalo.me/g/thuongthap"}})) ==
          Texts{"https://zalo.me/g/thuongthap"});
    CHECK(codes_on(screen, after({OpenGuide{"can-cuoc"}, OpenCode{}, ShowCode{CodeKind::papers}})) ==
          Texts{"Bài can-cuoc\n1. Thẻ căn cước: Nộp 1 bản chính\nKiểm tra 23/11/2026"});
  }
}

TEST_CASE("the fullest code of papers has modules of ten pixels on the reference panel and is read",
          "[picture]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920});
  Walker kiosk = test::reading([](guide::Guide& guide) {
    const guide::Evidence paper = guide.cases[0].evidence.front();
    guide.cases[0].evidence.assign(12, paper);
    for (std::size_t i = 0; i < 12; ++i)
      guide.cases[0].evidence[i].name = test::text("Giấy tờ dài, nộp kèm bản sao, thứ " + std::to_string(i));
  });
  kiosk.does({OpenCode{}, ShowCode{CodeKind::papers}});
  HeadlessScreen screen(size.width, size.height);
  std::string all;
  const int parts = kiosk.page<QrView>().parts;
  REQUIRE(parts > 1);
  for (int i = 0; i < parts; ++i) {
    const qr::Code code = *kiosk.page<QrView>().code;
    CHECK(10 * (code.size + 2 * qr::kQuietZone) <= 656);
    screen.draw(kiosk.view());
    const Texts read = testing::read_qr_codes(testing::grey(screen.picture()));
    REQUIRE(read.size() == 1);
    all += read.front();
    kiosk.does({NextPart{parts}});
  }
  for (int i = 0; i < 12; ++i)
    CHECK(all.find("thứ " + std::to_string(i) + ": Nộp 1 bản chính") != std::string::npos);
}
