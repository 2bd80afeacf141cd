// What an attacker can serve: between the client and the repository, with the server's disk, or with some
// keys.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/simulated_client.h"

using namespace conglang;
using namespace conglang::tuf;
using conglang::testing::kSimulatorNow;
using conglang::testing::RepositorySimulator;
using conglang::testing::SimulatedClient;
using namespace std::chrono_literals;

namespace {

Error refused(const Result<TrustedSet>& update) {
  REQUIRE_FALSE(update);
  return update.error();
}

bool names(const Error& error, std::string_view file) {
  return error.message.find(file) != std::string::npos;
}

// A digit of the version in "signed" becomes another one: JSON as good as before.
void flip_version(std::string& file) {
  const std::size_t digit = file.rfind("\"version\":") + 10;
  file[digit] = file[digit] == '1' ? '2' : '1';
}

}  // namespace

TEST_CASE("attack: a tampered byte in any role is refused by its file's name", "[tuf][security]") {
  RepositorySimulator repository;
  repository.publish_root();
  SimulatedClient client(repository);
  const std::string name = GENERATE("2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json");
  flip_version(repository.metadata(name));
  const Error error = refused(client.update());
  const std::size_t dot = name.find('.');
  CHECK(names(error, name.starts_with("timestamp") ? name : name.substr(dot + 1)));
  CHECK((error.code == Errc::bad_signature || error.code == Errc::bad_hash));
}

TEST_CASE("attack: a flipped bit in any byte of a signed file changes nothing that is trusted",
          "[tuf][security]") {
  const RepositorySimulator repository;
  const std::string good = repository.metadata("timestamp.json");
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    auto set = TrustedSet::create(repository.metadata("1.root.json"));
    REQUIRE(set);
    // What is accepted must say what was signed: only the letters' case of a signature's hex digits, or the
    // key of an unknown field outside "signed", could differ.
    if (set->update_timestamp(bad, kSimulatorNow) && *set->timestamp() != repository.timestamp)
      FAIL("byte " << i);
  }
}

TEST_CASE("attack: a first root that nobody signed is not trusted", "[tuf][security]") {
  RepositorySimulator repository;
  flip_version(repository.metadata("1.root.json"));
  CHECK(TrustedSet::create(repository.metadata("1.root.json")).error().code == Errc::bad_signature);
  CHECK(TrustedSet::create("").error().code == Errc::parse);
}

TEST_CASE("attack: a root signed by its own keys alone is refused", "[tuf][security]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  repository.signers.at("root").clear();  // not the owner's key
  repository.root.roles.at("root").key_ids.clear();
  repository.add_key("root");
  repository.publish_root();
  CHECK(refused(client.update()).code == Errc::bad_signature);
}

TEST_CASE("attack: a root signed by the keys before it alone is refused", "[tuf][security]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  repository.add_key("root");
  repository.root.roles.at("root").key_ids.erase(repository.root.roles.at("root").key_ids.begin());
  repository.signers.at("root").pop_back();  // the new key does not sign
  repository.publish_root();
  CHECK(refused(client.update()).code == Errc::bad_signature);
}

TEST_CASE("attack: a root that is not exactly the next version is refused", "[tuf][security]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  repository.root.version = GENERATE(0, 2, 8);  // publish_root makes it one more
  repository.publish_root();
  const std::string served = std::to_string(repository.root.version) + ".root.json";
  repository.files["metadata/2.root.json"] = repository.metadata(served);
  const Error error = refused(client.update());
  CHECK(error.code == Errc::rollback);
  CHECK(names(error, "root.json"));
}

TEST_CASE("attack: rollback of the timestamp", "[tuf][security]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  const std::string old = repository.metadata("timestamp.json");
  repository.publish();
  REQUIRE(client.update());
  repository.metadata("timestamp.json") = old;
  CHECK(refused(client.update()).code == Errc::rollback);
}

