// Our rasteriser beside ImGui's own renderer on SDL, page by page. They differ by design in one thing: ours
// sets glyphs and edges on the nearest whole pixel, SDL cuts off what is behind the point and stretches. So a
// pixel counts as equal when its channels lie within kTolerance (of 255) of what the other has there or up to
// kReach pixels away, and the other way round. At most kMostOff of all pixels may fail that.

#include <SDL.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>

#include "content/base/handle.h"
#include "tests/support/headless_screen.h"
#include "tests/support/sdl_rival.h"
#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::testing::HeadlessScreen;
using conglang::testing::SdlRival;
using Walker = conglang::kiosk::test::Kiosk;

namespace {

constexpr int kTolerance = 48;
constexpr int kReach = 2;
constexpr double kMostOff = 0.0005;

// What is on a pixel and around it, channel by channel.
struct Range {
  std::array<int, 3> least{255, 255, 255};
  std::array<int, 3> most{0, 0, 0};
};

std::array<int, 3> channels(raster::Argb pixel) {
  return {static_cast<int>((pixel >> 16U) & 0xFFU), static_cast<int>((pixel >> 8U) & 0xFFU),
          static_cast<int>(pixel & 0xFFU)};
}

Range around(const raster::Pixels& pixels, int x, int y) {
  Range range;
  const raster::Box box =
      raster::Box{x - kReach, y - kReach, x + kReach + 1, y + kReach + 1}.within(pixels.box());
  for (int row = box.top; row < box.bottom; ++row) {
    for (int column = box.left; column < box.right; ++column) {
      const auto here = channels(pixels.row(row)[column]);
      for (std::size_t i = 0; i < 3; ++i) {
        range.least[i] = std::min(range.least[i], here[i]);
        range.most[i] = std::max(range.most[i], here[i]);
      }
    }
  }
  return range;
}

// How many pixels of `one` are nowhere near on `other`.
int strangers(const raster::Pixels& one, const raster::Pixels& other) {
  int count = 0;
  for (int y = 0; y < one.height; ++y) {
    for (int x = 0; x < one.width; ++x) {
      const auto here = channels(one.row(y)[x]);
      if (here == channels(other.row(y)[x])) continue;
      const Range range = around(other, x, y);
      bool near = true;
      for (std::size_t i = 0; i < 3; ++i) {
        near = near && here[i] >= range.least[i] - kTolerance && here[i] <= range.most[i] + kTolerance;
      }
      count += near ? 0 : 1;
    }
  }
  return count;
}

double share_off(raster::Image& ours, const SDL_Surface& theirs) {
  const raster::Pixels other{static_cast<raster::Argb*>(theirs.pixels), theirs.w, theirs.h, theirs.pitch / 4};
  const int most = std::max(strangers(ours.pixels(), other), strangers(other, ours.pixels()));
  return static_cast<double>(most) / static_cast<double>(ours.argb.size());
}

using Surface = Handle<SDL_Surface, SDL_FreeSurface>;
using Renderer = Handle<SDL_Renderer, SDL_DestroyRenderer>;

// Draws `view` both ways.
double compare(const View& view, int width, int height) {
  HeadlessScreen screen(width, height);
  screen.draw(view);
  const Surface surface(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888));
  const Renderer renderer(SDL_CreateSoftwareRenderer(surface.get()));
  REQUIRE(renderer);
  {
    SdlRival rival(renderer.get());
    rival.draw(*ImGui::GetDrawData());
    SDL_RenderFlush(renderer.get());
  }
  raster::Image ours = screen.picture();
  return share_off(ours, *surface);
}

}  // namespace

TEST_CASE("every page looks as ImGui's own renderer draws it", "[platform]") {
  Walker kiosk;
  struct Step {
    const char* name;
    std::vector<Action> actions;
  };
  const std::vector<Step> steps{{"home", {}},
                                {"list", {OpenTopic{}}},
                                {"case", {OpenGuide{"khai-sinh"}}},
                                {"guide", {ChooseCase{"dung-han"}}},
                                {"steps", {OpenSteps{}}},
                                {"qr", {Back{}, OpenCode{}}},
                                {"contrast", {ToggleTheme{}, Home{}}}};
  for (const Step& step : steps) {
    kiosk.does(step.actions);
    for (const bool portrait : {false, true}) {
      INFO(step.name << (portrait ? ", portrait" : ", landscape"));
      CHECK((portrait ? compare(kiosk.view(), 540, 960) : compare(kiosk.view(), 960, 540)) <= kMostOff);
    }
  }
}

TEST_CASE("the comparison finds a page that is drawn wrongly", "[platform]") {
  Walker kiosk;
  HeadlessScreen screen(960, 540);
  screen.draw(kiosk.view());
  raster::Image ours = screen.picture();
  const Surface surface(SDL_CreateRGBSurfaceWithFormat(0, 960, 540, 32, SDL_PIXELFORMAT_RGB888));
  const Renderer renderer(SDL_CreateSoftwareRenderer(surface.get()));
  SdlRival rival(renderer.get());
  ImGui::GetDrawData()->CmdLists[0]->CmdBuffer[0].ElemCount -= 600;  // a hundred rectangles less
  rival.draw(*ImGui::GetDrawData());
  SDL_RenderFlush(renderer.get());
  CHECK(share_off(ours, *surface) > kMostOff);
}
