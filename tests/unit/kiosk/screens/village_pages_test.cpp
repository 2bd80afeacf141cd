// The screen at rest, what stands before everything, and the village's own places and products: everything in
// its place in both orientations, at every text size.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/support/headless_screen.h"
#include "tests/support/png_reader.h"
#include "tests/support/qr_reader.h"
#include "tests/unit/kiosk/model/village.h"
#include "tests/unit/kiosk/screens/page_checks.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Size;
using conglang::testing::HeadlessScreen;
using Walker = conglang::kiosk::test::Kiosk;

namespace {

constexpr const char* kLong =
    "Từ chiều mai có gió mạnh, mưa to. Bác ở trong nhà, chằng buộc mái, cất đồ lên cao và dặn trẻ nhỏ không "
    "ra "
    "sông suối.";

guide::Content full_content() {
  guide::Content content = test::village_content();
  content.notices[0].title = test::text("Họp thôn bàn đường nước sạch và việc sửa nhà văn hóa trước Tết");
  content.heritage[1].body = {test::text(kLong), test::text(kLong), test::text(kLong), test::text(kLong)};
  for (int i = 0; i < 6; ++i) {
    guide::Product more = content.products[0];
    more.id += std::to_string(i);
    more.name = test::text("Đậu phụ nướng lá chuối ăn với tương bần");
    content.products.push_back(std::move(more));
  }
  return content;
}

guide::Content urgent_content(int points) {
  guide::Content content = full_content();
  guide::Notice notice = test::urgent_notice("bao");
  notice.title = test::text("Bão sắp vào, xin mọi người ở trong nhà");
  for (int i = 0; i < points; ++i) notice.body.push_back(test::text(kLong));
  notice.provenance.publisher = "Ủy ban nhân dân xã Đan Phượng";
  content.notices.push_back(std::move(notice));
  return content;
}

guide::Content order_content(guide::EmergencyScreen::Mode mode) {
  guide::Content content = full_content();
  content.emergency =
      guide::EmergencyScreen{mode, "vo-de-1", test::text("Vỡ đê ở Phùng, chạy lên chỗ cao"),
                             test::text(std::string(kLong) + " " + kLong), test::at("2026-11-23T08:40:00Z")};
  return content;
}

// All of them, as a visitor finds them who first did `first`.
std::vector<View> village_views(const std::vector<Action>& first) {
  std::vector<View> views;
  const auto keep = [&](Walker& kiosk, const std::vector<Action>& actions) {
    views.push_back(kiosk.does(actions).view());
  };
  Walker kiosk = test::resting_kiosk(full_content());
  keep(kiosk, {});
  kiosk.waits(10);
  keep(kiosk, {});
  kiosk.does(first);
  keep(kiosk, {Touched{}, OpenDoor{Door::heritage}});
  keep(kiosk, {OpenHeritage{"dinh-lang"}});
  keep(kiosk, {OpenPanorama{}});
  keep(kiosk, {Home{}, OpenDoor{Door::products}});
  keep(kiosk, {OpenProduct{"gao"}});
  keep(kiosk, {OpenPayment{}});
  for (const int points : {0, 1, 4, 12}) {
    kiosk.gets(urgent_content(points));
    keep(kiosk, {});
  }
  for (const auto mode : {guide::EmergencyScreen::Mode::replace, guide::EmergencyScreen::Mode::blank}) {
    kiosk.gets(order_content(mode));
    keep(kiosk, {});
  }
  return views;
}

const View& payment_view(const std::vector<View>& views) {
  return *std::ranges::find_if(
      views, [](const View& view) { return std::holds_alternative<PaymentView>(view.body); });
}

}  // namespace

TEST_CASE("every text of the village's own pages lies within its room and within the screen", "[screens]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920}, Size{3840, 2160}, Size{1280, 720});
  const std::string language = GENERATE("vi", "en");
  const int steps = GENERATE(0, 1, 2);
  const bool low = GENERATE(false, true);
  if (low && size.width > size.height) return;
  std::vector<Action> first = test::wishes(steps, low);
  first.emplace_back(SetLanguage{language});
  HeadlessScreen screen(size.width, size.height);
  for (const View& view : village_views(first)) {
    test::check_texts(screen, view);
    for (const auto& text : screen.drawn().texts) {
      INFO(view.body.index() << ": " << text.text);
      if (!text.at_edge) CHECK(text.em >= 39.5F);
    }
  }
}