TEST_CASE("attack: rollback of the snapshot by a new timestamp", "[tuf][security]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  repository.publish();
  REQUIRE(client.update());
  repository.snapshot.version = 1;
  repository.publish_snapshot();
  ++repository.timestamp.version;
  repository.publish_timestamp();
  const Error error = refused(client.update());
  CHECK(error.code == Errc::rollback);
  CHECK(names(error, "names snapshot 1"));
}

TEST_CASE("attack: rollback of targets or of a commune by a new snapshot", "[tuf][security]") {
  RepositorySimulator repository;
  repository.delegate("targets", "commune", {"communes/*"});
  repository.publish();
  repository.publish();
  SimulatedClient client(repository);
  REQUIRE(client.update());
  const std::string role = GENERATE("targets", "commune");
  repository.roles.at(role).version = 0;
  repository.publish();
  const Error error = refused(client.update());
  CHECK(error.code == Errc::rollback);
  CHECK(names(error, role + ".json"));
}

TEST_CASE("attack: a role that vanishes from the snapshot", "[tuf][security]") {
  RepositorySimulator repository;
  repository.delegate("targets", "commune", {"communes/*"});
  repository.publish();
  SimulatedClient client(repository);
  REQUIRE(client.update());
  repository.roles.erase("commune");
  repository.snapshot.meta.erase("commune.json");
  repository.publish();
  const Error error = refused(client.update());
  CHECK(error.code == Errc::rollback);
  CHECK(names(error, "no longer lists commune.json"));
}

TEST_CASE("attack: freeze, with each file past its date", "[tuf][security]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  const std::string name = GENERATE("root", "timestamp", "snapshot", "targets");
  // "MUST be higher than the fixed update start time": equal is expired.
  if (name == "root") repository.root.expires = kSimulatorNow;
  if (name == "timestamp") repository.timestamp.expires = kSimulatorNow;
  if (name == "snapshot") repository.snapshot.expires = kSimulatorNow;
  if (name == "targets") repository.roles.at("targets").expires = kSimulatorNow;
  repository.publish_root();
  repository.publish();
  const Error error = refused(client.update());
  CHECK(error.code == Errc::expired);
  CHECK(names(error, name + ".json"));
  CHECK(client.update(kSimulatorNow - 1s));
}

TEST_CASE("attack: freeze, with the timestamp that the client has already", "[tuf][security]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  REQUIRE(client.update());
  CHECK(refused(client.update(repository.timestamp.expires)).code == Errc::expired);
}

TEST_CASE("an expired timestamp that was stored still protects from an older one", "[tuf][security]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  repository.publish();
  REQUIRE(client.update());
  const Instant later = repository.timestamp.expires + 24h;
  repository.timestamp.version = 0;
  repository.timestamp.expires = later + 24h;
  repository.snapshot.expires = later + 24h;
  repository.publish();
  CHECK(refused(client.update(later)).code == Errc::rollback);
}

TEST_CASE("attack: mix and match of snapshots and targets of different times", "[tuf][security]") {
  RepositorySimulator repository;
  repository.publish();
  SimulatedClient client(repository);
  SECTION("an old snapshot under the new one's name") {
    repository.metadata("2.snapshot.json") = repository.metadata("1.snapshot.json");
    CHECK(refused(client.update()).code == Errc::bad_hash);
  }
  SECTION("the same when the timestamp states no hash") {
    repository.timestamp.snapshot = {2, std::nullopt, {}};
    repository.publish_timestamp();
    repository.metadata("2.snapshot.json") = repository.metadata("1.snapshot.json");
    CHECK(refused(client.update()).code == Errc::invalid);
  }
  SECTION("old targets under the new one's name") {
    repository.metadata("2.targets.json") = repository.metadata("1.targets.json");
    const Error error = refused(client.update());
    CHECK(error.code == Errc::invalid);
    CHECK(names(error, "targets.json: is version 1, but version 2 is the one listed"));
  }
  SECTION("targets that differ from the hash that the snapshot states") {
    repository.snapshot.meta.at("targets.json").hashes.sha256 = sha256_hex("other");
    ++repository.snapshot.version;
    repository.publish_snapshot();
    ++repository.timestamp.version;
    repository.publish_timestamp();
    CHECK(refused(client.update()).code == Errc::bad_hash);
  }
}

