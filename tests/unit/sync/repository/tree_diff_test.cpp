#include "sync/repository/tree_diff.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/sync/repository/people.h"

using namespace conglang;
using namespace conglang::repository;
using namespace conglang::testing;
namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

TEST_CASE("two states of a repository differ in files and in who signs", "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  fs::copy(scene.tree.path(), scene.folder / "before", fs::copy_options::recursive);
  const Tree before(scene.folder / "before");
  scene.put("national/links.json", "{\"new\":1}");
  scene.put("national/more.json", "{}");
  fs::remove(scene.bundle() / "national/guides/khai-sinh.json");
  REQUIRE(scene.publish());
  const Person clerk(scene, "thu", "commune-00004");
  REQUIRE(delegate(scene.tree, scene.keys, {"00004", {clerk.half()}, 1}, kMade));

  const auto difference = compare_trees(before, scene.root(), scene.tree, scene.root());
  REQUIRE(difference);
  CHECK(difference->files.added == Paths{"national/more.json"});
  CHECK(difference->files.changed == Paths{"national/links.json"});
  CHECK(difference->files.removed == Paths{"national/guides/khai-sinh.json"});
  REQUIRE(difference->keys.size() == 1);
  CHECK(difference->keys[0].role == "commune-00004");
  CHECK(difference->keys[0].keys_before.empty());
  CHECK(difference->keys[0].keys_after == Paths{clerk.half().id()});
  CHECK(compare_trees(before, scene.root(), before, scene.root()) == TreeDifference{});
}

TEST_CASE("attack: a tree that was tampered with is not compared", "[repository][security]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const Scene stranger;
  CHECK_FALSE(compare_trees(scene.tree, scene.root(), stranger.tree, scene.root()));
}
