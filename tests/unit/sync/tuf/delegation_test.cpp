#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "sync/tuf/delegation.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/path_pattern.h"
#include "tests/support/simulated_client.h"

using namespace conglang;
using namespace conglang::tuf;
using conglang::testing::kSimulatorNow;
using conglang::testing::RepositorySimulator;
using conglang::testing::SimulatedClient;

namespace {

constexpr const char* kPath = "communes/09784/guides/x.json";
constexpr const char* kPattern = "communes/09784/*/*";

// The role that vouches for kPath, "" when none does, the error's name otherwise.
std::string found_in(const RepositorySimulator& repository) {
  SimulatedClient client(repository);
  auto set = client.update();
  REQUIRE(set);
  const auto search = client.find(*set, kPath);
  if (!search) return "error " + search.error().message;
  const auto* found = std::get_if<TargetFound>(&*search);
  return found == nullptr ? "" : found->role;
}

}  // namespace

TEST_CASE("a commune's role vouches for the paths delegated to it", "[tuf]") {
  RepositorySimulator repository;
  repository.delegate("targets", "commune-09784", {"communes/09784/*", kPattern}, true);
  repository.set_target("commune-09784", kPath, "x");
  repository.set_target("commune-09784", "communes/09784/a.json", "a");
  repository.publish();
  CHECK(found_in(repository) == "commune-09784");

  SimulatedClient client(repository);
  auto set = client.update();
  REQUIRE(set);
  CHECK(set->targets_found().empty());
  REQUIRE(client.find(*set, kPath));
  CHECK(set->targets_found().size() == 2);
  CHECK(set->delegated("commune-09784", "targets")->targets.size() == 2);
  CHECK(set->delegated("commune-09784", "root") == nullptr);
}

TEST_CASE("the search is pre-order and depth first", "[tuf]") {
  RepositorySimulator repository;
  repository.delegate("targets", "a", {kPattern});
  repository.delegate("a", "a-below", {kPattern});
  repository.delegate("targets", "b", {kPattern});
  repository.set_target("b", kPath, "b");
  repository.publish();
  CHECK(found_in(repository) == "b");
  repository.set_target("a-below", kPath, "below");
  repository.publish();
  CHECK(found_in(repository) == "a-below");
  repository.set_target("a", kPath, "a");
  repository.publish();
  CHECK(found_in(repository) == "a");
  repository.set_target("targets", kPath, "top");
  repository.publish();
  CHECK(found_in(repository) == "targets");
}

TEST_CASE("a terminating delegation that covers the path ends the search", "[tuf]") {
  RepositorySimulator repository;
  const bool covers = GENERATE(true, false);
  repository.delegate("targets", "a", {covers ? kPattern : "communes/1/*"}, true);
  repository.delegate("targets", "b", {kPattern});
  repository.set_target("b", kPath, "b");
  repository.publish();
  CHECK(found_in(repository) == (covers ? "" : "b"));
}

TEST_CASE("a terminating delegation below another ends the search above too", "[tuf]") {
  RepositorySimulator repository;
  repository.delegate("targets", "a", {kPattern});
  repository.delegate("a", "a-below", {kPattern}, true);
  repository.delegate("targets", "b", {kPattern});
  repository.set_target("b", kPath, "b");
  repository.publish();
  CHECK(found_in(repository).empty());
}

TEST_CASE("attack: a role that speaks about a path outside its delegation is not heard", "[tuf][security]") {
  RepositorySimulator repository;
  repository.delegate("targets", "thief", {"communes/00001/*/*"});
  repository.set_target("thief", kPath, "forged");
  repository.set_target("thief", "national/links.json", "forged");
  repository.set_target("thief", "communes/00001/guides/own.json", "own");
  repository.publish();
  CHECK(found_in(repository).empty());
  SimulatedClient client(repository);
  auto set = client.update();
  REQUIRE(set);
  REQUIRE(client.find(*set, "communes/00001/guides/own.json"));
  CHECK(set->targets_found().size() == 1);
}

TEST_CASE("attack: every delegation on the way must cover the path", "[tuf][security]") {
  RepositorySimulator repository;
  repository.delegate("targets", "a", {"communes/00001/*/*"});
  repository.delegate("a", "below", {kPattern});  // more than a has to give
  repository.set_target("below", kPath, "forged");
  repository.publish();
  CHECK(found_in(repository).empty());
}

