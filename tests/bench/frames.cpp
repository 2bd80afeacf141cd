// What a frame costs without a graphics card: the longest list and the longest guide, scrolled step by step,
// presented in real windows of one X server by our rasteriser, by ImGui's own renderer on SDL's
// software renderer, and by the same on OpenGL without a card (llvmpipe). Building the frame is not in it; it
// is the same for all.

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "content/base/file.h"
#include "content/base/handle.h"
#include "content/guide/bundle.h"
#include "content/guide/guide_json.h"
#include "kiosk/model/update.h"
#include "kiosk/model/view_of.h"
#include "kiosk/picture/assets.h"
#include "kiosk/picture/page_painter.h"
#include "kiosk/platform/presenter.h"
#include "tests/folders.h"
#include "tests/support/display.h"
#include "tests/support/sdl_rival.h"

namespace {

using namespace conglang;
using conglang::testing::Display;
using conglang::testing::SdlRival;
using WindowHandle = Handle<SDL_Window, SDL_DestroyWindow>;
using RendererHandle = Handle<SDL_Renderer, SDL_DestroyRenderer>;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int kRounds = 6;
constexpr int kSteps = 40;
constexpr float kStep = 45;  // reference pixels

template <typename T>
T value_or_exit(Result<T> result) {
  if (result) return *std::move(result);
  fmt::print(stderr, "{}\n", result.error().message);
  std::exit(1);
}

guide::Content starter_content() {
  const std::string folder = CONGLANG_SOURCE_DIR "/content/starter/";
  guide::Files files;
  for (const std::string& path : value_or_exit(list_files(folder))) {
    files[path] = value_or_exit(read_file(folder + path, 4'000'000));
  }
  return std::move(value_or_exit(guide::assemble(files, "09784")).content);
}

class Visit {
 public:
  explicit Visit(const kiosk::Strings& strings)
      : strings_(strings), state_(kiosk::initial_state({strings.languages(), ""}, now())) {}

  kiosk::View after(const kiosk::Action& action) {
    state_ = kiosk::update(std::move(state_), action).state;
    return kiosk::view_of(state_, strings_);
  }
  static Instant now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

 private:
  const kiosk::Strings& strings_;
  kiosk::State state_;
};

// The page that `way` leads to, pulled up by a finger's width at a time.
std::vector<kiosk::View> scrolled(const guide::Content& content, const kiosk::Strings& strings,
                                  const std::vector<kiosk::Action>& way) {
  Visit visit(strings);
  visit.after(kiosk::ContentArrived{content, Visit::now()});
  for (const kiosk::Action& action : way) visit.after(action);
  std::vector<kiosk::View> views;
  for (int i = 0; i < kSteps; ++i)
    views.push_back(visit.after(kiosk::ScrollTo{kStep * static_cast<float>(i)}));
  return views;
}

std::size_t words_of(const guide::Guide& guide) {
  return guide::write_guide(guide).size();
}

struct Way {
  std::string name;
  std::function<void(ImDrawData&)> present;
  std::vector<double> times;
};

double median(std::vector<double> times) {
  std::ranges::sort(times);
  return times[times.size() / 2];
}

// The ways to present on windows of `width` x `height`, measured frame by frame in turn.
class Contest {
 public:
  Contest(int width, int height, bool with_rivals) : size_{width, height} {
    ours_window_ = open_window();
    ours_ = value_or_exit(platform::present_from_memory(ours_window_.get(), raster::Rotation::none));
    ways_.push_back({"our rasteriser",
                     [this](ImDrawData& data) {
                       ours_->lost();  // all of the screen, as the others draw it
                       ours_->present(data);
                     },
                     {}});
    if (!with_rivals) return;
    add_rival("ImGui on SDL's software renderer", "software");
    add_rival("ImGui on OpenGL, llvmpipe", "opengl");
  }

