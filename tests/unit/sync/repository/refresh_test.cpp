#include "sync/repository/refresh.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/sync/repository/scene.h"

using namespace conglang;
using namespace conglang::repository;
using namespace conglang::testing;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

TEST_CASE("a fresh repository needs no refreshing", "[repository]") {
  const Scene scene;
  const auto before = scene.files();
  const auto report = refresh(scene.tree, scene.keys, kMade + 1h);
  REQUIRE(report);
  CHECK_FALSE(report->timestamp);
  CHECK_FALSE(report->snapshot);
  CHECK(report->expiring.empty());
  CHECK(scene.files() == before);
}

TEST_CASE("a day later the timestamp is signed again, with its key alone", "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  for (const char* role : {"root", "targets", "commune-09784", "snapshot"})
    fs::remove(scene.keys.key_path(role));
  const Instant later = kMade + 24h;
  const auto report = refresh(scene.tree, scene.keys, later);
  REQUIRE(report);
  CHECK(report->timestamp);
  CHECK_FALSE(report->snapshot);
  const tuf::TrustedSet set = scene.read(later);
  CHECK(set.timestamp()->version == 3);
  CHECK(set.timestamp()->expires == later + std::chrono::days{14});
  CHECK(set.snapshot()->version == 2);
  CHECK(set.targets_found().size() == 3);
}

TEST_CASE("past half of its life the snapshot is signed again", "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const Instant later = kMade + std::chrono::days{16};  // the timestamp has expired by now
  CHECK(scene.tree.load(scene.root(), later).error().code == Errc::expired);
  const auto report = refresh(scene.tree, scene.keys, later);
  REQUIRE(report);
  CHECK(report->snapshot);
  CHECK(scene.read(later).snapshot()->version == 3);
}

TEST_CASE("roles that only people can renew are announced at half of their life", "[repository]") {
  const Scene scene;
  const auto report = refresh(scene.tree, scene.keys, kMade + std::chrono::days{200});
  REQUIRE(report);
  std::vector<std::string> roles;
  for (const Expiring& one : report->expiring) roles.push_back(one.role);
  CHECK(roles == std::vector<std::string>{"targets", "emergency", "commune-09784", "communes"});
}
