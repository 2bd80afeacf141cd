// Who does not see the screen or cannot touch it: keys by XTEST, the voice of the real espeak-ng, SDL's sound
// written to a file.

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <cstring>

#include "content/base/file.h"
#include "content/guide/heritage_json.h"
#include "content/guide/recorded_words.h"
#include "tests/e2e/village.h"
#include "tests/support/sample_recording.h"

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

/// How often the sound crosses zero upwards in `count` samples from `first` on.
int waves_in(const std::string& file, std::size_t first, std::size_t count) {
  const std::string bytes = read_file(file, 256UL << 20U).value_or("");
  const auto sample = [&](std::size_t i) {
    std::int16_t value = 0;
    if (2 * i + 2 <= bytes.size()) std::memcpy(&value, bytes.data() + 2 * i, 2);
    return value;
  };
  int waves = 0;
  for (std::size_t i = first; i < first + count; ++i) waves += sample(i) < 0 && sample(i + 1) >= 0 ? 1 : 0;
  return waves;
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
  const TemporaryFolder folder;
  const std::string sound = folder / "heard.raw";
  OpenKiosk open(with_sound_in(sound));

  const GreyImage bare = open.display.steady_picture();
  const std::string home = open.display.window_title();
  open.display.press_key("Down");
  CHECK(difference(bare, open.display.steady_picture()) > 0.0005);
  CHECK(eventually([&] { return heard_in(sound).peak > 1'000; }));
  open.display.press_key("Down");
  const std::string page = title_after(open.display, "Return", home);
  CHECK(page != home);
  CHECK(title_after(open.display, "Escape", page) == home);
  for (const char* key : {"F4", "F11", "Tab", "q", "Delete"}) open.display.press_key(key);
  open.display.steady_picture();
  CHECK(open.display.window_title() == home);
  CHECK(open.kiosk->running());
}

TEST_CASE("a touch on the button reads the page aloud, below clipping", "[e2e]") {
  const TemporaryFolder folder;
  const std::string sound = folder / "heard.raw";
  OpenKiosk open(with_sound_in(sound));

  const GreyImage quiet = open.display.steady_picture();
  open.display.tap(kListen.x, kListen.y);
  CHECK(eventually([&] { return heard_in(sound).seconds > 3; }));
  CHECK(difference(quiet, open.display.picture()) > 0.01);
  const int peak = heard_in(sound).peak;
  CHECK(peak > 3'000);
  CHECK(peak < 30'000);
  CHECK(open.kiosk->running());
}

TEST_CASE("a page that the village has recorded is heard in its own voice", "[e2e][recording]") {
  Village village;
  const std::string page = "communes/09784/heritage/cong-lang.json";
  const std::filesystem::path audio = village.content() / "communes/09784/audio";
  REQUIRE(make_folders(audio));
  REQUIRE(write_file_atomically(audio / "cong-lang.opus", make_recording(20)));
  const auto heritage = guide::read_heritage(*read_file(village.content() / page, 1UL << 20U), page);
  REQUIRE(heritage);
  village.edit(page, [&](nlohmann::json& json) {
    json["recordings"] = {{{"file", "cong-lang.opus"},
                           {"language", "vi"},
                           {"words", guide::fingerprint_of(guide::recorded_words(*heritage, "vi"))}}};
  });
  village.publish();
  REQUIRE(village.sync().status == 0);
  Display display(1920, 1080);
  const std::string sound = village.data() / "heard.raw";
  const auto kiosk = village.start_kiosk(display, with_sound_in(sound));
  wait_for_first_page(display);
  tap_and_look(display, kHeritage);
  display.tap(kListen.x, kListen.y);
  CHECK(eventually([&] { return heard_in(sound).seconds > 5; }));
  // A tone has 200 waves a second, whatever sentence the page begins with.
  CHECK(std::abs(waves_in(sound, 2 * 24'000, 24'000) - 200) < 3);
  CHECK(kiosk->running());
}
