#include "sync/repository/root_edit.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "sync/repository/refresh.h"
#include "tests/unit/sync/repository/people.h"

using namespace conglang;
using namespace conglang::repository;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

std::string draft_of(const Scene& scene) {
  return draft_root(scene.root(), kMade).value();
}

std::string id_of(const Scene& scene, const std::string& role) {
  return scene.keys.load(role)->front().public_key().id();
}

}  // namespace

TEST_CASE("a root is signed on several machines by passing a file", "[repository]") {
  const Scene scene;
  const Person second(scene, "hai", "root");
  std::string draft = edit_root(draft_of(scene), AddKey{"root", second.half()}).value();
  draft = edit_root(draft, SetThreshold{"root", 2}).value();
  draft = sign_root(draft, scene.keys).value();
  const auto early = publish_root(scene.tree, scene.keys, draft, kMade);
  REQUIRE_FALSE(early);
  CHECK(early.error().code == Errc::bad_signature);
  CHECK(early.error().message.find("conglang root sign") != std::string::npos);

  draft = sign_root(draft, second.keys).value();
  REQUIRE(publish_root(scene.tree, scene.keys, draft, kMade));
  const tuf::TrustedSet set = scene.read();
  CHECK(set.root().version == 2);
  CHECK(set.root().roles.at("root").threshold == 2);
  CHECK(scene.publish());

  // From now on one of them alone changes nothing.
  std::string third = edit_root(draft_root(draft, kMade).value(), SetThreshold{"root", 1}).value();
  third = sign_root(third, scene.keys).value();
  CHECK(publish_root(scene.tree, scene.keys, third, kMade).error().code == Errc::bad_signature);
}

TEST_CASE("an online key is replaced without a moment in which clients refuse the tree", "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const std::string role = GENERATE("timestamp", "snapshot", "targets");
  const auto fresh = scene.keys.create_another(role);
  REQUIRE(fresh);
  std::string draft = edit_root(draft_of(scene), ReplaceKeys{role, fresh->public_key()}).value();
  draft = sign_root(draft, scene.keys).value();
  REQUIRE(publish_root(scene.tree, scene.keys, draft, kMade));
  // A client that has the new root, and one that has not seen it yet.
  CHECK(scene.tree.load(draft, kMade));
  CHECK(scene.tree.load(scene.root(), kMade, {.newest_root = 1}));
  // The old key's file can go.
  fs::remove(scene.keys.key_path(role));
  scene.put("national/links.json", "{\"new\":1}");
  REQUIRE(scene.publish());
  CHECK(scene.read().targets_found().size() == 3);
}

TEST_CASE("a stolen online key is replaced without its file", "[repository][security]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const auto fresh = scene.keys.create_another("timestamp");
  REQUIRE(fresh);
  fs::remove(scene.keys.key_path("timestamp"));
  std::string draft = edit_root(draft_of(scene), ReplaceKeys{"timestamp", fresh->public_key()}).value();
  draft = sign_root(draft, scene.keys).value();
  REQUIRE(publish_root(scene.tree, scene.keys, draft, kMade));
  CHECK(scene.read().targets_found().size() == 3);
  // Interrupted after the root and run again, it only finishes.
  CHECK(publish_root(scene.tree, scene.keys, draft, kMade));
  CHECK(scene.read().root().version == 2);
}

TEST_CASE("a root whose new key is elsewhere is not published", "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const Person other(scene, "khac", "timestamp");
  std::string draft = edit_root(draft_of(scene), ReplaceKeys{"timestamp", other.half()}).value();
  draft = sign_root(draft, scene.keys).value();
  const auto done = publish_root(scene.tree, scene.keys, draft, kMade);
  REQUIRE_FALSE(done);
  CHECK(done.error().code == Errc::bad_signature);
  CHECK(scene.read().root().version == 1);
  CHECK(refresh(scene.tree, scene.keys, kMade + std::chrono::days{1}));
}

TEST_CASE("every edit of a draft throws its signatures away", "[repository][security]") {
  const Scene scene;
  const Person second(scene, "hai", "root");
  const std::string signed_once = sign_root(draft_of(scene), scene.keys).value();
  CHECK(tuf::parse_root(signed_once)->signatures.size() == 1);
  const std::string edited = edit_root(signed_once, AddKey{"root", second.half()}).value();
  CHECK(tuf::parse_root(edited)->signatures.empty());
}

TEST_CASE("edits that make no sense are refused and say why", "[repository]") {
  const Scene scene;
  const std::string draft = draft_of(scene);
  const auto code_of = [&](const auto& change) { return edit_root(draft, change).error().code; };
  CHECK(code_of(RemoveKey{"root", id_of(scene, "root")}) == Errc::bad_usage);  // nobody would be left
  CHECK(code_of(RemoveKey{"root", "abc"}) == Errc::not_found);
  CHECK(code_of(SetThreshold{"root", 2}) == Errc::bad_usage);
  CHECK(code_of(SetThreshold{"commune-09784", 1}) == Errc::not_found);
  CHECK(code_of(AddKey{"root", scene.keys.load("root")->front().public_key()}) == Errc::conflict);
  CHECK(edit_root("{}", SetThreshold{"root", 1}).error().code == Errc::parse);
}

TEST_CASE("attack: a root that skips a version, or was forged, is not published", "[repository][security]") {
  const Scene scene;
  const Scene stranger;
  std::string skipping = draft_root(sign_root(draft_of(scene), scene.keys).value(), kMade).value();
  skipping = sign_root(skipping, scene.keys).value();
  CHECK(publish_root(scene.tree, scene.keys, skipping, kMade).error().code == Errc::rollback);
  const std::string forged = sign_root(draft_of(scene), stranger.keys).value();
  CHECK(publish_root(scene.tree, scene.keys, forged, kMade).error().code == Errc::bad_signature);
  CHECK(scene.read().root().version == 1);
}
