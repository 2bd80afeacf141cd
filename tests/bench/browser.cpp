// The kiosk beside Chromium in kiosk mode with an equivalent page (equivalent_page.html), both with the full
// catalogue loaded, on the same X server, one after the other in turns: start, touches, memory, rest.

#include <signal.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "content/base/file.h"
#include "content/database/guide_database.h"
#include "content/guide/bundle.h"
#include "tests/folders.h"
#include "tests/support/display.h"
#include "tests/support/process_tree.h"
#include "tests/support/screen_watch.h"

namespace {

using namespace conglang;
using namespace conglang::testing;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::seconds;

struct Point {
  int x;
  int y;
};

constexpr int kRounds = 3;
constexpr int kTouches = 20;
constexpr seconds kRest{5};
constexpr WatchedPart kHeading{64, 190, 640, 90};   // of the home page, in both
constexpr WatchedPart kBegin{240, 920, 1000, 110};  // the kiosk's button at rest
constexpr Point kBeginPoint{512, 974};

template <typename T>
T value_or_exit(Result<T> result) {
  if (result) return *std::move(result);
  fmt::print(stderr, "{}\n", result.error().message);
  std::exit(1);
}

void must(const Result<void>& result) {
  if (result) return;
  fmt::print(stderr, "{}\n", result.error().message);
  std::exit(1);
}

struct Rival {
  std::string name;
  Arguments command;
  Point row;   // leads to another page
  Point home;  // and back
  bool rests;  // begins with the page of nobody there
  std::vector<double> start_ms, touch_ms, cpu_ms, pss_mib, wakes;
};

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values.empty() ? 0 : values[values.size() / 2];
}

double since(Clock::time_point start, Clock::time_point end) {
  return std::chrono::duration<double, std::milli>(end - start).count();
}

// Dark letters on a light page.
bool has_words(const ScreenWatch::Pixels& pixels) {
  const auto dark = std::ranges::count_if(pixels, [](unsigned char one) { return one < 90; });
  const auto light = std::ranges::count_if(pixels, [](unsigned char one) { return one > 200; });
  return dark > 1000 && light * 2 > static_cast<std::ptrdiff_t>(pixels.size());
}

// Light letters on a dark button.
bool has_button(const ScreenWatch::Pixels& pixels) {
  const auto dark = std::ranges::count_if(pixels, [](unsigned char one) { return one < 120; });
  const auto light = std::ranges::count_if(pixels, [](unsigned char one) { return one > 200; });
  return light > 1000 && dark * 2 > static_cast<std::ptrdiff_t>(pixels.size());
}

void touch(Rival& rival, ScreenWatch& watch, Point point) {
  const ScreenWatch::Pixels before = watch.look();
  const auto released = watch.tap(point.x, point.y);
  rival.touch_ms.push_back(since(released, watch.wait_for([&](const auto& now) { return now != before; })));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
}

void measure(Rival& rival, const Display& display, const fs::path& log) {
  ScreenWatch watch(display.name(), kHeading);
  ScreenWatch first(display.name(), rival.rests ? kBegin : kHeading);
  const auto begin = Clock::now();
  Process process(rival.command, log);
  rival.start_ms.push_back(since(begin, first.wait_for(rival.rests ? has_button : has_words)));
  std::this_thread::sleep_for(seconds(3));
  if (rival.rests) watch.tap(kBeginPoint.x, kBeginPoint.y);
  std::this_thread::sleep_for(seconds(1));

  const TreeCost before = cost_of_tree(process.pid());
  for (int i = 0; i < kTouches / 2; ++i) {
    touch(rival, watch, rival.row);
    touch(rival, watch, rival.home);
  }
  const TreeCost after = cost_of_tree(process.pid());
  rival.cpu_ms.push_back((after.cpu_ms - before.cpu_ms) / kTouches);
  rival.pss_mib.push_back(after.pss_mib);

  std::this_thread::sleep_for(seconds(2));
  const TreeCost resting = cost_of_tree(process.pid());
  std::this_thread::sleep_for(kRest);
  const TreeCost rested = cost_of_tree(process.pid());
  rival.wakes.push_back(static_cast<double>(rested.wake_ups - resting.wake_ups) / kRest.count());
  process.stop(SIGTERM);
  watch.wait_for([](const auto& pixels) { return !has_words(pixels); });
}

// The folder that a kiosk of the starter content shows.
void make_data(const fs::path& data) {
  const std::string folder = CONGLANG_SOURCE_DIR "/content/starter/";
  guide::Files files;
  for (const std::string& path : value_or_exit(list_files(folder))) {
    files[path] = value_or_exit(read_file(folder + path, 4'000'000));
  }
  const auto assembled = value_or_exit(guide::assemble(files, "09784"));
  must(make_folders(data));
  must(database::build(data / "guides-1.db", assembled.content, {"09784", 1, ""}, assembled.media));
  must(write_file_atomically(data / "current", "guides-1.db\n"));
  must(write_file_atomically(data / "kiosk.json", R"({"place":"thuong-thap","diagonalInches":21.5})"));
  // At night the screen is darker, and is waited for in vain.
  must(write_file_atomically(data / "settings.json", R"({"nightBrightness":100})"));
}

