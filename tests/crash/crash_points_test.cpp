// Whatever is cut off at whatever call: a kiosk shows the old content or the new, a repository is one that
// clients accept, and the next run finishes.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "content/base/file.h"
#include "content/database/guide_database.h"
#include "tests/e2e/village.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

constexpr const char* kBefore = "Tên trước";
constexpr const char* kAfter = "Tên sau";
constexpr int kKilled = 128 + 9;
constexpr long kPointsTried = 3;  // of each mode, in the short form
constexpr const char* kModes[] = {"kill", "discard", "enospc", "eio", "eintr"};

struct Crash {
  std::string mode;
  long at = 0;
  fs::path under;
};

// `command` on the machine that breaks.
Finished run_crashing(const Crash& crash, const Arguments& command) {
  Arguments words{"env",
                  "LD_PRELOAD=" + program("conglang_crash_shim.so"),
                  "ASAN_OPTIONS=verify_asan_link_order=0",
                  "CONGLANG_CRASH_MODE=" + crash.mode,
                  "CONGLANG_CRASH_AT=" + std::to_string(crash.at),
                  "CONGLANG_CRASH_UNDER=" + crash.under.string()};
  words.insert(words.end(), command.begin(), command.end());
  return run(words);
}

bool all_points() {
  const char* wanted = std::getenv("CONGLANG_CRASH_POINTS");
  return wanted != nullptr && std::string(wanted) == "all";
}

void copy_anew(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  fs::copy(from, to, fs::copy_options::recursive);
}

// The title that a kiosk with this data folder shows; the test fails when it shows nothing.
std::string shown_title(const fs::path& data) {
  std::string name = read_file(data / "current", 256).value_or("");
  REQUIRE_FALSE(name.empty());
  name.pop_back();
  const auto stored = database::load(data / name);
  if (!stored) FAIL(stored.error().message);
  for (const guide::Guide& guide : stored->content.guides) {
    if (guide.id == "khai-sinh") return std::string(guide.title.in("vi"));
  }
  return "";
}

// The number of the first call that a run does not reach, by doubling and halving.
template <typename Reaches>
long calls_of(const Reaches& reaches) {
  long beyond = 1;
  while (reaches(beyond)) beyond *= 2;
  long below = beyond / 2;
  while (beyond - below > 1) {
    const long middle = below + (beyond - below) / 2;
    (reaches(middle) ? below : beyond) = middle;
  }
  return beyond;
}

// A village whose repository is about to change, with a data folder that holds what it was before.
class Scene {
 public:
  Scene() {
    village.kill_server();
    rename_guide(kBefore);
    village.publish();
    REQUIRE(import_into(village.data()).status == 0);
    fs::copy(village.repository(), old_tree(), fs::copy_options::recursive);
    rename_guide(kAfter);
  }

  void rename_guide(const std::string& title) {
    village.edit("national/guides/khai-sinh.json",
                 [&](nlohmann::json& guide) { guide["title"]["vi"] = title; });
  }
  Arguments import_words(const fs::path& data) const {
    return {program("conglang-sync"), "--data", data, "import", village.repository()};
  }
  Finished import_into(const fs::path& data) const { return run(import_words(data)); }
  fs::path old_tree() const { return folder / "old-tree"; }

  Village village;
  TemporaryFolder folder;
};

// Calls `check` for each mode and point of the sweep, or for some points spread evenly, other ones in each
// mode.
template <typename Check>
void sweep(long calls, const Check& check) {
  const long step = all_points() ? 1 : std::max(1L, calls / kPointsTried);
  long first = 1;
  for (const std::string mode : kModes) {
    for (long at = first; at < calls; at += step) check(mode, at);
    first = 1 + (first + step / 5) % step;
  }
}

}  // namespace

TEST_CASE("a client cut off at any call shows the old content or the new, and finishes the next time",
          "[crash]") {
  Scene scene;
  scene.village.publish();
  const fs::path data = scene.folder / "data";
  const auto run_to = [&](const std::string& mode, long at) {
    copy_anew(scene.village.data(), data);
    return run_crashing({mode, at, data}, scene.import_words(data));
  };
  const long calls = calls_of([&](long at) { return run_to("kill", at).status == kKilled; });
  REQUIRE(calls > 20);
  sweep(calls, [&](const std::string& mode, long at) {
    const Finished cut = run_to(mode, at);
    CAPTURE(mode, at, calls, cut.output);
    CHECK((mode == "kill" || mode == "discard") == (cut.status == kKilled));
    if (mode == "eintr") CHECK(cut.status == 0);
    const std::string title = shown_title(data);
    CHECK((title == kBefore || title == kAfter));
    if (cut.status == 0) CHECK(title == kAfter);
    const Finished again = scene.import_into(data);
    INFO(again.output);
    CHECK(again.status == 0);
    CHECK(shown_title(data) == kAfter);
  });
}

TEST_CASE(
    "a publisher cut off at any call leaves a repository that clients accept, and finishes the next time",
    "[crash]") {
  Scene scene;
  const fs::path tree = scene.village.repository();
  const fs::path data = scene.folder / "data";
  const Arguments publish = scene.village.publish_words();
  const auto run_to = [&](const std::string& mode, long at) {
    copy_anew(scene.old_tree(), tree);
    return run_crashing({mode, at, tree}, publish);
  };
  const long calls = calls_of([&](long at) { return run_to("kill", at).status == kKilled; });
  REQUIRE(calls > 10);
  sweep(calls, [&](const std::string& mode, long at) {
    const Finished cut = run_to(mode, at);
    CAPTURE(mode, at, calls, cut.output);
    CHECK((mode == "kill" || mode == "discard") == (cut.status == kKilled));
    if (mode == "eintr") CHECK(cut.status == 0);
    copy_anew(scene.village.data(), data);
    const Finished followed = scene.import_into(data);
    INFO(followed.output);
    CHECK(followed.status == 0);
    CHECK((shown_title(data) == kBefore || shown_title(data) == kAfter));
    const Finished again = run(publish);
    INFO(again.output);
    CHECK(again.status == 0);
    const Finished finished = scene.import_into(data);
    INFO(finished.output);
    CHECK(finished.status == 0);
    CHECK(shown_title(data) == kAfter);
  });
}
