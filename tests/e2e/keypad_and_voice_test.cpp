// Who does not see the screen or cannot touch it: keys by XTEST, the voice of the real espeak-ng, SDL's sound
// written to a file.

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <cstring>

#include "content/base/file.h"
#include "tests/e2e/village.h"

using namespace conglang;
using namespace conglang::testing;

namespace {

struct Heard {
  double seconds = 0;
  int peak = 0;
};

Heard heard_in(const std::string& file) {
  const std::string bytes = read_file(file, 256UL << 20U).value_or("");
  Heard heard{static_cast<double>(bytes.size()) / 2 / 22'050, 0};
  for (std::size_t at = 0; at + 2 <= bytes.size(); at += 2) {
    std::int16_t sample = 0;
    std::memcpy(&sample, bytes.data() + at, 2);
    heard.peak = std::max(heard.peak, std::abs(int{sample}));
  }
  return heard;
}

Arguments with_sound_in(const std::string& file) {
  return {"env", "SDL_AUDIODRIVER=disk", "SDL_DISKAUDIOFILE=" + file, "SDL_DISKAUDIODELAY=1"};
}

std::string title_after(Display& display, const std::string& key, const std::string& before) {
  display.press_key(key);
  eventually([&] { return display.window_title() != before; });
  return display.window_title();
}

}  // namespace

TEST_CASE("arrows, enter and escape alone lead from home into a page and back, and name what they come to",
          "[e2e]") {
  Village village;
  REQUIRE(village.sync().status == 0);
  Display display(1920, 1080);
  const std::string sound = village.data() / "heard.raw";
  const auto kiosk = village.start_kiosk(display, with_sound_in(sound));
  wait_for_first_page(display);

  const GreyImage bare = display.steady_picture();
  const std::string home = display.window_title();
  display.press_key("Down");
  CHECK(difference(bare, display.steady_picture()) > 0.0005);
  CHECK(eventually([&] { return heard_in(sound).peak > 1'000; }));
  display.press_key("Down");
  const std::string page = title_after(display, "Return", home);
  CHECK(page != home);
  CHECK(title_after(display, "Escape", page) == home);
  for (const char* key : {"F4", "F11", "Tab", "q", "Delete"}) display.press_key(key);
  display.steady_picture();
  CHECK(display.window_title() == home);
  CHECK(kiosk->running());
}

TEST_CASE("a touch on the button reads the page aloud, below clipping", "[e2e]") {
  Village village;
  REQUIRE(village.sync().status == 0);
  Display display(1920, 1080);
  const std::string sound = village.data() / "heard.raw";
  const auto kiosk = village.start_kiosk(display, with_sound_in(sound));
  wait_for_first_page(display);

  const GreyImage quiet = display.steady_picture();
  display.tap(kListen.x, kListen.y);
  CHECK(eventually([&] { return heard_in(sound).seconds > 3; }));
  CHECK(difference(quiet, display.picture()) > 0.01);
  const int peak = heard_in(sound).peak;
  CHECK(peak > 3'000);
  CHECK(peak < 30'000);
  CHECK(kiosk->running());
}