fs::path make_page(const fs::path& folder) {
  const fs::path bench = fs::path(CONGLANG_SOURCE_DIR) / "tests/bench";
  const std::string fonts = fs::canonical(CONGLANG_BIN_DIR "/../share/conglang");
  std::string page = value_or_exit(read_file(bench / "equivalent_page.html", 1UL << 20U));
  for (std::size_t at; (at = page.find("FONTS/")) != std::string::npos;) {
    page.replace(at, 5, "file://" + fonts);
  }
  const std::string catalogue = value_or_exit(
      read_file(fs::path(CONGLANG_SOURCE_DIR) / "content/starter/national/catalogue.json", 4'000'000));
  must(write_file_atomically(folder / "catalogue.js", "const catalogue = " + catalogue));
  must(write_file_atomically(folder / "page.html", page));
  return folder / "page.html";
}

// MiB of the files that programs need on the disk: themselves, their libraries, and `folders`.
double disk_mib(const std::vector<std::string>& binaries, const std::vector<std::string>& folders) {
  std::string line = "{ true";
  for (const std::string& binary : binaries)
    line += "; ldd " + binary + " | grep -o '/[^ ]*'; echo " + binary;
  for (const std::string& folder : folders) line += "; find " + folder + " -type f";
  line +=
      "; } | xargs -d '\\n' realpath | sort -u | xargs -d '\\n' stat -c %s | awk '{ sum += $1 } END { print "
      "sum / 1048576 }'";
  return std::strtod(run_shell(line).output.c_str(), nullptr);
}

// Where espeak-ng has its voices, as it says.
std::string voice_data() {
  std::string folder = run_shell("espeak-ng --version | sed -n 's/.*Data at: //p'").output;
  while (!folder.empty() && folder.back() == '\n') folder.pop_back();
  if (folder.empty()) throw std::runtime_error("espeak-ng does not say where its data is; install it");
  return folder;
}

void print(const char* what, double ours, double theirs, const char* target) {
  fmt::print("{:<44} kiosk {:9.2f}   Chromium {:9.2f}   ratio 1/{:<7.1f} (target {})\n", what, ours, theirs,
             theirs / std::max(ours, 1e-9), target);
}

int compare() {
  const TemporaryFolder folder;
  make_data(folder / "data");
  const fs::path page = make_page(folder.path());
  const Display display(1920, 1080);
  ::setenv("DISPLAY", display.name().c_str(), 1);
  const std::string kiosk = fs::canonical(CONGLANG_BIN_DIR "/conglang-kiosk");
  const std::string chromium = "/usr/lib/chromium/chromium";
  Rival ours{"kiosk",     {kiosk, "--data", (folder / "data").string(), "--fullscreen"},
             {1600, 444}, {413, 1004},
             true,        {},
             {},          {},
             {},          {}};
  Rival theirs{"Chromium",
               {chromium, "--kiosk", "--no-sandbox", "--no-first-run", "--no-default-browser-check",
                "--password-store=basic", "--window-position=0,0", "--window-size=1920,1080",
                "--user-data-dir=" + (folder / "profile").string(), "file://" + page.string()},
               {1600, 444},
               {340, 1004},
               false,
               {},
               {},
               {},
               {},
               {}};
  for (int round = 0; round < kRounds; ++round) {
    measure(ours, display, folder / "kiosk.log");
    measure(theirs, display, folder / "chromium.log");
  }
  print("exec to first content, ms", median(ours.start_ms), median(theirs.start_ms), "1/8");
  print("touch release to new page, median ms", median(ours.touch_ms), median(theirs.touch_ms), "1/2");
  print("CPU a touch, ms", median(ours.cpu_ms), median(theirs.cpu_ms), "1/4");
  print("PSS with the full catalogue, MiB", median(ours.pss_mib), median(theirs.pss_mib), "1/12");
  print("wake-ups at rest, a second", median(ours.wakes), median(theirs.wakes), "<= 1 a second");
  const std::string assets = fs::canonical(CONGLANG_BIN_DIR "/../share/conglang");
  // As they are installed, with the voice, which the screen starts as a program of its own.
  const std::string copy = folder / "kiosk-stripped";
  const std::string recording = folder / "recording-stripped";
  run_shell("strip -o " + copy + " " + kiosk);
  run_shell("strip -o " + recording + " " CONGLANG_BIN_DIR "/conglang-recording");
  print("disk, with libraries, assets and voice, MiB",
        disk_mib({copy, recording, "/usr/bin/espeak-ng"}, {assets, voice_data()}),
        disk_mib({chromium}, {"/usr/lib/chromium", "/usr/share/chromium"}), "1/8");
  return 0;
}

}  // namespace

int main() {
  try {
    return compare();
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
