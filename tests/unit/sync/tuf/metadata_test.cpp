#include "sync/tuf/metadata.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <functional>
#include <nlohmann/json.hpp>

#include "tests/support/repository_simulator.h"

using namespace conglang;
using namespace conglang::tuf;
using conglang::testing::RepositorySimulator;
using nlohmann::json;

namespace {

json served(const RepositorySimulator& repository, const char* name) {
  return json::parse(repository.metadata(name));
}

// The error's message for a file in which one thing was changed.
template <typename Parser>
std::string refusal(json file, Parser parse, const std::function<void(json&)>& change) {
  change(file.at("signed"));
  const auto parsed = parse(file.dump());
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().code == Errc::parse);
  return parsed.error().message;
}

}  // namespace

TEST_CASE("what was written is what is read", "[tuf]") {
  RepositorySimulator repository;
  repository.delegate("targets", "commune-09784", {"communes/09784/*"}, true).path_hash_prefixes.clear();
  repository.set_target("targets", "national/a.json", "a");
  repository.roles.at("targets").targets.at("national/a.json").custom = R"({"k":["é\n",1]})";
  repository.publish();
  CHECK(parse_root(repository.metadata("1.root.json"))->content == repository.root);
  CHECK(parse_targets(repository.metadata("2.targets.json"))->content == repository.roles.at("targets"));
  CHECK(parse_snapshot(repository.metadata("2.snapshot.json"))->content == repository.snapshot);
  CHECK(parse_timestamp(repository.metadata("timestamp.json"))->content == repository.timestamp);
}

TEST_CASE("unknown fields are kept under the signature and otherwise ignored", "[tuf]") {
  const RepositorySimulator repository;
  json file = served(repository, "timestamp.json");
  file["signed"]["x-later"] = {{"a", 1}};
  const auto parsed = parse_timestamp(file.dump(2));
  REQUIRE(parsed);
  CHECK(parsed->content == repository.timestamp);
  CHECK(parsed->signed_bytes.find(R"("x-later":{"a":1})") != std::string::npos);
}

TEST_CASE("attack: JSON of the wrong shape is an error that names the field", "[tuf][security]") {
  const RepositorySimulator repository;
  const json root = served(repository, "1.root.json");
  const auto without = [](const char* name) { return [name](json& fields) { fields.erase(name); }; };
  CHECK(refusal(root, parse_root, without("version")) == "root.signed.version is missing");
  CHECK(refusal(root, parse_root, without("keys")) == "root.signed.keys is missing");
  CHECK(refusal(root, parse_root, [](json& f) { f["roles"].erase("snapshot"); }) ==
        "root.signed.roles.snapshot is missing");
  CHECK(refusal(root, parse_root, [](json& f) { f["roles"] = json::array(); }) ==
        "root.signed.roles is not an object");
  CHECK(refusal(root, parse_root, [](json& f) { f["consistent_snapshot"] = 1; }) ==
        "root.signed.consistent_snapshot is neither true nor false");
  CHECK(refusal(root, parse_root, [](json& f) { f["expires"] = "2027-02-30T00:00:00Z"; }) ==
        "root.signed.expires is not a time YYYY-MM-DDTHH:MM:SSZ");
  CHECK(refusal(root, parse_root, [](json& f) { f["spec_version"] = "2.0.0"; }).find("spec_version") !=
        std::string::npos);
  const json timestamp = served(repository, "timestamp.json");
  CHECK(refusal(timestamp, parse_timestamp, [](json& f) { f["meta"] = json::object(); }) ==
        "timestamp.signed.meta.snapshot.json is missing");
  CHECK(refusal(timestamp, parse_timestamp, [](json& f) { f["meta"]["snapshot.json"]["length"] = -1; }) ==
        "timestamp.signed.meta.snapshot.json.length is less than 0");
}

TEST_CASE("attack: what is not even an envelope is an error", "[tuf][security]") {
  const char* text = GENERATE("", "null", "[]", "{}", R"({"signed":{}})", R"({"signatures":[],"signed":[]})",
                              R"({"signatures":{},"signed":{}})", R"({"signatures":[1],"signed":{}})",
                              R"({"signatures":[{"keyid":"a"}],"signed":{}})");
  CHECK(parse_root(text).error().code == Errc::parse);
  CHECK(parse_targets(text).error().code == Errc::parse);
}

TEST_CASE("attack: one kind of file is not read as another", "[tuf][security]") {
  const RepositorySimulator repository;
  CHECK(parse_timestamp(repository.metadata("1.snapshot.json")).error().code == Errc::parse);
  CHECK(parse_targets(repository.metadata("1.snapshot.json")).error().code == Errc::parse);
}

TEST_CASE("attack: a version that is no positive 64-bit integer is refused", "[tuf][security]") {
  const RepositorySimulator repository;
  const json version =
      GENERATE(json(0), json(-1), json("1"), json(true), json(9223372036854775808ULL), json(nullptr));
  const json file = served(repository, "timestamp.json");
  CHECK(refusal(file, parse_timestamp, [&](json& f) { f["version"] = version; }).find("version") !=
        std::string::npos);
}

