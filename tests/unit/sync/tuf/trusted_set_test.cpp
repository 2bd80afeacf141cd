#include "sync/tuf/trusted_set.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/simulated_client.h"

using namespace conglang;
using namespace conglang::tuf;
using conglang::testing::kSimulatorNow;
using conglang::testing::RepositorySimulator;
using conglang::testing::SimulatedClient;
using namespace std::chrono_literals;

TEST_CASE("a client follows a repository from its first root", "[tuf]") {
  RepositorySimulator repository;
  repository.set_target("targets", "national/a.json", "một");
  repository.publish();
  SimulatedClient client(repository);
  auto set = client.update();
  REQUIRE(set);
  CHECK(set->timestamp()->version == 2);
  CHECK(set->snapshot()->version == 2);
  CHECK(set->targets()->version == 2);
  const TargetSearch search = set->find_target("national/a.json");
  REQUIRE(std::holds_alternative<TargetFound>(search));
  CHECK(std::get<TargetFound>(search).role == "targets");
  CHECK(check_file("a", "một", std::get<TargetFound>(search).file.length,
                   std::get<TargetFound>(search).file.hashes));
  CHECK(std::holds_alternative<TargetAbsent>(set->find_target("national/b.json")));
}

TEST_CASE("a timestamp of the version that is trusted changes nothing and is no error", "[tuf]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  REQUIRE(client.update());
  const std::string stored = client.stored().at("timestamp.json");
  repository.timestamp.snapshot.version = 100;  // other content, same version: discarded
  repository.publish_timestamp();
  const auto set = client.update();
  REQUIRE(set);
  CHECK(set->timestamp()->snapshot.version == 1);
  CHECK(client.stored().at("timestamp.json") == stored);
}

TEST_CASE("root is followed through every version, each signed by the one before", "[tuf]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  for (int i = 0; i < 3; ++i) {
    repository.replace_keys("root");
    repository.publish_root();
  }
  const auto set = client.update();
  REQUIRE(set);
  CHECK(set->root().version == 4);
  CHECK(client.stored().at("root.json") == repository.metadata("4.root.json"));
}

TEST_CASE("an expired root on the way is passed through", "[tuf]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  const Instant far = repository.root.expires;
  repository.root.expires = kSimulatorNow - 1s;
  repository.publish_root();
  CHECK(client.update().error().code == Errc::expired);
  repository.root.expires = far;
  repository.publish_root();
  CHECK(client.update());
}

TEST_CASE("a root of two keys needs both, before and after", "[tuf]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  repository.add_key("root");
  repository.root.roles.at("root").threshold = 2;
  repository.publish_root();
  REQUIRE(client.update());
  repository.signers.at("root").pop_back();
  repository.publish_root();
  CHECK(client.update().error().code == Errc::bad_signature);
}

TEST_CASE("recovery: after timestamp and snapshot keys were replaced, lower versions are accepted", "[tuf]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  repository.timestamp.version = 99998;
  repository.snapshot.version = 99998;
  repository.roles.at("targets").version = 99998;
  repository.publish();
  REQUIRE(client.update());

  repository.replace_keys("timestamp");
  repository.replace_keys("snapshot");
  repository.publish_root();
  repository.timestamp.version = 1;
  repository.snapshot.version = 1;
  repository.roles.at("targets").version = 1;
  repository.publish();
  const auto set = client.update();
  REQUIRE(set);
  CHECK(set->forget_cached());
  CHECK(set->timestamp()->version == 2);
}

TEST_CASE("recovery: a replaced snapshot key alone forgets the timestamp too", "[tuf]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  repository.publish();
  REQUIRE(client.update());
  repository.replace_keys("snapshot");
  repository.publish_root();
  repository.snapshot.version = 0;
  repository.publish();
  CHECK(client.update());
}

TEST_CASE("a key that is added makes the client forget nothing", "[tuf]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  repository.publish();
  REQUIRE(client.update());
  repository.add_key("timestamp");
  repository.publish_root();
  repository.timestamp.version = 0;
  repository.publish();
  CHECK(client.update().error().code == Errc::rollback);
}

TEST_CASE("stored files that are still current need no download", "[tuf]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  REQUIRE(client.update());
  repository.files.erase("metadata/1.snapshot.json");
  CHECK(client.update());
}

TEST_CASE("stored files that do not verify are as if they were not there", "[tuf]") {
  RepositorySimulator repository;
  auto set = TrustedSet::create(repository.metadata("1.root.json"));
  REQUIRE(set);
  CHECK_FALSE(set->load_cached_timestamp("garbage"));
  REQUIRE(set->update_timestamp(repository.metadata("timestamp.json"), kSimulatorNow) == Change::adopted);
  CHECK_FALSE(set->load_cached_snapshot("garbage"));
  CHECK(set->update_snapshot(repository.metadata("1.snapshot.json"), kSimulatorNow));
}

TEST_CASE("files are taken only in the order of the workflow", "[tuf]") {
  const RepositorySimulator repository;
  auto set = TrustedSet::create(repository.metadata("1.root.json"));
  REQUIRE(set);
  CHECK(set->update_snapshot(repository.metadata("1.snapshot.json"), kSimulatorNow).error().code ==
        Errc::conflict);
  CHECK(set->load_cached_snapshot(repository.metadata("1.snapshot.json")).error().code == Errc::conflict);
  CHECK(set->update_targets(repository.metadata("1.targets.json"), kSimulatorNow).error().code ==
        Errc::conflict);
  REQUIRE(set->update_timestamp(repository.metadata("timestamp.json"), kSimulatorNow));
  CHECK(set->update_root(repository.metadata("1.root.json")).error().code == Errc::conflict);
  CHECK(set->load_cached_timestamp(repository.metadata("timestamp.json")).error().code == Errc::conflict);
  CHECK(set->update_targets(repository.metadata("1.targets.json"), kSimulatorNow).error().code ==
        Errc::conflict);
  REQUIRE(set->update_snapshot(repository.metadata("1.snapshot.json"), kSimulatorNow));
  CHECK(set->update_timestamp(repository.metadata("timestamp.json"), kSimulatorNow).error().code ==
        Errc::conflict);
  REQUIRE(set->update_targets(repository.metadata("1.targets.json"), kSimulatorNow));
  CHECK(set->update_snapshot(repository.metadata("1.snapshot.json"), kSimulatorNow).error().code ==
        Errc::conflict);
}