TEST_CASE("attack: a delegated role not signed by the keys its delegator names", "[tuf][security]") {
  RepositorySimulator repository;
  repository.delegate("targets", "commune", {kPattern});
  repository.delegate("targets", "other", {"communes/00001/*/*"});
  repository.set_target("commune", kPath, "x");
  std::swap(repository.signers.at("commune"), repository.signers.at("other"));
  repository.publish();
  CHECK(found_in(repository).starts_with("error commune.json: 0 of its keys signed it"));
}

TEST_CASE("attack: a role taken for one delegator is not trusted for another", "[tuf][security]") {
  RepositorySimulator repository;
  repository.delegate("targets", "a", {kPattern});
  repository.delegate("targets", "b", {kPattern});
  repository.delegate("a", "shared", {"communes/09784/place/*"});
  repository.delegate("b", "shared", {kPattern});
  // b trusts "shared" by a key that did not sign it.
  auto& of_b = *repository.roles.at("b").delegations;
  const PublicKey& other = repository.signers.at("a").front().public_key();
  of_b.keys.emplace(other.id(), other);
  of_b.roles.front().keys.key_ids = {other.id()};
  repository.set_target("shared", "communes/09784/place/p.json", "p");
  repository.set_target("shared", kPath, "x");
  repository.publish();
  SimulatedClient client(repository);
  auto set = client.update();
  REQUIRE(set);
  REQUIRE(client.find(*set, "communes/09784/place/p.json"));
  REQUIRE(set->delegated("shared", "a") != nullptr);
  const auto search = client.find(*set, kPath);
  REQUIRE_FALSE(search);
  CHECK(search.error().code == Errc::bad_signature);
}

TEST_CASE("attack: two delegators are given two files for one role", "[tuf][security]") {
  RepositorySimulator repository;
  repository.delegate("targets", "a", {kPattern});
  repository.delegate("targets", "b", {kPattern});
  repository.delegate("a", "shared", {kPattern});
  repository.delegate("b", "shared", {kPattern});
  repository.publish();
  SimulatedClient client(repository);
  auto set = client.update();
  REQUIRE(set);
  for (const char* role : {"a", "b"}) {
    REQUIRE(set->update_delegated_targets(role, "targets", repository.role_file(role), kSimulatorNow));
  }
  REQUIRE(set->update_delegated_targets("shared", "a", repository.role_file("shared"), kSimulatorNow));
  CHECK(set->update_delegated_targets("shared", "b", repository.role_file("shared"), kSimulatorNow));
  repository.set_target("shared", kPath, "x");
  repository.publish_role("shared");
  const auto second =
      set->update_delegated_targets("shared", "b", repository.role_file("shared"), kSimulatorNow);
  REQUIRE_FALSE(second);
  CHECK(second.error().code == Errc::invalid);
}

TEST_CASE("attack: a role that nobody delegated, or that the snapshot does not list", "[tuf][security]") {
  RepositorySimulator repository;
  repository.delegate("targets", "commune", {kPattern});
  repository.publish();
  SimulatedClient client(repository);
  auto set = client.update();
  REQUIRE(set);
  const std::string& file = repository.role_file("commune");
  CHECK(set->update_delegated_targets("stranger", "targets", file, kSimulatorNow).error().code ==
        Errc::not_found);
  CHECK(set->update_delegated_targets("commune", "nobody", file, kSimulatorNow).error().code ==
        Errc::conflict);

  RepositorySimulator unlisted;
  unlisted.delegate("targets", "commune", {kPattern});
  unlisted.publish();
  unlisted.snapshot.meta.erase("commune.json");
  ++unlisted.snapshot.version;
  unlisted.publish_snapshot();
  ++unlisted.timestamp.version;
  unlisted.publish_timestamp();
  auto without = SimulatedClient(unlisted).update();
  REQUIRE(without);
  const auto result =
      without->update_delegated_targets("commune", "targets", unlisted.role_file("commune"), kSimulatorNow);
  REQUIRE_FALSE(result);
  CHECK(result.error().message == "commune.json: the snapshot does not list it");
}

TEST_CASE("attack: an expired or old delegated role", "[tuf][security]") {
  RepositorySimulator repository;
  repository.delegate("targets", "commune", {kPattern});
  repository.publish();
  const std::string old = repository.role_file("commune");
  SECTION("past its date") {
    repository.roles.at("commune").expires = kSimulatorNow;
    repository.publish();
    CHECK(found_in(repository).find("commune.json: expired") != std::string::npos);
  }
  SECTION("an older version under the new one's name") {
    repository.publish();
    repository.role_file("commune") = old;
    CHECK(found_in(repository).find("commune.json: is version 1, but version 2") != std::string::npos);
  }
}

