// Whatever is cut off at whatever call: a kiosk shows the old content or the new, whether it came on a stick
// or by HTTP, a repository is one that clients accept, and the next run finishes.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "content/base/file.h"
#include "content/database/guide_database.h"
#include "sync/tuf/digest.h"
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
constexpr long kPointsTried = 2;  // of each mode, unless CONGLANG_CRASH_POINTS says how many, or "all"
constexpr const char* kChangeModes[] = {"kill", "discard", "enospc", "eio", "eintr", "short"};
constexpr const char* kReadModes[] = {"read-eio", "read-eintr"};
constexpr const char* kRenamed[] = {"khai-sinh", "ket-hon", "khai-tu"};
// So many calls fewer than another run may one make: bytes come over a line in pieces of any size.
constexpr long kFewer = 8;

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

// How many calls there are from one point that is tried to the next.
long step_over(long calls) {
  const char* wanted = std::getenv("CONGLANG_CRASH_POINTS");
  if (wanted != nullptr && std::string_view(wanted) == "all") return 1;
  const long points = wanted == nullptr ? kPointsTried : std::max(1L, std::atol(wanted));
  return std::max(1L, calls / points);
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

bool is_kill(const std::string& mode) {
  return mode == "kill" || mode == "discard";
}

// A program copes with these by itself.
bool is_harmless(const std::string& mode) {
  return mode == "eintr" || mode == "short" || mode == "read-eintr";
}

// Whatever has its name in the store is what that name says.
void check_blobs(const fs::path& data) {
  for (const auto& entry : fs::directory_iterator(data / "blobs")) {
    if (entry.path().extension() == ".part") continue;
    INFO(entry.path().string());
    CHECK(tuf::sha256_hex(read_file(entry.path(), 1U << 24U).value_or("")) == entry.path().filename());
  }
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
    rename_guides(kBefore);
    // What makes a run long and shows nothing here.
    village.edit("national/catalogue.json", [](nlohmann::json& catalogue) {
      catalogue["entries"].erase(catalogue["entries"].begin() + 20, catalogue["entries"].end());
    });
    village.publish();
    REQUIRE(import_into(village.data()).status == 0);
    fs::copy(village.repository(), old_tree(), fs::copy_options::recursive);
    rename_guides(kAfter);
  }

  void rename_guides(const std::string& title) {
    for (const std::string guide : kRenamed) {
      village.edit("national/guides/" + guide + ".json",
                   [&](nlohmann::json& json) { json["title"]["vi"] = title; });
    }
  }
  Arguments import_words(const fs::path& data) const {
    return {program("conglang-sync"), "--data", data, "import", village.repository()};
  }
  Arguments fetch_words(const fs::path& data) const {
    return {program("conglang-sync"), "--data", data, "--url", village.url(), "--once"};
  }
  Finished import_into(const fs::path& data) const { return run(import_words(data)); }

  // The command that puts a root with another timestamp key into the repository.
  Arguments new_timestamp_key_words() {
    const fs::path key = folder / "timestamp.pub.json";
    const fs::path draft = folder / "next.root.json";
    const Arguments keys = village.key_words();
    const Arguments repository = village.repository_words();
    expect_done(joined({"keys", "new", "timestamp", "--public", key}, {keys}));
    expect_done(joined({"root", "rotate", "timestamp", "--key", key, "--draft", draft}, {repository}));
    expect_done(joined({"root", "sign", draft}, {keys}));
    return joined({program("conglang"), "root", "publish", draft}, {repository, keys});
  }
  fs::path old_tree() const { return folder / "old-tree"; }

  Village village;
  TemporaryFolder folder;

 private:
  void expect_done(const Arguments& words) {
    const Finished done = village.tool(words);
    INFO(done.output);
    REQUIRE(done.status == 0);
  }
};

// Calls `check` for each mode and point of the sweep, or for some points spread evenly, other ones in each
// mode.
template <typename Modes, typename Check>
void sweep(const Modes& modes, long calls, const Check& check) {
  const long step = step_over(calls);
  long first = 1;
  for (const std::string mode : modes) {
    for (long at = first; at < calls; at += step) check(mode, at);
    first = 1 + (first + step / 5) % step;
  }
}

