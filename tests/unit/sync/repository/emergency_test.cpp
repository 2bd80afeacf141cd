#include "sync/repository/emergency.h"

#include <catch2/catch_test_macros.hpp>

#include "sync/repository/province_roles.h"
#include "tests/unit/sync/repository/people.h"

using namespace conglang;
using namespace conglang::repository;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

const std::string kPath(kEmergencyFile);
constexpr const char* kBlank = R"({"mode":"blank"})";

std::string screen_in(const Scene& scene) {
  const auto found = scene.read().targets_found();
  const auto entry = found.find(kPath);
  if (entry == found.end()) return "";
  return read_file(scene.tree.blob(kPath, entry->second.file.hashes.sha256), 1000).value();
}

}  // namespace

TEST_CASE("the emergency role replaces one file and leaves all others", "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  for (const char* role : {"root", "targets", "commune-09784", "communes"})
    fs::remove(scene.keys.key_path(role));
  const auto issued = publish_emergency(scene.tree, scene.keys, kBlank, kMade);
  REQUIRE(issued);
  CHECK(issued->timestamp == 3);
  CHECK(screen_in(scene) == kBlank);
  CHECK(scene.read().targets_found().at(kPath).role == "emergency");
  CHECK(scene.read().targets_found().size() == 4);
}

TEST_CASE("attack: the emergency key signs nothing but its one file", "[repository][security]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const tuf::TrustedSet set = scene.read();
  const auto& roles = set.targets()->delegations->roles;
  CHECK(roles.front().paths == std::vector<std::string>{kPath});
  CHECK(roles.front().terminating);
}

TEST_CASE("an emergency role of two persons waits for the second", "[repository][security]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const Person chief(scene, "truong", "emergency");
  REQUIRE(sign_again(scene.tree, chief.keys, "emergency", kMade));
  REQUIRE(sign_waiting(scene.tree, scene.keys, "emergency", kMade)->timestamp);
  const tuf::PublicKey first = scene.keys.load("emergency")->front().public_key();
  REQUIRE(delegate(scene.tree, scene.keys, {"emergency", {first, chief.half()}, 2}, kMade));
  const auto issued = publish_emergency(scene.tree, scene.keys, kBlank, kMade);
  REQUIRE(issued);
  CHECK(issued->waiting.size() == 1);
  CHECK(screen_in(scene).empty());
  REQUIRE(sign_waiting(scene.tree, chief.keys, "emergency", kMade));
  REQUIRE(publish_waiting(scene.tree, scene.keys, kMade));
  CHECK(screen_in(scene) == kBlank);
}
