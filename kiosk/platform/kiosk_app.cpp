#include "kiosk/platform/kiosk_app.h"

#include <fmt/ranges.h>
#include <imgui.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "kiosk/machine/believed_clock.h"
#include "kiosk/machine/night_restart.h"
#include "kiosk/machine/orders.h"
#include "kiosk/machine/panel_size.h"
#include "kiosk/machine/safe_words.h"
#include "kiosk/model/idle.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/update.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/view_of.h"
#include "kiosk/picture/assets.h"
#include "kiosk/picture/fonts.h"
#include "kiosk/platform/brightness.h"
#include "kiosk/platform/content_watcher.h"
#include "kiosk/platform/heap.h"
#include "kiosk/platform/kiosk_files.h"
#include "kiosk/platform/life.h"
#include "kiosk/platform/quit_signals.h"
#include "kiosk/platform/safe_page.h"
#include "kiosk/platform/sandbox.h"
#include "kiosk/platform/searcher.h"
#include "kiosk/platform/settings_in_force.h"
#include "kiosk/platform/setup_remarks.h"
#include "kiosk/platform/speaker.h"
#include "kiosk/platform/staff_desk.h"
#include "kiosk/platform/usage_entries.h"
#include "kiosk/platform/village_pictures.h"
#include "kiosk/screens/screen.h"
#include "kiosk/screens/theme/measures.h"
#include "kiosk/screens/theme/shapes.h"
#include "kiosk/usage/usage.h"

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

Instant system_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

raster::Rotation rotation_of(int degrees) {
  return static_cast<raster::Rotation>(degrees / 90);
}

// A window is not as large as the panel that it stands on.
double inches_of(const KioskOptions& options, const KioskConfig& config) {
  return diagonal_inches(config, options.window.fullscreen ? machine::panel_inches() : std::nullopt);
}

// Everything that lives as long as the screen does.
class Kiosk {
 public:
  Kiosk(const KioskOptions& options, KioskConfig config, kiosk::Strings strings, Window window,
        screens::Fonts fonts, Life& life)
      : data_(options.data),
        version_(options.version),
        rotation_(options.rotation),
        clock_(options.built, options.data),
        config_(std::move(config)),
        inches_(inches_of(options, config_)),
        strings_(std::move(strings)),
        window_(std::move(window)),
        fonts_(fonts),
        life_(life),
        speaker_({}, Window::announce_speech),
        pictures_(data_, kPictureBytes, Window::announce_pictures),
        state_(kiosk::initial_state({languages(options.language), config_.place, config_.pages_url},
                                    clock_.read(system_now(), machine::running_time()).now)),
        view_(kiosk::view_of(state_, strings_)),
        desk_({data_, config_.media, [this] { return facts(); }, [this] { restart_ = true; }}),
        usage_(data_) {}