TEST_CASE("attack: delegations that go in a circle end", "[tuf][security]") {
  RepositorySimulator repository;
  repository.delegate("targets", "a", {kPattern});
  repository.delegate("a", "b", {kPattern});
  repository.delegate("b", "a", {kPattern});
  repository.publish();
  CHECK(found_in(repository).empty());
}

TEST_CASE("attack: an endless chain of delegations ends at the limit", "[tuf][security]") {
  RepositorySimulator repository;
  std::string parent = "targets";
  const int length = GENERATE(kMaxDelegations, kMaxDelegations + 1);
  for (int i = 1; i <= length; ++i) {
    const std::string name = "role" + std::to_string(i);
    repository.delegate(parent, name, {kPattern});
    parent = name;
  }
  repository.set_target(parent, kPath, "deep");
  repository.publish();
  CHECK(found_in(repository) == (length == kMaxDelegations ? parent : ""));
}

TEST_CASE("attack: a role named like a path stays a name", "[tuf][security]") {
  RepositorySimulator repository;
  repository.delegate("targets", "../../timestamp", {kPattern});
  repository.set_target("../../timestamp", kPath, "x");
  repository.publish();
  CHECK(repository.files.contains("metadata/1...%2F..%2Ftimestamp.json"));
  CHECK(found_in(repository) == "../../timestamp");
}

namespace {

Delegations bins(int bit_length) {
  Delegations delegations;
  delegations.succinct = SuccinctRoles{{{"key"}, 1}, bit_length, "bin"};
  return delegations;
}

std::string bin_for(int bit_length, std::string_view path) {
  return roles_for(bins(bit_length), path).at(0).name;
}

}  // namespace

TEST_CASE("the first bits of a path's digest choose its bin", "[tuf]") {
  // SHA-256 of "x" begins 2d711642: 0010 1101 0111 0001 ...
  CHECK(bin_for(1, "x") == "bin-0");
  CHECK(bin_for(3, "x") == "bin-1");
  CHECK(bin_for(4, "x") == "bin-2");
  CHECK(bin_for(8, "x") == "bin-2d");
  CHECK(bin_for(9, "x") == "bin-05a");
  CHECK(bin_for(32, "x") == "bin-2d711642");
}

TEST_CASE("a bin covers exactly the paths that choose it", "[tuf]") {
  const int bit_length = GENERATE(1, 2, 3, 4, 5, 9);
  for (const DelegatedRole& bin : first_roles(bins(bit_length), 64)) {
    for (const std::string path : {"a", "b", "c", "d", "e", "x", "communes/09784/guides/x.json"}) {
      CAPTURE(bin.name, path);
      CHECK(covers(bin, path) == (bin_for(bit_length, path) == bin.name));
    }
  }
}

TEST_CASE("attack: a name that is not exactly a bin's is none", "[tuf][security]") {
  const Delegations delegations = bins(9);
  CHECK(role_named(delegations, "bin-05a"));
  CHECK(role_named(delegations, "bin-1ff"));
  for (const char* name : {"bin-200", "bin-5a", "bin-0005a", "bin-05A", "bin-", "bin", "other-05a",
                           "bin-05a ", "bin--5a", "bin-+5a", "", "bin-fffffffffffffffffffff"}) {
    CAPTURE(name);
    CHECK_FALSE(role_named(delegations, name));
  }
}

TEST_CASE("a repository of bins is searched in one bin alone", "[tuf]") {
  RepositorySimulator repository;
  const std::string bin = bin_for(2, kPath);
  repository.delegate("targets", bin, {"*"});
  Delegations& delegations = *repository.roles.at("targets").delegations;
  delegations.succinct = SuccinctRoles{delegations.roles.front().keys, 2, "bin"};
  delegations.roles.clear();
  repository.set_target(bin, kPath, "x");
  repository.publish();
  CHECK(found_in(repository) == bin);
  // Its files may lie in any of the four, but only the one that the path chooses is heard.
  repository.roles.at(bin).targets.clear();
  repository.publish();
  CHECK(found_in(repository).empty());
}

TEST_CASE("four billion bins cost no more than those asked for", "[tuf]") {
  CHECK(first_roles(bins(32), 33).size() == 33);
  CHECK(first_roles(bins(2), 33).size() == 4);
  CHECK(first_roles(bins(2), 33).back().name == "bin-3");
}
