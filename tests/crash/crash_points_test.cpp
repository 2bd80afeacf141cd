// Whatever is cut off at whatever call: a kiosk shows the old content or the new, whether it came on a stick
// or by HTTP, was turned back or mended, a repository is one that clients accept, and the next run finishes.

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/interfaces/catch_interfaces_capture.hpp>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
constexpr std::uintmax_t kMaxBlobBytes = 1U << 24U;
constexpr long kPointsTried = 2;  // of each mode, unless CONGLANG_CRASH_POINTS says how many, or "all"
constexpr const char* kChangeModes[] = {"kill", "discard", "enospc", "eio", "eintr", "short"};
constexpr const char* kReadModes[] = {"read-eio", "read-eintr"};
constexpr std::string_view kGuides[] = {"khai-sinh.json", "ket-hon.json", "khai-tu.json"};
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
    CHECK(tuf::sha256_hex(read_file(entry.path(), kMaxBlobBytes).value_or("")) == entry.path().filename());
  }
}

// The database of the content before the active one.
fs::path database_beside(const fs::path& data, const std::string& active) {
  for (const auto& file : fs::directory_iterator(data)) {
    if (file.path().extension() == ".db" && file.path().filename() != active) return file.path();
  }
  FAIL("there is no content before the active one");
  return {};
}

fs::path blob_with(const fs::path& data, const std::string& text) {
  for (const auto& blob : fs::directory_iterator(data / "blobs")) {
    if (read_file(blob.path(), kMaxBlobBytes).value_or("").find(text) != std::string::npos)
      return blob.path();
  }
  FAIL("no blob holds " << text);
  return {};
}