  Ending run() {
    machine::take_restart_order(data_);  // this is one
    load_settings();
    tick();
    const bool has_front = load_front();
    if (!has_front) load_content();
    draw_until_calm();
    if (has_front) load_content();
    remark_on_panel(facts(), data_ / "kiosk.json");
    look_for_sound();  // devices answer slowly: not before the first page is seen
    if (view_changed_) draw_until_calm();
    for (;;) {
      prepare_search();  // not before the first page is seen
      const Wake wake = window_.wait(motion_.is_running() ? kFrameTime : until_deadline());
      if (wake.quit) return Ending::told;
      if (wake.content) take_news();
      if (wake.pictures) pictures_.take_arrived();
      if (wake.devices || looked_for_sound_ + kLookForSound <= machine::running_time()) look_for_sound();
      if (wake.speech || wake.devices) hear();
      tick();
      for (const screens::Key key : wake.keys) press(key);
      if (wake.draw || wake.pictures || view_changed_ || !wake.keys.empty() || is_moving() ||
          life_.is_present_due(machine::running_time()))
        draw_until_calm();
      if (!is_moving()) write_usage_down();
      const bool due = restart_asked_ || night_.is_due(state_.now, state_.clock_known);
      if (restart_ || (due && !kiosk::is_visited(state_))) return Ending::restart;
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
    const auto left = kiosk::next_deadline(state_) - state_.now;
    // A clock that is believed is kept to the part of a second.
    const auto into_second = state_.clock_known ? std::chrono::system_clock::now() - state_.now
                                                : std::chrono::system_clock::duration{0};
    const auto deadline = std::chrono::ceil<milliseconds>(left - into_second);
    const auto longest = life_.longest_sleep();
    return longest ? std::min<milliseconds>(deadline, *longest) : deadline;
  }

  void tick() {
    const auto reading = clock_.read(system_now(), machine::running_time());
    if (reading.now != state_.now || reading.known != state_.clock_known)
      apply(kiosk::Tick{reading.now, reading.known});
  }

  // Before staff changed anything, what the machine was set up with holds; the command line is stronger.
  void load_settings() {
    kiosk::MachineSettings usual;
    usual.rotation = degrees(config_.rotation);
    kiosk::MachineSettings read = settings_in_force(data_, strings_.languages(), usual);
    if (rotation_) read.rotation = degrees(*rotation_);
    apply(kiosk::StaffReport(kiosk::SettingsRead{read}));
  }

  machine::DiagnosisFacts facts() {
    return {.version = version_,
            .clock = clock_.read(system_now(), machine::running_time()),
            .generation = generation_,
            .width_px = window_.width(),
            .height_px = window_.height(),
            .display = window_.drawing() == Drawing::renderer ? "gpu" : "memory",
            .panel_inches = inches_,
            .panel_is_large_enough = screens::is_large_enough(theme())};
  }

  // What the screen at rest shows: all of it would keep the first page waiting. False when there is none to
  // be had alone; load_content() tells why.
  bool load_front() {
    const auto database = active_database(data_);
    auto front = database ? database::load_front(*database) : tl::unexpected(database.error());
    if (!front) return false;
    show_pictures_of(*database);
    apply(kiosk::ContentArrived{std::move(front->content), parse_instant(front->origin.published_at)});
    return true;
  }

  // A file of pictures never changes.
  void show_pictures_of(const std::filesystem::path& database) {
    if (std::exchange(shown_, database) != database) pictures_.show_content(database);
  }

  // A front without the rest is none.
  void give_up_front() {
    if (whole_ || !state_.content) return;
    state_ = kiosk::initial_state(state_.settings, state_.now);
    load_settings();
  }

  void load_content() {
    const auto database = active_database(data_);
    auto stored = database ? database::load(*database) : tl::unexpected(database.error());
    if (!stored) {
      if (stored.error().code != Errc::not_found) spdlog::error("{}", stored.error().message);
      const bool still_coming = stored.error().code == Errc::not_found;
      give_up_front();
      apply(kiosk::ContentUnavailable{still_coming ? "" : stored.error().message});
      return;
    }
    spdlog::info("showing generation {}: {} guides", stored->origin.generation,
                 stored->content.guides.size());
    show_pictures_of(*database);
    speaker_.read_by(
        [database = *database](const std::string& file) { return database::load_recording(database, file); });
    search_is_old_ = true;
    whole_ = true;
    generation_ = stored->origin.generation;
    const auto published_at = parse_instant(stored->origin.published_at);
    if (published_at) clock_.raise(*published_at);
    tick();
    apply(kiosk::ContentArrived{std::move(stored->content), published_at});
    life_.content_changed(machine::running_time());
    keep_safe_words();
    remark_on_phone_pages(state_, data_ / "kiosk.json");
  }

  // The operator asked: nobody is interrupted.
  void take_news() {
    if (machine::take_restart_order(data_)) {
      spdlog::info("the operator asked for a restart");
      restart_asked_ = true;
    }
    kiosk::MachineSettings settings = state_.machine;
    if (use_remote_settings(data_, strings_.languages(), settings))
      apply(kiosk::StaffReport(kiosk::SettingsRead{std::move(settings)}));
    load_content();
  }

  void prepare_search() {
    if (!search_is_old_) return;
    search_is_old_ = false;
    const auto path = active_database(data_);
    const auto prepared = path ? search_.prepare(*state_.content, *path) : tl::unexpected(path.error());
    if (!prepared) spdlog::error("search: {}", prepared.error().message);
    trim_heap();  // what reading content took on the way
  }

  void carry_out(const kiosk::Search& asked) {
    prepare_search();
    auto results = search_.answer(asked);
    if (!results) spdlog::error("search: {}", results.error().message);
    apply(results ? *std::move(results) : kiosk::SearchResults{asked.composed, {}});
  }

  void apply(const kiosk::Action& action) {
    const bool visited = kiosk::is_visited(state_);
    kiosk::Step step = kiosk::update(std::move(state_), action);
    state_ = std::move(step.state);
    const bool ended = visited && !kiosk::is_visited(state_);
    kiosk::View view = kiosk::view_of(state_, strings_);
    view_changed_ = view_changed_ || view != view_;
    if (view.body.index() != view_.body.index()) window_.page_turned();
    // The page's title is the window's too, for whoever looks after the machine from afar.
    if (view.chrome.header.title != view_.chrome.header.title || title_.empty())
      window_.set_title(title_ = "Cổng Làng – " + view.chrome.header.title);
    view_ = std::move(view);
    speaker_.want(view_.speech);
    window_.turn(rotation_of(state_.machine.rotation));
    brightness_.set(view_.brightness);
    for (const kiosk::Effect& effect : step.effects) carry_out(effect);
    if (ended) usage_.end_visit();
  }

  void hear() {
    for (const kiosk::Action& action : speaker_.events()) apply(action);
  }

  // A loudspeaker that was plugged in while nothing sounded is not told of by anybody.
  void look_for_sound() {
    looked_for_sound_ = machine::running_time();
    speaker_.look_for_device();
    hear();
  }

  kiosk::Action back() const {
    return view_.staff ? kiosk::Action(view_.staff->back.does) : kiosk::Action(kiosk::Back{});
  }

  void press(screens::Key key) {
    if (view_.idle) return apply(kiosk::Touched{});  // the first key answers the question, whichever it is
    apply(key == screens::Key::back ? back() : kiosk::Action(kiosk::Touched{}));
    focus_.press(key);
    draw_until_calm();
  }

  // Who goes by keypad may not see the ring: it is named.
  void name_control() {
    if (focus_.name() == named_) return;
    named_ = focus_.name();
    if (!named_.empty()) apply(kiosk::NameControl{named_});
  }

  void keep_safe_words() const {
    const kiosk::Words words(strings_.in(""));
    const auto kept = machine::keep_safe_words(
        data_,
        {words(kiosk::Key::safe_title), words(kiosk::Key::safe_text), kiosk::whom_to_ask(state_, words)});
    if (!kept) spdlog::warn("{}", kept.error().message);
  }

  void carry_out(const kiosk::Effect& effect) {
    if (const auto* of_staff = std::get_if<kiosk::StaffEffect>(&effect)) {
      if (auto report = desk_.carry_out(*of_staff)) apply(*report);
    } else if (const auto* asked = std::get_if<kiosk::Search>(&effect)) {
      carry_out(*asked);
    } else if (auto entry = entry_of(effect)) {
      usage_.count(std::move(*entry));
    } else if (const auto* sought = std::get_if<kiosk::CountSearch>(&effect)) {
      usage_.search_failed(
          fmt::format("{}", fmt::join(sought->words, " ")), sought->day,
          [&](std::string_view word) { return !search_.known({std::string(word)}).empty(); });
    }
  }

  // After the picture: a slow card delays nobody's touch.
  void write_usage_down() {
    const std::string before = usage_.trouble();
    usage_.write_down(kiosk::today(state_));
    if (!usage_.trouble().empty() && usage_.trouble() != before)
      spdlog::error("usage is not counted: {}", usage_.trouble());
  }

  // ImGui spreads one touch over several frames, and a touch that changes the page wants the new page at
  // once.
  void draw_until_calm() {
    do {
      view_changed_ = false;
      std::optional<kiosk::Action> touched;
      const bool shown = window_.frame([&] {
        touched = screens::draw_screen(view_, theme(), motion_, nullptr, &focus_);
        brightness_.darken_frame();
      });
      if (shown) life_.presented(machine::running_time());
      if (ImGui::GetIO().MouseDown[0]) focus_.hide();
      if (touched) apply(*touched);
      if (!touched) name_control();
    } while (view_changed_ || window_.input_waits() || !focus_.is_settled());
    part_with_pictures();
  }

  // The screen at rest shows the largest ones: a visit has no use for them, nor rest for those of a visit.
  void part_with_pictures() {
    const bool rests = std::holds_alternative<kiosk::AttractView>(view_.body);
    if (std::exchange(rests_, rests) != rests) pictures_.forget_unseen();
  }

  screens::Theme theme() {
    screens::Theme theme = screens::make_theme(fonts_, shapes_, static_cast<float>(window_.width()),
                                               static_cast<float>(window_.height()), inches_, view_.chrome);
    theme.pictures = &pictures_.shown();
    return theme;
  }

  std::filesystem::path data_;
  std::string version_;
  std::optional<raster::Rotation> rotation_;  ///< that the command line asks for
  machine::BelievedClock clock_;
  KioskConfig config_;
  double inches_;  ///< of the panel
  kiosk::Strings strings_;
  Window window_;
  screens::Fonts fonts_;
  Life& life_;
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
  machine::RunningTime looked_for_sound_{};
  StaffDesk desk_;
  usage::Usage usage_;
  std::int64_t generation_ = 0;
  std::filesystem::path shown_;  ///< whose pictures are shown
  Brightness brightness_;
  machine::NightRestart night_;
  bool restart_ = false;
  bool restart_asked_ = false;  ///< once nobody stands before the screen
  bool view_changed_ = false;
  bool whole_ = false;  ///< all of some content was loaded
  bool rests_ = false;  ///< as last drawn
};

Result<Ending> run_screen(const KioskOptions& options, const KioskConfig& config, Window window,
                          FileDescriptor quit, Life& life) {
  TRY(const std::filesystem::path assets, picture::find_assets());
  std::vector<std::string> remarks;
  TRY(kiosk::Strings strings, picture::load_strings(assets, &remarks));
  for (const std::string& remark : remarks) spdlog::warn("{}", remark);
  TRY(const screens::Fonts fonts, picture::load_fonts(assets));
  Kiosk screen(options, config, std::move(strings), std::move(window), fonts, life);
  // After the screen, so that they end before it: they post to its queue.
  TRY(const auto content, watch_content(options.data, Window::announce_content));
  const WatchThread signals(std::move(quit), [](int descriptor) {
    take_quit_signal(descriptor);
    Window::request_quit();
  });
  return screen.run();
}

Result<Ending> run_safe_page(const KioskOptions& options, Window& window, FileDescriptor quit, Life& life) {
  const WatchThread signals(std::move(quit), [](int descriptor) {
    take_quit_signal(descriptor);
    Window::request_quit();
  });
  const double inches = inches_of(options, read_config(options.data).value_or(KioskConfig{}));
  TRY(const bool told, show_safe_page(options.data, inches, window, life));
  if (told) return Ending::told;
  TRY_VOID(machine::try_again_after_safe_page(options.data));
  return Ending::restart;
}

Result<Ending> run_once(const KioskOptions& options, FileDescriptor quit, Life& life) {
  const bool safe = life.begin() == machine::Start::safe_page;
  TRY_VOID(forbid_internet_sockets());
  const auto config = read_config(options.data);
  if (!safe && !config) return tl::unexpected<Error>(config.error());
  const KioskConfig known = config.value_or(KioskConfig{});
  WindowOptions window_options = options.window;
  window_options.drawing = options.drawing.value_or(known.drawing);
  window_options.rotation = options.rotation.value_or(known.rotation);
  TRY(Window window, Window::open(window_options));
  window.on_display_loss([&life] { life.end(); });
  if (safe) return run_safe_page(options, window, std::move(quit), life);
  return run_screen(options, *config, std::move(window), std::move(quit), life);
}

}  // namespace

Result<Ending> run_kiosk(const KioskOptions& options) {
  keep_heap_small();
  TRY(FileDescriptor quit, catch_quit_signals());
  Life life(options.data);
  auto ended = run_once(options, std::move(quit), life);
  // An end that can name its reason is no crash. After the safe page the count is already set.
  if (!ended || *ended == Ending::told || !life.is_safe()) life.end();
  return ended;
}

}  // namespace conglang::platform
