#include "sync/repository/delegate.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/sync/repository/people.h"

using namespace conglang;
using namespace conglang::repository;
using namespace conglang::testing;

TEST_CASE("a second commune joins with keys that stay with it", "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const Person clerk(scene, "thu", "commune-00004");
  const auto joined = delegate(scene.tree, scene.keys, {"00004", {clerk.half()}, 1}, kMade);
  REQUIRE(joined);
  CHECK(joined->is_new);
  CHECK(joined->timestamp);
  const tuf::TrustedSet set = scene.read();
  CHECK(set.listed("commune-00004") == nullptr);  // it has published nothing yet
  CHECK(set.targets_found().size() == 3);
  const auto& roles = set.targets()->delegations->roles;
  REQUIRE(roles.size() == 4);
  CHECK(roles.front().name == "emergency");
  CHECK(roles.back().name == "communes");
}

TEST_CASE("attack: another commune's keys do not sign for this one", "[repository][security]") {
  const TwoPersonScene scene;
  const Person stranger(scene, "la", "commune-09784");
  scene.put("communes/09784/place/thuong-thap.json", "nhà giả");
  REQUIRE_FALSE(publish(scene.tree, stranger.keys, scene.bundle(), kMade));
  CHECK(scene.read().targets_found().size() == 3);
}

TEST_CASE("keys that have not signed what is published do not replace those that have", "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const Person an(scene, "an", "commune-09784");
  const auto replaced = delegate(scene.tree, scene.keys, {"09784", {an.half()}, 1}, kMade);
  REQUIRE_FALSE(replaced);
  CHECK(replaced.error().code == Errc::bad_signature);
  CHECK(replaced.error().message.find("conglang sign --again") != std::string::npos);
  CHECK(scene.read().timestamp()->version == 2);
}

TEST_CASE("a lost key is replaced although it signs no more: the new key's file takes its place",
          "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  std::filesystem::remove(scene.keys.key_path("commune-09784"));
  const Person an(scene, "an", "commune-09784");
  REQUIRE(sign_again(scene.tree, an.keys, "commune-09784", kMade));
  const auto replaced = delegate(scene.tree, scene.keys, {"09784", {an.half()}, 1}, kMade);
  REQUIRE(replaced);
  CHECK(replaced->timestamp);
  const tuf::TrustedSet set = scene.read();
  CHECK(set.targets_found().size() == 3);
  CHECK(set.listed("commune-09784")->version == 3);
}

TEST_CASE("a threshold that the keys cannot reach is refused", "[repository]") {
  const Scene scene;
  const Person an(scene, "an", "commune-09784");
  const auto same_twice = delegate(scene.tree, scene.keys, {"09784", {an.half(), an.half()}, 2}, kMade);
  REQUIRE_FALSE(same_twice);
  CHECK(same_twice.error().code == Errc::bad_usage);
  CHECK(delegate(scene.tree, scene.keys, {"09784", {an.half()}, 0}, kMade).error().code == Errc::bad_usage);
  CHECK(delegate(scene.tree, scene.keys, {"9784", {an.half()}, 1}, kMade).error().code == Errc::bad_usage);
  CHECK(scene.read().timestamp()->version == 1);
}
