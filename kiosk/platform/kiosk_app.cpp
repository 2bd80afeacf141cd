#include "kiosk/platform/kiosk_app.h"

#include <imgui.h>
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
#include "kiosk/platform/searcher.h"
#include "kiosk/platform/speaker.h"
#include "kiosk/platform/village_pictures.h"
#include "kiosk/screens/screen.h"
#include "kiosk/screens/theme/shapes.h"

namespace conglang::platform {
namespace {

using std::chrono::milliseconds;

// Between two frames of a page that moves by itself; drawing takes the rest of a sixtieth of a second.
constexpr milliseconds kFrameTime{10};
constexpr std::chrono::minutes kLookForSound{1};

// Decoded pictures: about four that fill the screen.
constexpr std::size_t kPictureBytes = 32UL << 20U;

// After which a panorama that is no longer turned is drawn sharply.
constexpr milliseconds kPanoramaRests{120};

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
        speaker_(voice::Synthesiser(), Window::announce_speech),
        pictures_(kPictureBytes, Window::announce_pictures),
        state_(
            kiosk::initial_state({languages(options.language), config_.place, config_.pages_url}, utc_now())),
        view_(kiosk::view_of(state_, strings_)) {}

  void run() {
    load_content();
    speaker_.look_for_device();
    hear();
    draw_until_calm();
    for (;;) {
      prepare_search();  // not before the first page is seen
      const Wake wake = window_.wait(motion_.is_running() ? kFrameTime : until_deadline());
      if (wake.quit) return;
      if (wake.content) load_content();
      if (wake.pictures) pictures_.take_arrived();
      if (wake.devices || looked_for_sound_ + kLookForSound <= utc_now()) look_for_sound();
      if (wake.speech || wake.devices) hear();
      if (utc_now() != state_.now) apply(kiosk::Tick{utc_now()});
      for (const screens::Key key : wake.keys) press(key);
      if (wake.draw || wake.pictures || view_changed_ || !wake.keys.empty() || is_moving()) draw_until_calm();
    }
  }

 private:
  // The language asked for first, so that it is home.
  std::vector<std::string> languages(const std::string& first) const {
    std::vector<std::string> codes = strings_.languages();
    std::stable_partition(codes.begin(), codes.end(), [&](const std::string& code) { return code == first; });
    return codes;
  }

  // The page moves by itself, or is not yet as it should be.
  bool is_moving() const { return motion_.is_running() || pictures_.wants_frame(); }

  milliseconds until_deadline() const {
    if (pictures_.wants_frame()) return kPanoramaRests;
    const auto now = std::chrono::system_clock::now();
    return std::chrono::ceil<milliseconds>(kiosk::next_deadline(state_) - now);
  }

  void load_content() {
    const auto database = active_database(data_);
    auto stored = database ? database::load(*database) : tl::unexpected(database.error());
    if (!stored) {
      if (stored.error().code != Errc::not_found) spdlog::error("{}", stored.error().message);
      const bool still_coming = stored.error().code == Errc::not_found;
      apply(kiosk::ContentUnavailable{still_coming ? "" : stored.error().message});
      return;
    }
    spdlog::info("showing generation {}: {} guides", stored->origin.generation,
                 stored->content.guides.size());
    pictures_.show_content(*database);
    search_is_old_ = true;
    apply(kiosk::ContentArrived{std::move(stored->content), parse_instant(stored->origin.published_at)});
  }

  void prepare_search() {
    if (!search_is_old_) return;
    search_is_old_ = false;
    const auto path = active_database(data_);
    const auto prepared = path ? search_.prepare(*state_.content, *path) : tl::unexpected(path.error());
    if (!prepared) spdlog::error("search: {}", prepared.error().message);
  }

  void carry_out(const kiosk::Search& asked) {
    prepare_search();
    auto results = search_.answer(asked);
    if (!results) spdlog::error("search: {}", results.error().message);
    apply(results ? *std::move(results) : kiosk::SearchResults{asked.composed, {}});
  }

  void apply(const kiosk::Action& action) {
    kiosk::Step step = kiosk::update(std::move(state_), action);
    state_ = std::move(step.state);
    for (const kiosk::Effect& effect : step.effects)
      if (const auto* asked = std::get_if<kiosk::Search>(&effect)) carry_out(*asked);
    kiosk::View view = kiosk::view_of(state_, strings_);
    view_changed_ = view_changed_ || view != view_;
    if (view.body.index() != view_.body.index()) window_.page_turned();
    if (view.chrome.header.title != view_.chrome.header.title || title_.empty()) show_title(view);
    view_ = std::move(view);
    speaker_.want(view_.speech);
  }

  void hear() {
    for (const kiosk::Action& action : speaker_.events()) apply(action);
  }

  // A loudspeaker that was plugged in while nothing sounded is not told of by anybody.
  void look_for_sound() {
    looked_for_sound_ = utc_now();
    speaker_.look_for_device();
    hear();
  }

  void press(screens::Key key) {
    if (view_.idle) return apply(kiosk::Touched{});  // the first key answers the question, whichever it is
    apply(key == screens::Key::back ? kiosk::Action(kiosk::Back{}) : kiosk::Action(kiosk::Touched{}));
    focus_.press(key);
    draw_until_calm();
  }

  // Who goes by keypad may not see the ring: it is named.
  void name_control() {
    if (focus_.name() == named_) return;
    named_ = focus_.name();
    if (!named_.empty()) apply(kiosk::NameControl{named_});
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
      window_.frame([&] { touched = screens::draw_screen(view_, theme(), motion_, nullptr, &focus_); });
      if (ImGui::GetIO().MouseDown[0]) focus_.hide();
      if (touched) apply(*touched);
      if (!touched) name_control();
    } while (view_changed_ || window_.input_waits() || !focus_.is_settled());
  }

  screens::Theme theme() {
    screens::Theme theme =
        screens::make_theme(fonts_, shapes_, static_cast<float>(window_.width()),
                            static_cast<float>(window_.height()), config_.diagonal_inches, view_.chrome);
    theme.pictures = &pictures_.shown();
    return theme;
  }

  std::filesystem::path data_;
  KioskConfig config_;
  kiosk::Strings strings_;
  Window window_;
  screens::Fonts fonts_;
  screens::Shapes shapes_;
  Speaker speaker_;
  VillagePictures pictures_;
  kiosk::State state_;
  kiosk::View view_;
  screens::ScrollMotion motion_;
  Searcher search_;
  bool search_is_old_ = false;
  std::string title_;
  screens::Focus focus_;
  std::string named_;  ///< what was last said of the control within the ring
  Instant looked_for_sound_{};
  bool view_changed_ = false;
};

}  // namespace

Result<void> run_kiosk(const KioskOptions& options) {
  TRY(FileDescriptor quit, catch_quit_signals());
  TRY_VOID(forbid_internet_sockets());
  TRY(KioskConfig config, read_config(options.data));
  TRY(const std::filesystem::path assets, picture::find_assets());
  std::vector<std::string> remarks;
  TRY(kiosk::Strings strings, picture::load_strings(assets, &remarks));
  for (const std::string& remark : remarks) spdlog::warn("{}", remark);
  WindowOptions window_options = options.window;
  window_options.drawing = options.drawing.value_or(config.drawing);
  window_options.rotation = options.rotation.value_or(config.rotation);
  TRY(Window window, Window::open(window_options));
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
