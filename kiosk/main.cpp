// conglang-kiosk: the screen in the village house.

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <cstdio>

#include "kiosk/platform/kiosk_app.h"

namespace {

using conglang::platform::KioskOptions;

// "1920x1080"
bool read_size(const std::string& text, KioskOptions& options) {
  int end = 0;
  const int read = std::sscanf(text.c_str(), "%dx%d%n", &options.window.width, &options.window.height, &end);
  return read == 2 && static_cast<std::size_t>(end) == text.size() && options.window.width >= 480 &&
         options.window.height >= 480 && options.window.width <= 8192 && options.window.height <= 8192;
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
  CLI11_PARSE(app, argc, argv);

  options.data = data;
  if (!read_size(size, options)) {
    fmt::print(stderr,
               "conglang-kiosk: --size {}: give WIDTHxHEIGHT, each 480 to 8192, for example 1920x1080\n",
               size);
    return 2;
  }
  if (const auto ran = conglang::platform::run_kiosk(options); !ran) {
    fmt::print(stderr, "conglang-kiosk: {}\n", ran.error().message);
    return 1;
  }
  return 0;
}