// A file whose sectors have rotted: as long as before.
void damage(const fs::path& path) {
  REQUIRE(write_file_atomically(path, std::string(fs::file_size(path), '\xff')));
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

// Takes away what makes a run long and shows nothing here: of each kind of file a few stay.
void make_small(Village& village) {
  const auto keep = [&village](const std::string& folder, const auto& is_kept) {
    for (const auto& file : fs::directory_iterator(village.content() / folder)) {
      if (!is_kept(file.path().filename().string())) fs::remove(file.path());
    }
  };
  const auto is_guide = [](const std::string& name) { return std::ranges::count(kGuides, name) == 1; };
  keep("national/guides", is_guide);
  keep("provinces/01/patches", is_guide);
  keep("communes/09784/patches", is_guide);
  keep("communes/09784/heritage", [](const std::string&) { return false; });
  keep("communes/09784/products", [](const std::string& name) { return name == "gao.json"; });
  keep("communes/09784/pictures", [](const std::string& name) { return name == "gao.png"; });
  keep("communes/09784/notices", [](const std::string& name) { return name == "mua-bao.json"; });
  village.edit("national/synonyms.json",
               [](nlohmann::json& synonyms) { synonyms["synonyms"] = nlohmann::json::array(); });
  village.edit("national/topics.json",
               [](nlohmann::json& topics) { topics["mostAsked"] = nlohmann::json::array({"khai-sinh"}); });
  village.edit("national/catalogue.json", [](nlohmann::json& catalogue) {
    catalogue["entries"].erase(catalogue["entries"].begin() + 20, catalogue["entries"].end());
  });
}

// A village whose repository is about to change, with a data folder that holds what it was before.
class Scene {
 public:
  Scene() {
    village.kill_server();
    make_small(village);
    rename_guides(kBefore);
    village.publish();
    REQUIRE(import_into(village.data()).status == 0);
    fs::copy(village.repository(), old_tree(), fs::copy_options::recursive);
    rename_guides(kAfter);
  }

  void rename_guides(const std::string& title) {
    for (const std::string_view guide : kGuides) {
      village.edit("national/guides/" + std::string(guide),
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

// What was tried, for whoever runs the whole sweep.
void tell(const char* what, long calls) {
  if (step_over(calls) == 1)
    fmt::print("{}: {} {}, each in every mode\n", Catch::getResultCapture().getCurrentTestName(), calls - 1,
               what);
}

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

enum class Done {
  again_and_again,  // the command may be given after it has done its work
  once,
};

// A command that brings a data folder, a copy of village.data(), from one state to another.
struct ClientRun {
  std::function<Arguments(const fs::path& data)> words;
  std::string before = kBefore;  // the titles shown
  std::string after = kAfter;
  std::function<void(const fs::path& data)> check_cut = check_blobs;  // beside the title
  std::function<void(const fs::path& data)> check_finished = check_blobs;
  long least_calls = 20;
  Done done = Done::again_and_again;
};

void sweep_client(const Scene& scene, const ClientRun& client) {
  const fs::path data = scene.folder / "data";
  const Arguments words = client.words(data);
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
    CHECK((title == client.before || title == client.after));
    if (cut.status == 0) CHECK(title == client.after);
    client.check_cut(data);
    if (title == client.after && client.done == Done::once) return;
    const Finished again = run(words);
    INFO(again.output);
    CHECK(again.status == 0);
    CHECK(shown_title(data) == client.after);
    client.check_finished(data);
  };
  SECTION("at calls that change files") {
    const long changes = calls_of([&](long at) { return run_to("kill", at).status == kKilled; });
    REQUIRE(changes > client.least_calls);
    sweep(kChangeModes, changes, [&](const std::string& mode, long at) { check(mode, at, changes); });
    tell("calls that change files", changes);
  }
  SECTION("at reads") {
    const long reads = calls_of([&](long at) { return run_to("read-kill", at).status == kKilled; });
    REQUIRE(reads > client.least_calls);
    sweep(kReadModes, reads, [&](const std::string& mode, long at) { check(mode, at, reads); });
    tell("reads", reads);
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
    tell("calls that change files", changes);
  }
  SECTION("at reads") {
    const long reads = calls_of([&](long at) { return run_to("read-kill", at).status == kKilled; });
    REQUIRE(reads > 10);
    sweep(kReadModes, reads, check);
    tell("reads", reads);
  }
}

}  // namespace

TEST_CASE("a client cut off at any call shows the old content or the new, and finishes the next time",
          "[crash]") {
  Scene scene;
  scene.village.publish();
  sweep_client(scene, {[&](const fs::path& data) { return scene.import_words(data); }});
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
  sweep_client(scene, {[&](const fs::path& data) { return scene.fetch_words(data); }});
}

TEST_CASE("a kiosk that is turned back and cut off at any call shows one content or the other", "[crash]") {
  Scene scene;
  scene.village.publish();
  REQUIRE(scene.import_into(scene.village.data()).status == 0);
  ClientRun back{[](const fs::path& data) {
    return Arguments{program("conglang-sync"), "--data", data, "rollback"};
  }};
  std::swap(back.before, back.after);
  back.least_calls = 5;
  back.done = Done::once;
  sweep_client(scene, back);
}

TEST_CASE(
    "a damaged disk is mended although the client is cut off at any call, and the screen keeps its content",
    "[crash]") {
  Scene scene;
  scene.village.publish();
  const fs::path data = scene.village.data();
  REQUIRE(scene.import_into(data).status == 0);
  std::string active = read_file(data / "current", 256).value();
  active.pop_back();
  const fs::path before = database_beside(data, active);
  damage(before);
  damage(blob_with(data, kAfter));
  ClientRun mend{[&](const fs::path& folder) { return scene.import_words(folder); }, kAfter, kAfter};
  mend.least_calls = 10;
  mend.check_cut = [](const fs::path&) {};  // one is damaged still
  mend.check_finished = [&](const fs::path& folder) {
    check_blobs(folder);
    CHECK(database::load(folder / before.filename()));
  };
  sweep_client(scene, mend);
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