// `words_for`: the command that brings a data folder up to date.
template <typename Words>
void sweep_client(const Scene& scene, const Words& words_for) {
  const fs::path data = scene.folder / "data";
  const Arguments words = words_for(data);
  const auto run_to = [&](const std::string& mode, long at) {
    copy_anew(scene.village.data(), data);
    return run_crashing({mode, at, data}, words);
  };
  const auto check = [&](const std::string& mode, long at, long calls) {
    const Finished cut = run_to(mode, at);
    CAPTURE(mode, at, calls, cut.output);
    const bool was_shorter = cut.status == 0 && at + kFewer >= calls;
    CHECK((is_kill(mode) == (cut.status == kKilled) || was_shorter));
    if (is_harmless(mode)) CHECK(cut.status == 0);
    const std::string title = shown_title(data);
    CHECK((title == kBefore || title == kAfter));
    if (cut.status == 0) CHECK(title == kAfter);
    check_blobs(data);
    const Finished again = run(words);
    INFO(again.output);
    CHECK(again.status == 0);
    CHECK(shown_title(data) == kAfter);
    check_blobs(data);
  };
  SECTION("at calls that change files") {
    const long changes = calls_of([&](long at) { return run_to("kill", at).status == kKilled; });
    REQUIRE(changes > 20);
    sweep(kChangeModes, changes, [&](const std::string& mode, long at) { check(mode, at, changes); });
  }
  SECTION("at reads") {
    const long reads = calls_of([&](long at) { return run_to("read-kill", at).status == kKilled; });
    REQUIRE(reads > 20);
    sweep(kReadModes, reads, [&](const std::string& mode, long at) { check(mode, at, reads); });
  }
}

// `words`: a command that changes the repository as scene.old_tree() holds it. `shown`: what a kiosk may show
// after it was cut off; the last, when it has finished.
void sweep_publisher(const Scene& scene, const Arguments& words, const std::vector<std::string>& shown) {
  const fs::path tree = scene.village.repository();
  const fs::path data = scene.folder / "data";
  const auto run_to = [&](const std::string& mode, long at) {
    copy_anew(scene.old_tree(), tree);
    return run_crashing({mode, at, tree}, words);
  };
  const auto check = [&](const std::string& mode, long at) {
    const Finished cut = run_to(mode, at);
    CAPTURE(mode, at, cut.output);
    CHECK(is_kill(mode) == (cut.status == kKilled));
    if (is_harmless(mode)) CHECK(cut.status == 0);
    copy_anew(scene.village.data(), data);
    const Finished followed = scene.import_into(data);
    INFO(followed.output);
    CHECK(followed.status == 0);
    CHECK(std::ranges::count(shown, shown_title(data)) == 1);
    if (cut.status == 0) CHECK(shown_title(data) == shown.back());
    const Finished again = run(words);
    INFO(again.output);
    CHECK(again.status == 0);
    const Finished finished = scene.import_into(data);
    INFO(finished.output);
    CHECK(finished.status == 0);
    CHECK(shown_title(data) == shown.back());
  };
  SECTION("at calls that change files") {
    const long changes = calls_of([&](long at) { return run_to("kill", at).status == kKilled; });
    REQUIRE(changes > 10);
    sweep(kChangeModes, changes, check);
  }
  SECTION("at reads") {
    const long reads = calls_of([&](long at) { return run_to("read-kill", at).status == kKilled; });
    REQUIRE(reads > 10);
    sweep(kReadModes, reads, check);
  }
}

}  // namespace

TEST_CASE("a client cut off at any call shows the old content or the new, and finishes the next time",
          "[crash]") {
  Scene scene;
  scene.village.publish();
  sweep_client(scene, [&](const fs::path& data) { return scene.import_words(data); });
}

TEST_CASE(
    "a client cut off at any call of a fetch over HTTP shows the old content or the new, and finishes the "
    "next "
    "time",
    "[crash]") {
  Scene scene;
  scene.village.publish();
  REQUIRE(run(scene.new_timestamp_key_words()).status == 0);  // so there is something to forget, too
  scene.village.start_server();
  sweep_client(scene, [&](const fs::path& data) { return scene.fetch_words(data); });
}

TEST_CASE(
    "a publisher cut off at any call leaves a repository that clients accept, and finishes the next time",
    "[crash]") {
  Scene scene;
  sweep_publisher(scene, scene.village.publish_words(), {kBefore, kAfter});
}

TEST_CASE(
    "a new root cut off at any call leaves a repository that clients accept, and is in place the next time",
    "[crash]") {
  Scene scene;
  scene.village.publish();
  fs::remove_all(scene.old_tree());
  fs::copy(scene.village.repository(), scene.old_tree(), fs::copy_options::recursive);
  const Arguments words = scene.new_timestamp_key_words();
  sweep_publisher(scene, words, {kAfter});
  CHECK(fs::exists(scene.village.repository() / "metadata/2.root.json"));
}
