#include "sync/repository/sign.h"

#include <catch2/catch_test_macros.hpp>

#include "sync/repository/pending.h"
#include "tests/unit/sync/repository/people.h"

using namespace conglang;
using namespace conglang::repository;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

constexpr const char* kHouse = "communes/09784/place/thuong-thap.json";

std::string house_now(const Scene& scene) {
  const auto found = scene.read().targets_found();
  return read_file(scene.tree.blob(kHouse, found.at(kHouse).file.hashes.sha256), 1000).value();
}

}  // namespace

TEST_CASE("one of two persons cannot publish, both can", "[repository][security]") {
  const TwoPersonScene scene;
  scene.put(kHouse, "nhà mới");
  const auto first = publish(scene.tree, scene.an.keys, scene.bundle(), kMade);
  REQUIRE(first);
  REQUIRE(first->waiting.size() == 1);
  CHECK(first->waiting[0].signers == 1);
  CHECK(first->waiting[0].threshold == 2);
  CHECK(house_now(scene) == "nhà văn hóa");

  const auto second = sign_waiting(scene.tree, scene.binh.keys, "commune-09784", kMade);
  REQUIRE(second);
  CHECK(second->signers == 2);
  CHECK(second->files.changed == std::vector<std::string>{kHouse});
  CHECK_FALSE(second->timestamp);  // the online keys are elsewhere
  CHECK(house_now(scene) == "nhà văn hóa");

  const auto done = publish_waiting(scene.tree, scene.keys, kMade);
  REQUIRE(done);
  REQUIRE(done->size() == 1);
  CHECK(done->front().timestamp);
  CHECK(house_now(scene) == "nhà mới");
  CHECK_FALSE(fs::exists(pending_path(scene.tree, "commune-09784")));
}

TEST_CASE("attack: one person signing twice stays one person", "[repository][security]") {
  const TwoPersonScene scene;
  scene.put(kHouse, "nhà mới");
  REQUIRE(publish(scene.tree, scene.an.keys, scene.bundle(), kMade));
  const auto again = sign_waiting(scene.tree, scene.an.keys, "commune-09784", kMade);
  REQUIRE(again);
  CHECK(again->signers == 1);
  const auto done = publish_waiting(scene.tree, scene.keys, kMade);
  REQUIRE(done);
  CHECK_FALSE(done->front().timestamp);
  CHECK(house_now(scene) == "nhà văn hóa");
}

TEST_CASE("attack: a change altered while it waits is not what the first person signed",
          "[repository][security]") {
  const TwoPersonScene scene;
  scene.put(kHouse, "nhà mới");
  REQUIRE(publish(scene.tree, scene.an.keys, scene.bundle(), kMade));
  const fs::path waiting = pending_path(scene.tree, "commune-09784");
  std::string bytes = read_file(waiting, 100000).value();
  const std::size_t digit = bytes.find("\"length\":") + 9;
  bytes[digit] = bytes[digit] == '9' ? '8' : '9';
  REQUIRE(write_file_atomically(waiting, bytes));
  const auto second = sign_waiting(scene.tree, scene.binh.keys, "commune-09784", kMade);
  REQUIRE_FALSE(second);
  CHECK(second.error().code == Errc::bad_hash);  // the blob is not as long as the altered file says
  CHECK(waiting_changes(scene.tree, scene.binh.keys)->front().signers == 0);
}

TEST_CASE("attack: nobody signs a file that is not in the tree", "[repository][security]") {
  const TwoPersonScene scene;
  scene.put(kHouse, "nhà mới");
  REQUIRE(publish(scene.tree, scene.an.keys, scene.bundle(), kMade));
  fs::remove(scene.tree.blob(kHouse, tuf::sha256_hex("nhà mới")));
  CHECK_FALSE(sign_waiting(scene.tree, scene.binh.keys, "commune-09784", kMade));
}

TEST_CASE("a second change waits its turn, and nothing is lost", "[repository]") {
  const TwoPersonScene scene;
  scene.put(kHouse, "nhà mới");
  REQUIRE(publish(scene.tree, scene.an.keys, scene.bundle(), kMade));
  const std::string waiting = read_file(pending_path(scene.tree, "commune-09784"), 100000).value();
  scene.put(kHouse, "nhà khác");
  const auto other = publish(scene.tree, scene.binh.keys, scene.bundle(), kMade);
  REQUIRE_FALSE(other);
  CHECK(other.error().code == Errc::conflict);
  CHECK(read_file(pending_path(scene.tree, "commune-09784"), 100000).value() == waiting);
  REQUIRE(drop_waiting(scene.tree, "commune-09784"));
  CHECK(publish(scene.tree, scene.binh.keys, scene.bundle(), kMade));
}

TEST_CASE("a change made before another was published is a conflict and stays", "[repository]") {
  const TwoPersonScene scene;
  scene.put(kHouse, "nhà mới");
  REQUIRE(publish(scene.tree, scene.an.keys, scene.bundle(), kMade));
  const fs::path waiting = pending_path(scene.tree, "commune-09784");
  const std::string old = read_file(waiting, 100000).value();
  REQUIRE(sign_waiting(scene.tree, scene.chi.keys, "commune-09784", kMade));
  REQUIRE(publish_waiting(scene.tree, scene.keys, kMade)->front().timestamp);
  REQUIRE(write_file_atomically(waiting, old));
  const auto late = sign_waiting(scene.tree, scene.binh.keys, "commune-09784", kMade);
  REQUIRE_FALSE(late);
  CHECK(late.error().code == Errc::conflict);
  CHECK(read_file(waiting, 100000).value() == old);
}