  void measure(picture::PagePainter& painter, const std::vector<kiosk::View>& views) {
    for (Way& way : ways_) way.times.clear();
    for (int round = -1; round < kRounds; ++round) {
      for (const kiosk::View& view : views) {
        painter.frame(view, {size_.width, size_.height, 21.5});
        for (Way& way : ways_) {
          const auto start = std::chrono::steady_clock::now();
          way.present(*ImGui::GetDrawData());
          const double took = Milliseconds(std::chrono::steady_clock::now() - start).count();
          if (round >= 0) way.times.push_back(took);  // the first round uploads textures
        }
      }
    }
  }

  void print(const char* what) const {
    const double own = median(ways_.front().times);
    for (const Way& way : ways_) {
      fmt::print("{:<24} {:>4}x{:<4} {:<34} {:8.2f} ms   ours / this: {:.3f}\n", what, size_.width,
                 size_.height, way.name, median(way.times), own / median(way.times));
    }
    std::fflush(stdout);
  }
  double own() const { return median(ways_.front().times); }

 private:
  struct Rival {
    WindowHandle window;
    RendererHandle renderer;
    std::unique_ptr<SdlRival> drawing;
  };

  WindowHandle open_window() const {
    return WindowHandle(SDL_CreateWindow("bench", 0, 0, size_.width, size_.height, SDL_WINDOW_BORDERLESS));
  }

  void add_rival(const std::string& name, const char* driver) {
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, driver);
    auto rival = std::make_unique<Rival>();
    rival->window = open_window();
    rival->renderer.reset(SDL_CreateRenderer(rival->window.get(), -1, 0));
    if (!rival->renderer) {
      fmt::print("{} is not to be had here: {}\n", name, SDL_GetError());
      return;
    }
    rival->drawing = std::make_unique<SdlRival>(rival->renderer.get());
    ways_.push_back({name,
                     [one = rival.get()](ImDrawData& data) {
                       SDL_RenderClear(one->renderer.get());
                       one->drawing->draw(data);
                       // A pixel asked back: OpenGL returns before it has drawn.
                       Uint32 pixel = 0;
                       const SDL_Rect corner{0, 0, 1, 1};
                       SDL_RenderReadPixels(one->renderer.get(), &corner, SDL_PIXELFORMAT_RGB888, &pixel, 4);
                       SDL_RenderPresent(one->renderer.get());
                     },
                     {}});
    rivals_.push_back(std::move(rival));
  }

  raster::Size size_;
  WindowHandle ours_window_;
  std::unique_ptr<platform::Presenter> ours_;
  std::vector<std::unique_ptr<Rival>> rivals_;
  std::vector<Way> ways_;
};

void run_contests() {
  const auto assets = value_or_exit(picture::find_assets());
  const kiosk::Strings strings = value_or_exit(picture::load_strings(assets));
  const guide::Content content = starter_content();
  const auto longest = std::ranges::max_element(content.guides, {}, words_of);
  const auto list = scrolled(content, strings, {kiosk::OpenTopic{}});
  const auto steps =
      scrolled(content, strings, {kiosk::OpenGuide{longest->id}, kiosk::ChooseCase{}, kiosk::OpenSteps{}});
  picture::PagePainter painter = value_or_exit(picture::PagePainter::open(assets));
  {
    Contest contest(1920, 1080, true);
    contest.measure(painter, list);
    contest.print("the longest list");
    contest.measure(painter, steps);
    contest.print("the longest guide");
  }
  Contest small(1920, 1080, false);
  small.measure(painter, steps);
  Contest large(3840, 2160, false);
  large.measure(painter, steps);
  large.print("the longest guide");
  fmt::print("4K against 1080p: {:.2f} times\n", large.own() / small.own());
}

}  // namespace

int main() {
  const Display display(3840, 2160);
  ::setenv("DISPLAY", display.name().c_str(), 1);
  ::setenv("SDL_VIDEODRIVER", "x11", 1);
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  SDL_SetHint(SDL_HINT_RENDER_VSYNC, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) {
    fmt::print(stderr, "{}\n", SDL_GetError());
    return 1;
  }
  run_contests();
  SDL_Quit();
  return 0;
}
