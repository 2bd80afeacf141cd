// Which pictures are held, for how long, and what is drawn in the meantime.

#include "kiosk/picture/picture_cache.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/picture/fonts.h"
#include "kiosk/picture/imgui_session.h"
#include "kiosk/raster/raster.h"
#include "tests/folders.h"
#include "tests/unit/kiosk/picture/sample_pictures.h"

using namespace conglang;
using namespace conglang::picture;
using conglang::testing::red_and_blue;
using screens::PictureOrder;
using State = screens::Pictures::State;

namespace {

constexpr std::size_t kBytes = 40 * 40 * 4;

PictureOrder order(const std::string& file, int side = 40) {
  return {file, side, side, screens::Fit::cover, 0};
}

// Frames of pictures, decoded when the test says so.
struct Screen {
  ImGuiSession session;
  Result<screens::Fonts> fonts = load_fonts(CONGLANG_BIN_DIR "/../share/conglang");
  std::vector<Order> asked;
  PictureCache cache{3 * kBytes, [this](const Order& one) {
                       asked.push_back(one);
                       return PictureCache::Answered();
                     }};

  std::vector<State> frame(const std::vector<PictureOrder>& orders) {
    begin();
    std::vector<State> states;
    for (const PictureOrder& one : orders) states.push_back(cache.picture(one).state);
    end();
    return states;
  }
  static void begin() {
    ImGui::GetIO().DisplaySize = {200, 200};
    ImGui::GetIO().DeltaTime = 1;
    ImGui::NewFrame();
  }
  static void end() {
    ImGui::Render();
    raster::serve_textures(ImGui::GetPlatformIO().Textures);
  }
  void answer_all() {
    for (const Order& one : std::exchange(asked, {})) cache.put(one, red_and_blue(40, 40));
  }
};

}  // namespace

TEST_CASE("a picture is asked for once, and drawn from the frame after it came", "[picture]") {
  Screen screen;
  CHECK(screen.frame({order("a.png")}) == std::vector{State::coming});
  CHECK(screen.frame({order("a.png")}) == std::vector{State::coming});
  CHECK(screen.asked.size() == 1);
  screen.answer_all();
  CHECK(screen.frame({order("a.png")}) == std::vector{State::there});
  CHECK(screen.asked.empty());
}

TEST_CASE("another size is another picture", "[picture]") {
  Screen screen;
  screen.frame({order("a.png", 40), order("a.png", 60)});
  CHECK(screen.asked.size() == 2);
}

TEST_CASE("a picture that cannot be decoded is not asked for again", "[picture]") {
  Screen screen;
  screen.frame({order("a.png")});
  screen.cache.put(order("a.png"), fail(Errc::invalid, "broken"));
  CHECK(screen.frame({order("a.png")}) == std::vector{State::unusable});
  CHECK(screen.asked.size() == 1);
}

TEST_CASE("within its budget the cache lets go of what was not drawn for longest", "[picture]") {
  Screen screen;
  for (const char* file : {"a.png", "b.png", "c.png", "d.png", "e.png", "f.png"}) {
    screen.frame({order(file)});
    screen.answer_all();
    screen.frame({order(file)});
    CHECK(screen.cache.bytes() <= 3 * kBytes);
  }
  CHECK(screen.frame({order("f.png"), order("a.png")}) == std::vector{State::there, State::coming});
}

TEST_CASE("what one frame shows stays, even when it is more than the budget", "[picture]") {
  Screen screen;
  std::vector<PictureOrder> all;
  for (const char* file : {"a.png", "b.png", "c.png", "d.png", "e.png"}) all.push_back(order(file));
  screen.frame(all);
  screen.answer_all();
  CHECK(screen.frame(all) == std::vector(5, State::there));
}

TEST_CASE("what the last frame did not show can be let go of, within the budget, too", "[picture]") {
  Screen screen;
  screen.frame({order("a.png"), order("b.png")});
  screen.answer_all();
  screen.frame({order("b.png"), order("c.png")});
  screen.cache.forget_unseen();
  CHECK(screen.cache.bytes() == kBytes);
  screen.answer_all();
  CHECK(screen.frame({order("a.png"), order("b.png"), order("c.png")}) ==
        std::vector{State::coming, State::there, State::there});
}

TEST_CASE("other content forgets all pictures, and late answers with them", "[picture]") {
  Screen screen;
  screen.frame({order("a.png"), order("b.png")});
  screen.cache.put(order("a.png"), red_and_blue(40, 40));
  screen.cache.forget();
  CHECK(screen.cache.bytes() == 0);
  screen.cache.put(order("b.png"), red_and_blue(40, 40));
  CHECK(screen.cache.bytes() == 0);
  CHECK(screen.frame({order("a.png")}) == std::vector{State::coming});
}

TEST_CASE("a panorama is sharp at first sight, coarse while it turns, sharp again at rest", "[picture]") {
  Screen screen;
  const auto look = [&screen](float yaw) {
    Screen::begin();
    const auto answer = screen.cache.panorama({"p.png", 64, 32, yaw, 0, 75});
    Screen::end();
    return answer.state;
  };
  CHECK(look(0) == State::coming);
  screen.cache.put(PanoramaOrder{"p.png"}, red_and_blue(256, 128));
  CHECK(look(0) == State::there);
  CHECK_FALSE(screen.cache.wants_frame());
  look(10);
  CHECK(screen.cache.wants_frame());
  look(10);
  CHECK_FALSE(screen.cache.wants_frame());
  look(20);
  screen.frame({});  // another page
  CHECK_FALSE(screen.cache.wants_frame());
}