TEST_CASE("attack: a role signed with another role's key", "[tuf][security]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  const std::string victim = GENERATE("timestamp", "snapshot", "targets");
  const std::string thief = victim == "timestamp" ? "snapshot" : "timestamp";
  std::swap(repository.signers.at(victim), repository.signers.at(thief));
  repository.publish_role("targets");
  repository.publish_snapshot();
  repository.publish_timestamp();
  CHECK(refused(client.update()).code == Errc::bad_signature);
}

TEST_CASE("attack: a threshold met by one key under two ids", "[tuf][security]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  auto& role = repository.root.roles.at("timestamp");
  repository.root.keys.emplace("alias", repository.root.keys.find(role.key_ids[0])->second);
  role.key_ids.emplace_back("alias");
  role.threshold = 2;
  repository.publish_root();
  std::string& file = repository.metadata("timestamp.json");
  const std::size_t start = file.find("\"sig\":\"") + 7;
  const std::string signature = file.substr(start, 128);
  file.insert(file.find(']'), R"(,{"keyid":"alias","sig":")" + signature + "\"}");
  CHECK(refused(client.update()).code == Errc::bad_signature);
}

TEST_CASE("attack: a key of small order in root signs nothing", "[tuf][security]") {
  RepositorySimulator repository;
  SimulatedClient client(repository);
  const std::string neutral = "01" + std::string(62, '0');
  const auto weak =
      PublicKey::parse({{"keytype", "ed25519"}, {"scheme", "ed25519"}, {"keyval", {{"public", neutral}}}});
  REQUIRE(weak);
  repository.root.keys.emplace(weak->id(), *weak);
  repository.root.roles.at("timestamp").key_ids = {weak->id()};
  repository.publish_root();
  // R the neutral point and S zero fit every message under such a key.
  std::string& file = repository.metadata("timestamp.json");
  file.replace(file.find("\"sig\":\"") + 7, 128, neutral + std::string(64, '0'));
  file.replace(file.find("\"keyid\":\"") + 9, 64, weak->id());
  const Error error = refused(client.update());
  CHECK(error.code == Errc::bad_signature);
  CHECK(names(error, "small order"));
}

TEST_CASE("attack: endless data in place of each file", "[tuf][security]") {
  RepositorySimulator repository;
  repository.publish_root();
  repository.timestamp.snapshot = {1, std::nullopt, {}};
  repository.publish_timestamp();
  SimulatedClient client(repository);
  const std::string name = GENERATE("2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json");
  repository.metadata(name).append(6UL * 1024 * 1024, ' ');  // still JSON, still signed
  CHECK(refused(client.update()).code == Errc::too_large);
}

TEST_CASE("after an error the set is what it was", "[tuf][security]") {
  RepositorySimulator repository;
  repository.publish();
  auto set = TrustedSet::create(repository.metadata("1.root.json"));
  REQUIRE(set);
  REQUIRE(set->update_timestamp(repository.metadata("timestamp.json"), kSimulatorNow));
  CHECK_FALSE(set->update_timestamp("{}", kSimulatorNow));
  CHECK(set->timestamp()->version == 2);
  CHECK_FALSE(set->update_snapshot(repository.metadata("1.snapshot.json"), kSimulatorNow));
  CHECK(set->snapshot() == nullptr);
  REQUIRE(set->update_snapshot(repository.metadata("2.snapshot.json"), kSimulatorNow));
  CHECK_FALSE(set->update_targets(repository.metadata("1.targets.json"), kSimulatorNow));
  CHECK(set->targets() == nullptr);
  CHECK(set->update_targets(repository.metadata("2.targets.json"), kSimulatorNow));
}
