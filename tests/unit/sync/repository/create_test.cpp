#include "sync/repository/create.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/unit/sync/repository/scene.h"

using namespace conglang;
using namespace conglang::repository;
using namespace conglang::testing;
namespace fs = std::filesystem;

TEST_CASE("a new repository is one that a client accepts", "[repository]") {
  const Scene scene;
  const tuf::TrustedSet set = scene.read();
  CHECK(set.root().consistent_snapshot);
  CHECK(set.root().expires == kMade + std::chrono::days{730});
  CHECK(set.timestamp()->expires == kMade + std::chrono::days{14});
  CHECK(set.snapshot()->expires == kMade + std::chrono::days{30});
  CHECK(set.targets()->expires == kMade + std::chrono::days{365});
  const auto& roles = set.targets()->delegations->roles;
  REQUIRE(roles.size() == 3);
  CHECK(roles[0].name == "emergency");
  CHECK(roles[0].paths == std::vector<std::string>{"emergency/screen.json"});
  CHECK(roles[2].name == "communes");
  const auto& role = roles[1];
  CHECK(role.name == "commune-09784");
  CHECK(role.paths == std::vector<std::string>{"communes/09784/*", "communes/09784/*/*"});
  CHECK(role.terminating);
  CHECK(read_file(scene.tree.metadata("1.root.json"), 10000) == scene.root());
}

TEST_CASE("each role has a key of its own, encrypted and for its owner alone", "[repository][security]") {
  const Scene scene;
  std::vector<std::string> values;
  for (const char* role : {"root", "targets", "snapshot", "timestamp", "commune-09784"}) {
    const fs::path path = scene.keys.key_path(role);
    CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(read_file(path, 10000)->starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
    values.push_back(scene.keys.load(role)->front().public_key().value());
  }
  std::sort(values.begin(), values.end());
  CHECK(std::adjacent_find(values.begin(), values.end()) == values.end());
  CHECK(KeyFolder(scene.keys.path(), "khác").load("root").error().code == Errc::forbidden);
}

TEST_CASE("nothing is ever overwritten", "[repository]") {
  const Scene scene;
  const auto before = scene.files();
  const KeyFolder other_keys(scene.folder / "other-keys", "x");
  CHECK(create_repository(scene.tree, other_keys, "09784", kMade).error().code == Errc::conflict);
  CHECK_FALSE(fs::exists(other_keys.path()));
  const Tree other_tree(scene.folder / "other-repo");
  CHECK(create_repository(other_tree, scene.keys, "09784", kMade).error().code == Errc::conflict);
  CHECK_FALSE(fs::exists(other_tree.path()));
  CHECK(scene.keys.create("root").error().code == Errc::conflict);
  CHECK(scene.files() == before);
}

TEST_CASE("a commune's code has five digits", "[repository]") {
  const TemporaryFolder folder;
  const char* code = GENERATE("", "9784", "097845", "0978a", "../..", "*");
  const auto made = create_repository(Tree(folder / "r"), KeyFolder(folder / "k", "x"), code, kMade);
  REQUIRE_FALSE(made);
  CHECK(made.error().code == Errc::bad_usage);
  CHECK(fs::is_empty(folder.path()));
}
