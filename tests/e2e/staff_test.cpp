// Staff at the real window: the corner, the PIN, the menu.

#include <signal.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "kiosk/machine/pin.h"
#include "kiosk/model/update.h"
#include "kiosk/model/view_of.h"
#include "kiosk/picture/assets.h"
#include "tests/e2e/village.h"
#include "tests/folders.h"
#include "tests/support/headless_screen.h"

using namespace conglang;
using namespace conglang::testing;

namespace {

constexpr Point kCorner{50, 50};
constexpr std::chrono::milliseconds kLong{4500};

// Where the staff's pages put their targets: the same screens, drawn without a window.
class Layout {
 public:
  Layout() : strings_(*picture::load_strings(CONGLANG_BIN_DIR "/../share/conglang")), screen_(1920, 1080) {
    state_.settings.languages = strings_.languages();
    state_.visit.language = "vi";
    state_.staff.emplace();
  }
  Point of(kiosk::StaffPage page, const std::string& id) {
    state_.staff->page = page;
    screen_.draw(kiosk::view_of(state_, strings_));
    const auto& targets = screen_.drawn().targets;
    const auto found = std::ranges::find(targets, id, &screens::Inspection::Target::id);
    REQUIRE(found != targets.end());
    return {static_cast<int>(found->box.middle_x()), static_cast<int>(found->box.middle_y())};
  }

 private:
  kiosk::Strings strings_;
  HeadlessScreen screen_;
  kiosk::State state_;
};

void enter_pin(Display& display, Layout& layout, const std::string& pin) {
  for (const char digit : pin) {
    const Point key = layout.of(kiosk::StaffPage::door, std::string("digit ") + digit);
    display.tap(key.x, key.y);
    display.steady_picture();
  }
  const Point enter = layout.of(kiosk::StaffPage::door, "enter");
  display.tap(enter.x, enter.y);
}

}  // namespace

TEST_CASE("staff hold the corner, enter the PIN and ask for an update; a wrong PIN opens nothing",
          "[e2e][staff]") {
  Village village;
  REQUIRE(village.sync().status == 0);
  REQUIRE(machine::set_pin(village.data(), "271828"));
  Display display(1920, 1080);
  Layout layout;
  const auto kiosk = village.start_kiosk(display);
  wait_for_first_page(display);
  const GreyImage home = display.picture();
  display.tap(kCorner.x, kCorner.y);
  CHECK(difference(home, display.steady_picture()) < 0.02);
  display.tap(kCorner.x, kCorner.y, kLong);
  const GreyImage door = display.picture();
  CHECK(difference(home, door) > 0.3);

  enter_pin(display, layout, "314159");
  CHECK(kiosk->wait_for_output("wrong staff PIN", std::chrono::seconds(10)));
  enter_pin(display, layout, "271828");
  const auto request = village.data() / "outbox" / "screen-sync.request.json";
  const Point sync = layout.of(kiosk::StaffPage::menu, "Cập nhật ngay");
  CHECK(eventually([&] {
    display.tap(sync.x, sync.y);
    return std::filesystem::exists(request);
  }));
  CHECK(read_file(request, 1024) == "{\"request\":\"sync\"}\n");
  CHECK(kiosk->stop(SIGTERM) == 0);
}

TEST_CASE("a volume that staff chose is kept, and staff restart the program from the menu", "[e2e][staff]") {
  Village village;
  REQUIRE(village.sync().status == 0);
  REQUIRE(machine::set_pin(village.data(), "271828"));
  Display display(1920, 1080);
  Layout layout;
  const auto kiosk = village.start_kiosk(display);
  wait_for_first_page(display);
  display.tap(kCorner.x, kCorner.y, kLong);
  enter_pin(display, layout, "271828");
  const auto go = [&](kiosk::StaffPage page, const std::string& id) {
    display.steady_picture();
    const Point point = layout.of(page, id);
    display.tap(point.x, point.y);
  };
  go(kiosk::StaffPage::menu, "Âm lượng");
  go(kiosk::StaffPage::sound, "option 0 0");
  CHECK(eventually([&] {
    return read_file(village.data() / "settings.json", 4096).value_or("").find("\"loudness\": 1") !=
           std::string::npos;
  }));
  go(kiosk::StaffPage::sound, "Quay lại");
  go(kiosk::StaffPage::menu, "Khởi động lại");
  go(kiosk::StaffPage::restart, "Khởi động lại");
  CHECK(eventually([&] { return !kiosk->running(); }));
  CHECK(kiosk->stop(SIGTERM) == 10);
}
