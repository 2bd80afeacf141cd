// conglang-kiosk: the screen in the village house.

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <cstdio>

#include "kiosk/machine/set_pin_command.h"
#include "kiosk/platform/kiosk_app.h"

namespace {

using conglang::platform::Drawing;
using conglang::platform::KioskOptions;
using conglang::raster::Rotation;

// "1920x1080"
bool read_size(const std::string& text, KioskOptions& options) {
  int end = 0;
  const int read = std::sscanf(text.c_str(), "%dx%d%n", &options.window.width, &options.window.height, &end);
  return read == 2 && static_cast<std::size_t>(end) == text.size() && options.window.width >= 480 &&
         options.window.height >= 480 && options.window.width <= 8192 && options.window.height <= 8192;
}

// Status of an end that asks to be started again.
constexpr int kRestart = 10;

int report(const conglang::Result<void>& done) {
  if (done) return 0;
  fmt::print(stderr, "conglang-kiosk: {}\n", done.error().message);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  KioskOptions options;
  options.window.title = "Cổng Làng";
  std::string data;
  std::string size = "1920x1080";
  CLI::App app{"The kiosk's screen: shows the guides that conglang-sync activated in a data folder.",
               "conglang-kiosk"};
  app.set_version_flag("--version", std::string("conglang-kiosk ") + CONGLANG_VERSION);
  app.add_option("--data", data, "Data folder: kiosk.json, current, guides-<n>.db")->required();
  app.add_option("--size", size, "Window size in pixels, WIDTHxHEIGHT (480 to 8192)");
  app.add_flag("--fullscreen", options.window.fullscreen, "All of the screen, without border or cursor");
  app.add_option("--lang", options.language, "First language: vi or en");
  app.add_option("--draw", options.drawing,
                 "memory: without a graphics card; gpu: with one (kiosk.json: draw)")
      ->transform(CLI::CheckedTransformer(
          std::map<std::string, Drawing>{{"memory", Drawing::memory}, {"gpu", Drawing::renderer}}));
  app.add_option("--rotate", options.rotation, "Degrees clockwise: 0, 90, 180, 270 (kiosk.json: rotation)")
      ->transform(
          CLI::CheckedTransformer(std::map<std::string, Rotation>{{"0", Rotation::none},
                                                                  {"90", Rotation::quarter},
                                                                  {"180", Rotation::half},
                                                                  {"270", Rotation::three_quarters}}));
  CLI::App* set_pin =
      app.add_subcommand("set-pin", "Set the staff's PIN: from the terminal, or a line of input");
  set_pin->fallthrough();
  CLI11_PARSE(app, argc, argv);

  if (set_pin->parsed()) return report(conglang::machine::set_pin_from_input(data));
  options.data = data;
  options.version = CONGLANG_VERSION;
  options.built = conglang::parse_instant(CONGLANG_BUILT).value_or(conglang::Instant{});
  if (!read_size(size, options)) {
    fmt::print(stderr,
               "conglang-kiosk: --size {}: give WIDTHxHEIGHT, each 480 to 8192, for example 1920x1080\n",
               size);
    return 2;
  }
  const auto ran = conglang::platform::run_kiosk(options);
  if (!ran) return report(tl::unexpected<conglang::Error>(ran.error()));
  return *ran == conglang::platform::Ending::restart ? kRestart : 0;
}
