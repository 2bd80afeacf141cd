#include "sync/client/repository_map.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

using namespace conglang;
using namespace conglang::client;
using nlohmann::json;

namespace {

json two_repositories() {
  return {
      {"repositories", {{"national", {"https://a.example/r"}}, {"province", {"https://b.example/r"}}}},
      {"mapping",
       {{{"paths", {"national/*", "national/*/*"}}, {"repositories", {"national"}}, {"terminating", true}},
        {{"paths", {"communes/*/*", "communes/*/*/*"}}, {"repositories", {"province"}}, {"threshold", 1}}}}};
}

Result<RepositoryMap> parse(const json& map) {
  return RepositoryMap::parse(map.dump());
}

}  // namespace

TEST_CASE("a path is the one repository's whose entry matches first", "[client]") {
  const auto map = parse(two_repositories());
  REQUIRE(map);
  CHECK(map->repositories() == std::vector<RepositoryMap::Repository>{{"national", "https://a.example/r"},
                                                                      {"province", "https://b.example/r"}});
  CHECK(*map->owner("national/guides/x.json") == "national");
  CHECK(*map->owner("communes/09784/place/x.json") == "province");
  CHECK(map->owner("elsewhere/x.json") == nullptr);
  CHECK(map->owner("national/a/b/c") == nullptr);
}

TEST_CASE("a machine without a map has one repository for everything", "[client]") {
  const RepositoryMap map = RepositoryMap::of_one("https://a.example");
  CHECK(map.repositories().size() == 1);
  CHECK(*map.owner("anything/at/all") == map.repositories().front().name);
}

TEST_CASE("attack: a repository's name never leaves its folder", "[client][security]") {
  // CVE-2026-24686
  for (const std::string name :
       {"../escape", "/etc", "a/b", ".", "..", "", "A", "a b", "a%2fb", "\xc3\xa9"}) {
    INFO(name);
    json map = two_repositories();
    map["repositories"][name] = {"https://c.example"};
    map["mapping"].push_back({{"paths", {"x/*"}}, {"repositories", {name}}});
    const auto refused = parse(map);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::invalid);
  }
}

TEST_CASE("a map that leaves open who owns a path is refused by the field", "[client]") {
  const auto refused = [](const auto& change) {
    json map = two_repositories();
    change(map);
    const auto parsed = parse(map);
    return parsed ? std::string() : parsed.error().message;
  };
  CHECK(refused([](json& map) {
          map["mapping"][0]["repositories"] = {"national", "province"};
        }).find("mapping[0].repositories") != std::string::npos);
  CHECK(refused([](json& map) { map["mapping"][0]["terminating"] = false; }).find("terminating") !=
        std::string::npos);
  CHECK(refused([](json& map) { map["mapping"][1]["threshold"] = 2; }).find("threshold") !=
        std::string::npos);
  CHECK(refused([](json& map) { map["mapping"][1]["repositories"] = {"elsewhere"}; }).find("elsewhere") !=
        std::string::npos);
  CHECK(refused([](json& map) { map["mapping"].erase(1); }).find("needs paths") != std::string::npos);
  CHECK(refused([](json& map) { map["repositories"]["national"] = json::array(); }).find("one address") !=
        std::string::npos);
  CHECK_FALSE(refused([](json& map) { map.erase("mapping"); }).empty());
  CHECK_FALSE(refused([](json& map) { map = json::array(); }).empty());
}