TEST_CASE("attack: a threshold of zero or less is refused", "[tuf][security]") {
  const RepositorySimulator repository;
  const int threshold = GENERATE(0, -1);
  const json file = served(repository, "1.root.json");
  CHECK(refusal(file, parse_root, [&](json& f) {
          f["roles"]["root"]["threshold"] = threshold;
        }).find("threshold is less than 1") != std::string::npos);
}

TEST_CASE("attack: a role that names one key twice is refused", "[tuf][security]") {
  const RepositorySimulator repository;
  const json file = served(repository, "1.root.json");
  CHECK(refusal(file, parse_root, [](json& f) {
          auto& ids = f["roles"]["timestamp"]["keyids"];
          ids.push_back(ids[0]);
        }).find("keyids has one key twice") != std::string::npos);
}

TEST_CASE("attack: two signatures under one id are refused", "[tuf][security]") {
  const RepositorySimulator repository;
  json file = served(repository, "timestamp.json");
  file["signatures"].push_back(file["signatures"][0]);
  CHECK(parse_timestamp(file.dump()).error().message == "timestamp.signatures has two by one key");
}

TEST_CASE("attack: a hash that would leave the folder is refused", "[tuf][security]") {
  RepositorySimulator repository;
  repository.set_target("targets", "a", "a");
  repository.publish();
  const json hash = GENERATE(json("../../../etc/passwd"), json(std::string(64, 'A')),
                             json(std::string(63, 'a')), json(std::string(65, 'a')), json(7), json(""));
  const json file = served(repository, "2.targets.json");
  CHECK(refusal(file, parse_targets, [&](json& f) {
          f["targets"]["a"]["hashes"]["sha256"] = hash;
        }).find("sha256") != std::string::npos);
  CHECK(refusal(file, parse_targets, [](json& f) {
          f["targets"]["a"]["hashes"] = {{"md5", "00"}};
        }).find("neither sha256 nor sha512") != std::string::npos);
}

TEST_CASE("attack: a delegation may not take a top-level role's name, nor two one name", "[tuf][security]") {
  RepositorySimulator repository;
  repository.delegate("targets", "a", {"a/*"});
  repository.publish();
  const json file = served(repository, "2.targets.json");
  const char* name = GENERATE("root", "targets", "snapshot", "timestamp", "");
  CHECK_FALSE(
      refusal(file, parse_targets, [&](json& f) { f["delegations"]["roles"][0]["name"] = name; }).empty());
  CHECK(refusal(file, parse_targets, [](json& f) {
          auto& roles = f["delegations"]["roles"];
          roles.push_back(roles[0]);
        }).find("the role a twice") != std::string::npos);
}

TEST_CASE("attack: a delegation by both paths and hash prefixes, or by neither, is refused",
          "[tuf][security]") {
  RepositorySimulator repository;
  repository.delegate("targets", "a", {"a/*"});
  repository.publish();
  const json file = served(repository, "2.targets.json");
  CHECK_FALSE(refusal(file, parse_targets, [](json& f) {
                f["delegations"]["roles"][0]["path_hash_prefixes"] = {"00"};
              }).empty());
  CHECK_FALSE(
      refusal(file, parse_targets, [](json& f) { f["delegations"]["roles"][0].erase("paths"); }).empty());
}

TEST_CASE("bins are read, and attack: bins beside listed roles or of a wrong size are refused",
          "[tuf][security]") {
  RepositorySimulator repository;
  repository.delegate("targets", "a", {"a/*"});
  repository.publish();
  json file = served(repository, "2.targets.json");
  json& delegations = file["signed"]["delegations"];
  const json both = {{"keyids", delegations["roles"][0]["keyids"]},
                     {"threshold", 1},
                     {"bit_length", 8},
                     {"name_prefix", "bin"}};
  CHECK_FALSE(
      refusal(file, parse_targets, [&](json& f) { f["delegations"]["succinct_roles"] = both; }).empty());
  delegations.erase("roles");
  delegations["succinct_roles"] = both;
  const auto read = parse_targets(file.dump());
  REQUIRE(read);
  CHECK(read->content.delegations->succinct->bit_length == 8);
  CHECK(read->content.delegations->roles.empty());
  for (const json& bits : {json(0), json(33), json(-1), json("8"), json(8.5), json()}) {
    CHECK_FALSE(refusal(file, parse_targets, [&](json& f) {
                  f["delegations"]["succinct_roles"]["bit_length"] = bits;
                }).empty());
  }
  for (const char* field : {"keyids", "threshold", "bit_length", "name_prefix"}) {
    CHECK_FALSE(refusal(file, parse_targets, [&](json& f) {
                  f["delegations"]["succinct_roles"].erase(field);
                }).empty());
  }
}

TEST_CASE("attack: any prefix of a file is refused, not read", "[tuf][security]") {
  const RepositorySimulator repository;
  const std::string& file = repository.metadata("timestamp.json");
  for (std::size_t length = 0; length < file.size(); ++length) {
    if (parse_timestamp(std::string_view(file).substr(0, length))) FAIL("read " << length << " bytes");
  }
}
