#include "kiosk/platform/kiosk_app.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "kiosk/model/update.h"
#include "kiosk/model/view_of.h"
#include "kiosk/picture/assets.h"
#include "kiosk/picture/fonts.h"
#include "kiosk/platform/content_watcher.h"
#include "kiosk/platform/kiosk_files.h"
#include "kiosk/platform/quit_signals.h"
#include "kiosk/platform/sandbox.h"
#include "kiosk/screens/screen.h"
#include "kiosk/screens/theme/shapes.h"

namespace conglang::platform {
namespace {

using std::chrono::milliseconds;

Instant utc_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

// Everything that lives as long as the screen does.
class Kiosk {
 public:
  Kiosk(const KioskOptions& options, KioskConfig config, kiosk::Strings strings, Window window,
        screens::Fonts fonts)
      : data_(options.data),
        config_(std::move(config)),
        strings_(std::move(strings)),
        window_(std::move(window)),
        fonts_(fonts),
        state_(kiosk::initial_state({languages(options.language), config_.place}, utc_now())),
        view_(kiosk::view_of(state_, strings_)) {}

  void run() {
    load_content();
    draw_until_calm();
    for (;;) {
      const Wake wake = window_.wait(until_deadline());
      if (wake.quit) return;
      if (wake.content) load_content();
      if (utc_now() != state_.now) apply(kiosk::Tick{utc_now()});
      if (wake.draw || view_changed_) draw_until_calm();
    }
  }

 private:
  // The language asked for first, so that it is home.
  std::vector<std::string> languages(const std::string& first) const {
    std::vector<std::string> codes = strings_.languages();
    std::stable_partition(codes.begin(), codes.end(), [&](const std::string& code) { return code == first; });
    return codes;
  }

  milliseconds until_deadline() const {
    const auto now = std::chrono::system_clock::now();
    return std::chrono::ceil<milliseconds>(kiosk::next_deadline(state_) - now);
  }

  void load_content() {
    auto stored = load_active_content(data_);
    if (!stored) {
      if (stored.error().code != Errc::not_found) spdlog::error("{}", stored.error().message);
      const bool still_coming = stored.error().code == Errc::not_found;
      apply(kiosk::ContentUnavailable{still_coming ? "" : stored.error().message});
      return;
    }
    spdlog::info("showing generation {}: {} guides", stored->origin.generation,
                 stored->content.guides.size());
    apply(kiosk::ContentArrived{std::move(stored->content), parse_instant(stored->origin.published_at)});
  }

  void apply(const kiosk::Action& action) {
    kiosk::Step step = kiosk::update(std::move(state_), action);
    state_ = std::move(step.state);
    kiosk::View view = kiosk::view_of(state_, strings_);
    view_changed_ = view_changed_ || view != view_;
    if (view.chrome.header.title != view_.chrome.header.title || title_.empty()) show_title(view);
    view_ = std::move(view);
  }

  // The page's title is the window's too, for whoever looks after the machine from afar.
  void show_title(const kiosk::View& view) {
    title_ = "Cổng Làng – " + view.chrome.header.title;
    window_.set_title(title_);
  }

  // ImGui spreads one touch over several frames, and a touch that changes the page wants the new page at
  // once.
  void draw_until_calm() {
    do {
      view_changed_ = false;
      std::optional<kiosk::Action> touched;
      window_.frame([&] { touched = screens::draw_screen(view_, theme()); });
      if (touched) apply(*touched);
    } while (view_changed_ || window_.input_waits());
  }

  screens::Theme theme() {
    return screens::make_theme(fonts_, shapes_, static_cast<float>(window_.width()),
                               static_cast<float>(window_.height()), config_.diagonal_inches,
                               view_.chrome.theme, view_.chrome.text_size);
  }

  std::filesystem::path data_;
  KioskConfig config_;
  kiosk::Strings strings_;
  Window window_;
  screens::Fonts fonts_;
  screens::Shapes shapes_;
  kiosk::State state_;
  kiosk::View view_;
  std::string title_;
  bool view_changed_ = false;
};

}  // namespace

Result<void> run_kiosk(const KioskOptions& options) {
  TRY(FileDescriptor quit, catch_quit_signals());
  TRY_VOID(forbid_internet_sockets());
  TRY(KioskConfig config, read_config(options.data));
  TRY(const std::filesystem::path assets, picture::find_assets());
  TRY(kiosk::Strings strings, picture::load_strings(assets));
  TRY(Window window, Window::open(options.window));
  TRY(const screens::Fonts fonts, picture::load_fonts(assets));
  Kiosk screen(options, std::move(config), std::move(strings), std::move(window), fonts);
  // After the screen, so that they end before it: they post to its queue.
  TRY(const auto content, watch_content(options.data, Window::announce_content));
  const WatchThread signals(std::move(quit), [](int descriptor) {
    take_quit_signal(descriptor);
    Window::request_quit();
  });
  screen.run();
  return {};
}

}  // namespace conglang::platform
