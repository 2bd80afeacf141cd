// What an open screen does when the commune publishes.

#include <catch2/catch_test_macros.hpp>

#include "tests/e2e/village.h"
#include "tests/support/qr_reader.h"

using namespace conglang;
using namespace conglang::testing;

namespace {

constexpr const char* kGuide = "national/guides/khai-sinh.json";
constexpr const char* kBirthLink = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.001193";
constexpr const char* kNewLink = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.004884";

struct OpenScreen {
  Village village;
  Display display{1920, 1080};
  std::unique_ptr<Process> agent;
  std::unique_ptr<Process> kiosk;

  OpenScreen() {
    REQUIRE(village.sync().status == 0);
    agent = village.start_agent();
    kiosk = village.start_kiosk(display);
    wait_for_first_page(display);
  }

  void publish_and_wait() {
    const std::string before = village.active_database();
    village.publish();
    REQUIRE(eventually([&] { return village.active_database() != before; }, std::chrono::seconds(30)));
  }
};

void rename_guide(Village& village) {
  village.edit(kGuide, [](nlohmann::json& guide) {
    guide["title"]["vi"] = "Khai sinh cho bé";
    guide["shortTitle"]["vi"] = "Khai sinh cho bé";
    guide["links"][0]["code"] = "1.004884";
  });
}

}  // namespace

TEST_CASE("a guide changed and published shows on the open screen without a restart", "[e2e]") {
  OpenScreen screen;
  const GreyImage before = screen.display.steady_picture();
  rename_guide(screen.village);
  screen.publish_and_wait();
  // Within 2 s of activation: the look itself takes part of that time on a loaded machine.
  CHECK(eventually([&] { return difference(before, screen.display.picture()) > 0.0005; },
                   std::chrono::seconds(2)));

  tap_and_look(screen.display, kMostAskedFirst);
  tap_and_look(screen.display, kFirstCase);
  CHECK(read_qr_codes(tap_and_look(screen.display, kPrimaryButton)) == std::vector<std::string>{kNewLink});
}

TEST_CASE("a reader inside a guide finishes on the old text, under a bar that says it changed", "[e2e]") {
  OpenScreen screen;
  tap_and_look(screen.display, kMostAskedFirst);
  const GreyImage reading = tap_and_look(screen.display, kFirstCase);
  const std::string title = screen.display.window_title();
  rename_guide(screen.village);
  screen.publish_and_wait();

  CHECK(eventually([&] { return difference(reading, screen.display.picture()) > 0.001; }));
  CHECK(screen.display.window_title() == title);
  CHECK(read_qr_codes(tap_and_look(screen.display, kPrimaryButton)) == std::vector<std::string>{kBirthLink});
}

TEST_CASE("a guide withdrawn under a reader returns the screen home", "[e2e]") {
  OpenScreen screen;
  const std::string home = screen.display.window_title();
  tap_and_look(screen.display, kMostAskedFirst);
  tap_and_look(screen.display, kFirstCase);
  CHECK(screen.display.window_title() != home);
  screen.village.edit(kGuide, [](nlohmann::json& guide) { guide["status"] = "withdrawn"; });
  screen.village.edit("national/topics.json", [](nlohmann::json& topics) {
    auto& asked = topics["mostAsked"];
    asked.erase(std::remove(asked.begin(), asked.end(), "khai-sinh"), asked.end());
  });
  screen.publish_and_wait();
  CHECK(eventually([&] { return screen.display.window_title() == home; }));
}
