// The screen at rest, what stands before everything, and the village's own places and products: everything in
// its place in both orientations, at every text size.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/support/headless_screen.h"
#include "tests/support/png_reader.h"
#include "tests/support/qr_reader.h"
#include "tests/unit/kiosk/model/village.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::testing::HeadlessScreen;
using Walker = conglang::kiosk::test::Kiosk;

namespace {

struct Size {
  int width;
  int height;
};

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
  for (const int points : {0, 1, 4}) {
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

bool overlap(const screens::Rect& a, const screens::Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

}  // namespace

TEST_CASE("every text of the village's own pages lies within its room and within the screen", "[screens]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920}, Size{3840, 2160}, Size{1280, 720});
  const std::string language = GENERATE("vi", "en");
  const int steps = GENERATE(0, 1, 2);
  const bool low = GENERATE(false, true);
  if (low && size.width > size.height) return;
  std::vector<Action> first = {SetLanguage{language}};
  first.insert(first.end(), static_cast<std::size_t>(steps), NextTextSize{});
  if (low) first.push_back(ToggleReach{});
  HeadlessScreen screen(size.width, size.height);
  for (const View& view : village_views(first)) {
    screen.draw(view);
    REQUIRE(!screen.drawn().texts.empty());
    for (const auto& text : screen.drawn().texts) {
      INFO(size.width << "x" << size.height << " " << language << " text " << steps << " "
                      << view.body.index() << ": " << text.text);
      CHECK(text.box.w <= text.room + 1);
      CHECK(text.box.x >= 0);
      CHECK(text.box.right() <= screen.theme().width);
      if (text.at_edge) continue;  // of a row that is scrolled half out of sight
      CHECK(text.box.y >= 0);
      CHECK(text.box.bottom() <= screen.theme().height);
      CHECK(text.em >= 39.5F);
    }
  }
}

TEST_CASE("every target of the village's own pages is large enough and alone", "[screens]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920});
  const int steps = GENERATE(0, 1, 2);
  const bool low = GENERATE(false, true);
  if (low && size.width > size.height) return;
  std::vector<Action> first(static_cast<std::size_t>(steps), NextTextSize{});
  if (low) first.push_back(ToggleReach{});
  HeadlessScreen screen(size.width, size.height);
  for (const View& view : village_views(first)) {
    screen.draw(view);
    const auto& targets = screen.drawn().targets;
    const double mm = screen.theme().mm_per_px * static_cast<double>(screen.theme().scale);
    for (std::size_t i = 0; i < targets.size(); ++i) {
      const auto& box = targets[i].box;
      INFO(size.width << "x" << size.height << " text " << steps << " " << view.body.index() << ": "
                      << targets[i].id);
      CHECK(static_cast<double>(std::min(box.w, box.h)) * mm >= 20.0);
      if (low && targets[i].id != "panorama") CHECK(box.middle_y() >= screen.theme().height / 2);
      CHECK(box.x >= 0);
      CHECK(box.right() <= screen.theme().width);
      CHECK(box.bottom() <= screen.theme().height);
      for (std::size_t k = 0; k < i; ++k) {
        INFO("over " << targets[k].id);
        CHECK_FALSE(overlap(box, targets[k].box));
      }
    }
  }
}

TEST_CASE("no two texts of an urgent page lie on each other, however much there is to say", "[screens]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920});
  const int steps = GENERATE(0, 1, 2);
  HeadlessScreen screen(size.width, size.height);
  for (const View& view :
       village_views(std::vector<Action>(static_cast<std::size_t>(steps), NextTextSize{}))) {
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
        CHECK_FALSE(overlap(box, texts[k].box));
      }
    }
  }
}

TEST_CASE("a touch anywhere on the gate is a touch, on its button too", "[screens]") {
  HeadlessScreen screen(1920, 1080);
  const View gate = test::resting_kiosk().view();
  screen.draw(gate);
  screen.press("start");
  screen.draw(gate);
  screen.release();
  const auto action = screen.draw(gate);
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
