#include "sync/repository/verify.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/sync/repository/scene.h"

using namespace conglang;
using namespace conglang::repository;
using namespace conglang::testing;
namespace fs = std::filesystem;

TEST_CASE("a repository as it was signed verifies", "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const auto report = verify_tree(scene.tree, scene.root(), kMade);
  REQUIRE(report);
  CHECK(report->targets == 3);
  CHECK(report->bad_targets.empty());
}

TEST_CASE("attack: each blob that was changed or taken away is named", "[repository][security]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const fs::path changed = scene.tree.blob("national/links.json", tuf::sha256_hex("{}"));
  const fs::path taken = scene.tree.blob("national/guides/khai-sinh.json", tuf::sha256_hex("khai sinh"));
  REQUIRE(write_file_atomically(changed, "{]"));
  fs::remove(taken);
  const auto report = verify_tree(scene.tree, scene.root(), kMade);
  REQUIRE(report);
  REQUIRE(report->bad_targets.size() == 2);
  CHECK(report->bad_targets[0].code == Errc::not_found);
  CHECK(report->bad_targets[0].message.find(taken.string()) != std::string::npos);
  CHECK(report->bad_targets[1].code == Errc::bad_hash);
  CHECK(report->bad_targets[1].message.find(changed.string()) != std::string::npos);
}

TEST_CASE("attack: a tampered metadata file is named", "[repository][security]") {
  const Scene scene;
  REQUIRE(scene.publish());
  REQUIRE(write_file_atomically(scene.tree.metadata("2.commune-09784.json"), "{}"));
  const auto report = verify_tree(scene.tree, scene.root(), kMade);
  REQUIRE_FALSE(report);
  CHECK(report.error().message.find("commune-09784.json") != std::string::npos);
}

TEST_CASE("attack: a tree under another root is refused", "[repository][security]") {
  const Scene scene;
  const Scene other;
  CHECK(verify_tree(scene.tree, other.root(), kMade).error().code == Errc::bad_signature);
}