TEST_CASE("every target of the village's own pages is large enough, alone and within reach", "[screens]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920});
  const int steps = GENERATE(0, 1, 2);
  const bool low = GENERATE(false, true);
  if (low && size.width > size.height) return;
  HeadlessScreen screen(size.width, size.height);
  for (const View& view : village_views(test::wishes(steps, low))) {
    test::check_targets(screen, view);
    for (const auto& target : screen.drawn().targets) {
      INFO(view.body.index() << ": " << target.id);
      if (low && target.id != "panorama") CHECK(target.box.middle_y() >= screen.theme().height / 2);
    }
  }
}

TEST_CASE("no two texts of an urgent page lie on each other, however much there is to say", "[screens]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920});
  const int steps = GENERATE(0, 1, 2);
  HeadlessScreen screen(size.width, size.height);
  for (const View& view : village_views(test::wishes(steps, false))) {
    if (!std::holds_alternative<UrgentView>(view.body) && !std::holds_alternative<EmergencyView>(view.body))
      continue;
    screen.draw(view);
    const auto& texts = screen.drawn().texts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        INFO(size.width << " text " << steps << " " << texts[i].text << " / " << texts[k].text);
        // Line boxes may touch: their room for stacked marks is rarely used on both sides.
        screens::Rect box = texts[i].box;
        box.y += box.h * 0.15F;
        box.h *= 0.7F;
        CHECK_FALSE(test::overlap(box, texts[k].box));
      }
    }
  }
}

TEST_CASE("every point and every number of an urgent notice is found by turning its pages", "[screens]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920}, Size{1280, 720});
  const int steps = GENERATE(0, 2);
  guide::Content content = full_content();
  guide::Notice notice = test::urgent_notice("bao");
  std::vector<std::string> told;
  for (int i = 1; i <= 14; ++i) {
    notice.body.push_back(test::text(fmt::format("Việc-{}: {} Hết-{}.", i, kLong, i)));
    notice.public_contacts.push_back(
        {test::text(fmt::format("Thôn {}", i)), fmt::format("024 0000 {:04}", i)});
    told.insert(told.end(),
                {fmt::format("Việc-{}:", i), fmt::format("Hết-{}.", i), notice.public_contacts.back().phone});
  }
  content.notices.push_back(notice);
  HeadlessScreen screen(size.width, size.height);
  Walker kiosk = test::resting_kiosk(content);
  kiosk.does(test::wishes(steps, false));
  std::string seen;
  int pages = 0;
  do {
    const View view = kiosk.view();
    test::check_texts(screen, view);
    test::check_targets(screen, view);
    for (const auto& text : screen.drawn().texts)
      if (!text.at_edge) seen += text.text + "\n";
    const auto action = screen.tap(view, "turn");
    REQUIRE(action);
    REQUIRE(std::holds_alternative<ScrollTo>(*action));
    kiosk.does({*action});
    REQUIRE(++pages < 60);
  } while (kiosk.view().chrome.offset > 0);
  CHECK(pages > 1);
  for (const std::string& word : told) {
    INFO(size.width << " text " << steps << ": " << word);
    CHECK(seen.find(word) != std::string::npos);
  }
}

TEST_CASE("a touch anywhere on the gate is a touch, on its button too", "[screens]") {
  HeadlessScreen screen(1920, 1080);
  const View gate = test::resting_kiosk().view();
  const auto action = screen.tap(gate, "start");
  REQUIRE(action);
  CHECK(std::holds_alternative<Touched>(*action));
}

TEST_CASE("a finger drawn over a panorama turns it against the finger's way", "[screens]") {
  HeadlessScreen screen(1920, 1080);
  Walker kiosk = test::resting_kiosk();
  kiosk.does({Touched{}, OpenDoor{Door::heritage}, OpenHeritage{"dinh-lang"}, OpenPanorama{}});
  const View view = kiosk.view();
  screen.draw(view);
  screen.press("panorama");
  screen.draw(view);
  ImGui::GetIO().AddMousePosEvent(860, 500);
  const auto action = screen.draw(view);
  REQUIRE(action);
  REQUIRE(std::holds_alternative<TurnPanorama>(*action));
  CHECK(std::get<TurnPanorama>(*action).degrees > 0);
}

TEST_CASE("a payment code is read from its pixels as the account beside it", "[screens]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920}, Size{1280, 720});
  HeadlessScreen screen(size.width, size.height);
  const auto views = village_views({ToggleTheme{}});
  screen.draw(payment_view(views));
  const auto read = testing::read_qr_codes(testing::grey(screen.picture()));
  REQUIRE(read.size() == 1);
  CHECK(read.front() ==
        "00020101021238540010A00000072701240006970436011001234567890208QRIBFTTA53037045405350005802VN62110807"
        "Mua gao"
        "63041915");
}
