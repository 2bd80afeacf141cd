#include "sync/repository/gc.h"

#include <catch2/catch_test_macros.hpp>

#include "sync/repository/verify.h"
#include "tests/unit/sync/repository/people.h"

using namespace conglang;
using namespace conglang::repository;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

constexpr const char* kLinks = "national/links.json";

// Every file as if written a month ago.
void grow_old(const Scene& scene) {
  const auto then = fs::file_time_type::clock::now() - std::chrono::hours{24 * 30};
  for (const auto& entry : fs::recursive_directory_iterator(scene.tree.path())) {
    if (entry.is_regular_file()) fs::last_write_time(entry.path(), then);
  }
}

Instant now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace

TEST_CASE("old versions go, the published one and the one before it stay", "[repository]") {
  const Scene scene;
  for (const char* text : {"{}", "{\"a\":1}", "{\"a\":2}", "{\"a\":3}"}) {
    scene.put(kLinks, text);
    REQUIRE(scene.publish());
  }
  grow_old(scene);
  const auto done = collect_garbage(scene.tree, scene.keys, now(), Collect::remove);
  REQUIRE(done);
  CHECK_FALSE(fs::exists(scene.tree.blob(kLinks, tuf::sha256_hex("{}"))));
  CHECK_FALSE(fs::exists(scene.tree.blob(kLinks, tuf::sha256_hex("{\"a\":1}"))));
  CHECK(fs::exists(scene.tree.blob(kLinks, tuf::sha256_hex("{\"a\":2}"))));
  CHECK(fs::exists(scene.tree.metadata("1.root.json")));
  CHECK_FALSE(fs::exists(scene.tree.metadata("2.snapshot.json")));
  CHECK(fs::exists(scene.tree.metadata("4.snapshot.json")));
  const auto verified = verify_tree(scene.tree, scene.root(), kMade);
  REQUIRE(verified);
  CHECK(verified->bad_targets.empty());
  CHECK(verified->targets == 3);
  CHECK(scene.publish());
}

TEST_CASE("what a slow reader may still be fetching stays", "[repository]") {
  const Scene scene;
  for (const char* text : {"{}", "{\"a\":1}", "{\"a\":2}", "{\"a\":3}"}) {
    scene.put(kLinks, text);
    REQUIRE(scene.publish());
  }
  const auto before = scene.files();
  const auto done = collect_garbage(scene.tree, scene.keys, now(), Collect::remove);
  REQUIRE(done);
  CHECK(done->files.empty());
  CHECK(scene.files() == before);
}

TEST_CASE("a count removes nothing and says the same", "[repository]") {
  const Scene scene;
  for (const char* text : {"{}", "{\"a\":1}", "{\"a\":2}"}) {
    scene.put(kLinks, text);
    REQUIRE(scene.publish());
  }
  grow_old(scene);
  const auto before = scene.files();
  const auto counted = collect_garbage(scene.tree, scene.keys, now(), Collect::count);
  REQUIRE(counted);
  CHECK(scene.files() == before);
  CHECK(counted->files == collect_garbage(scene.tree, scene.keys, now(), Collect::remove)->files);
}

TEST_CASE("files of a change that waits for a signature stay", "[repository]") {
  const TwoPersonScene scene;
  scene.put("communes/09784/place/thuong-thap.json", "nhà mới");
  REQUIRE(publish(scene.tree, scene.an.keys, scene.bundle(), kMade)->waiting.size() == 1);
  grow_old(scene);
  REQUIRE(collect_garbage(scene.tree, scene.keys, now(), Collect::remove));
  CHECK(sign_waiting(scene.tree, scene.binh.keys, "commune-09784", kMade));
}

TEST_CASE("attack: a tree that does not verify loses nothing to gc", "[repository][security]") {
  const Scene scene;
  REQUIRE(scene.publish());
  grow_old(scene);
  REQUIRE(write_file_atomically(scene.tree.metadata("2.snapshot.json"), "{}"));
  const auto before = scene.files();
  CHECK_FALSE(collect_garbage(scene.tree, scene.keys, now(), Collect::remove));
  CHECK(scene.files() == before);
}
