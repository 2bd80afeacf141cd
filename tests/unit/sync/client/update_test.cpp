#include "sync/client/update.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/support/recording_fetcher.h"
#include "tests/support/repository_simulator.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::client;
using conglang::testing::kSimulatorNow;

namespace {

struct World {
  World() {
    repository.delegate("targets", "commune-09784", {"communes/09784/*", "communes/09784/*/*"}, true);
    repository.delegate("targets", "commune-00001", {"communes/00001/*", "communes/00001/*/*"}, true);
    repository.set_target("targets", "national/links.json", "links");
    repository.set_target("targets", "national/guides/khai-sinh.json", "guide");
    repository.set_target("targets", "province/other.json", "other");
    repository.set_target("commune-09784", "communes/09784/place/a.json", "place");
    repository.set_target("commune-00001", "communes/00001/place/b.json", "elsewhere");
    repository.publish();
  }
  Result<Update> update() {
    fetcher.asked.clear();
    request.metadata = {
        repository.metadata("1.root.json"), {"national/", "communes/09784/", "emergency/"}, kSimulatorNow};
    return client::update(request, fetcher, metadata, blobs, active, tag);
  }
  std::string read(const Update& updated, const std::string& path) const {
    return blobs.read(path, updated.files.at(path)).value();
  }
  std::string& served(const std::string& role, const std::string& path) {
    const std::string hash = repository.roles[role].targets[path].hashes.sha256;
    const std::size_t slash = path.rfind('/') + 1;
    return repository.files.at("targets/" + path.substr(0, slash) + hash + "." + path.substr(slash));
  }

  testing::RepositorySimulator repository;
  testing::TemporaryFolder folder;
  MetadataStore metadata = MetadataStore::open(folder / "metadata").value();
  BlobStore blobs = BlobStore::open(folder / "blobs").value();
  testing::RecordingFetcher fetcher{repository.files};
  UpdateRequest request;
  FileSet active;
  std::string tag;
};

std::vector<std::string> paths(const Update& updated) {
  std::vector<std::string> names;
  for (const auto& entry : updated.files) names.push_back(entry.first);
  return names;
}

}  // namespace

TEST_CASE("an update brings the nation's files and those of its own commune, nobody else's", "[client]") {
  World world;
  const auto updated = world.update();
  REQUIRE(updated);
  CHECK(paths(*updated) == std::vector<std::string>{"communes/09784/place/a.json",
                                                    "national/guides/khai-sinh.json", "national/links.json"});
  CHECK(updated->fetched == 3);
  CHECK(updated->not_used.empty());
  CHECK(world.read(*updated, "communes/09784/place/a.json") == "place");
  CHECK(list_files(world.folder / "blobs").value().size() == 3);
}

TEST_CASE("a second update fetches what changed and nothing else", "[client]") {
  World world;
  REQUIRE(world.update());
  world.repository.set_target("targets", "national/links.json", "new links");
  world.repository.publish();
  const auto updated = world.update();
  REQUIRE(updated);
  CHECK(updated->fetched == 1);
  CHECK(world.read(*updated, "national/links.json") == "new links");
}

TEST_CASE("attack: a commune's role cannot speak for the nation or another commune", "[client]") {
  World world;
  world.repository.set_target("commune-09784", "national/links.json", "evil links");
  world.repository.set_target("commune-00001", "communes/09784/place/evil.json", "evil place");
  world.repository.publish();
  const auto updated = world.update();
  REQUIRE(updated);
  CHECK(world.read(*updated, "national/links.json") == "links");
  CHECK_FALSE(updated->files.contains("communes/09784/place/evil.json"));
}

TEST_CASE("attack: a flipped byte in any blob is refused by name and the next update heals", "[client]") {
  for (const auto& [role, path] : {std::pair{"targets", "national/guides/khai-sinh.json"},
                                   std::pair{"commune-09784", "communes/09784/place/a.json"}}) {
    World world;
    std::string& served = world.served(role, path);
    served[0] = static_cast<char>(served[0] ^ 1);
    const auto refused = world.update();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::bad_hash);
    CHECK(refused.error().message.starts_with(std::string("targets/") + path + ": "));
    served[0] = static_cast<char>(served[0] ^ 1);
    CHECK(world.update());
  }
}

TEST_CASE("attack: a target whose path leaves its folder is left out by name, the rest arrives", "[client]") {
  World world;
  for (const char* path : {"communes/09784/../../../etc/x", "communes/09784//x", "communes/09784/\xc3\xa9"}) {
    world.repository.roles["commune-09784"].targets[path] = {1, {std::string(64, 'a'), ""}, ""};
  }
  world.repository.roles["targets"].delegations->roles.front().paths = {
      "communes/09784/*", "communes/09784/*/*", "communes/09784/*/*/*/*/*"};
  world.repository.publish();
  const auto updated = world.update();
  REQUIRE(updated);
  CHECK(updated->files.size() == 3);
  CHECK(updated->not_used.size() == 3);
  for (const NotUsed& one : updated->not_used) CHECK(one.error.code == Errc::forbidden);
}

TEST_CASE("attack: content that would fill the disk is refused", "[client]") {
  World world;
  world.repository.roles["commune-09784"].targets["communes/09784/big.json"] = {
      kMaxTargetBytes + 1, {std::string(64, 'a'), ""}, ""};
  world.repository.publish();
  const auto updated = world.update();
  REQUIRE(updated);
  REQUIRE(updated->not_used.size() == 1);
  CHECK(updated->not_used.front().error.code == Errc::too_large);
  for (int i = 0; i < 17; ++i) {
    world.repository.roles["targets"].targets["national/guides/" + std::to_string(i)] = {
        kMaxTargetBytes, {std::string(64, 'a'), ""}, ""};
  }
  world.repository.publish();
  CHECK(world.update().error().code == Errc::too_large);
}

TEST_CASE("attack: what a commune signs beyond all measure does not stop the nation's content", "[client]") {
  World world;
  for (int i = 0; i < 17; ++i) {
    world.repository.roles["commune-09784"].targets["communes/09784/pictures/" + std::to_string(i)] = {
        kMaxTargetBytes, {std::string(64, 'a'), ""}, ""};
  }
  world.repository.set_target("targets", "national/links.json", "new links");
  world.repository.publish();
  const auto updated = world.update();
  // The blobs that there is room for are not to be had; that is another error than having no room.
  REQUIRE_FALSE(updated);
  CHECK(updated.error().code != Errc::too_large);
}

TEST_CASE("a commune whose role has expired keeps its last content while the nation's moves on", "[client]") {
  World world;
  const auto first = world.update();
  REQUIRE(first);
  world.active = first->files;
  world.repository.roles["commune-09784"].expires = kSimulatorNow - std::chrono::days(1);
  world.repository.set_target("commune-09784", "communes/09784/place/a.json", "never accepted");
  world.repository.set_target("targets", "national/links.json", "new links");
  world.repository.publish();
  const auto updated = world.update();
  REQUIRE(updated);
  CHECK(world.read(*updated, "national/links.json") == "new links");
  CHECK(world.read(*updated, "communes/09784/place/a.json") == "place");
  REQUIRE(updated->not_used.size() == 1);
  CHECK(updated->not_used.front().what == "metadata/commune-09784.json");
}

TEST_CASE("a file that was withdrawn is not among the files any more", "[client]") {
  World world;
  REQUIRE(world.update());
  world.repository.roles["targets"].targets.erase("national/guides/khai-sinh.json");
  world.repository.publish();
  const auto updated = world.update();
  REQUIRE(updated);
  CHECK_FALSE(updated->files.contains("national/guides/khai-sinh.json"));
}

TEST_CASE("an update that was cut off anywhere is completed by the next", "[client]") {
  for (int cut_after = 0;; ++cut_after) {
    World world;
    world.fetcher.chunk_bytes = 256;
    int left = cut_after;
    bool cut = false;
    world.fetcher.goes_on = [&] { return left-- > 0 || !(cut = true); };
    const bool done = world.update().has_value();
    REQUIRE(done == !cut);
    world.fetcher.goes_on = [] { return true; };
    const auto updated = world.update();
    REQUIRE(updated);
    REQUIRE(world.read(*updated, "national/links.json") == "links");
    if (done) break;
  }
}

TEST_CASE("attack: what one repository signs for another's paths is not looked at", "[client][security]") {
  World world;
  world.request.owns = [](std::string_view path) { return path.starts_with("communes/"); };
  const auto updated = world.update();
  REQUIRE(updated);
  CHECK(paths(*updated) == std::vector<std::string>{"communes/09784/place/a.json"});
  CHECK(updated->not_used.empty());
}

TEST_CASE("an emergency screen arrives like any file, whatever room a commune has used up", "[client]") {
  World world;
  world.repository.delegate("targets", "emergency", {"emergency/*"}, true);
  world.repository.set_target("emergency", "emergency/screen.json", "lũ quét");
  world.request.room = 60;
  world.repository.set_target("commune-09784", "communes/09784/place/b.json", std::string(50, 'x'));
  world.repository.publish();
  const auto updated = world.update();
  REQUIRE(updated);
  CHECK(world.read(*updated, "emergency/screen.json") == "lũ quét");
  REQUIRE(updated->not_used.size() == 1);
  CHECK(updated->not_used.front().error.code == Errc::too_large);
}

TEST_CASE("in a staged rollout a machine whose turn is later keeps what it has", "[client]") {
  World world;
  const auto first = world.update();
  REQUIRE(first);
  world.active = first->files;
  const auto publish = [&world](const std::string& custom) {
    world.repository.set_target("targets", "national/links.json", "new links");
    world.repository.roles["targets"].targets["national/links.json"].custom = custom;
    world.repository.publish();
  };
  publish(R"({"rollout":{"percent":0,"salt":"x"}})");
  const auto held = world.update();
  REQUIRE(held);
  CHECK(world.read(*held, "national/links.json") == "links");
  CHECK(held->held_back == std::vector<std::string>{"national/links.json"});
  publish(R"({"rollout":{"percent":100,"salt":"x"}})");
  CHECK(world.read(world.update().value(), "national/links.json") == "new links");
}

TEST_CASE("a safety fix is never held back, nor is a first installation", "[client]") {
  World world;
  world.repository.roles["targets"].targets["national/links.json"].custom =
      R"({"rollout":{"percent":0,"salt":"x"}})";
  world.repository.publish();
  const auto first = world.update();
  REQUIRE(first);
  CHECK(first->files.contains("national/links.json"));
  world.active = first->files;
  world.repository.set_target("targets", "national/links.json", "safe links");
  world.repository.roles["targets"].targets["national/links.json"].custom =
      R"({"rollout":{"percent":0,"salt":"x"},"safety":true})";
  world.repository.publish();
  const auto updated = world.update();
  REQUIRE(updated);
  CHECK(world.read(*updated, "national/links.json") == "safe links");
  CHECK(updated->held_back.empty());
}

TEST_CASE("a rollout that does not say to whom is reported and holds the old content", "[client]") {
  World world;
  world.active = world.update().value().files;
  world.repository.set_target("targets", "national/links.json", "new links");
  world.repository.roles["targets"].targets["national/links.json"].custom = R"({"rollout":{"percent":200}})";
  world.repository.publish();
  const auto updated = world.update();
  REQUIRE(updated);
  CHECK(world.read(*updated, "national/links.json") == "links");
  REQUIRE(updated->not_used.size() == 1);
  CHECK(updated->not_used.front().error.code == Errc::invalid);
}

TEST_CASE("outside their hours media wait and everything else arrives", "[client]") {
  World world;
  world.repository.set_target("commune-09784", "communes/09784/pictures/a.jpg", "old picture");
  world.repository.publish();
  world.active = world.update().value().files;
  world.repository.set_target("commune-09784", "communes/09784/pictures/a.jpg", "new picture");
  world.repository.set_target("commune-09784", "communes/09784/pictures/b.jpg", "another");
  world.repository.set_target("targets", "national/links.json", "new links");
  world.repository.publish();
  world.request.media = Media::later;
  const auto by_day = world.update();
  REQUIRE(by_day);
  CHECK(by_day->deferred ==
        std::vector<std::string>{"communes/09784/pictures/a.jpg", "communes/09784/pictures/b.jpg"});
  CHECK(world.read(*by_day, "communes/09784/pictures/a.jpg") == "old picture");
  CHECK_FALSE(by_day->files.contains("communes/09784/pictures/b.jpg"));
  CHECK(world.read(*by_day, "national/links.json") == "new links");
  world.request.media = Media::now;
  const auto by_night = world.update();
  REQUIRE(by_night);
  CHECK(world.read(*by_night, "communes/09784/pictures/a.jpg") == "new picture");
  CHECK(by_night->files.contains("communes/09784/pictures/b.jpg"));
}

TEST_CASE("a file signed with SHA-512 alone is content like any other", "[client]") {
  World world;
  const std::string bytes = "by another hash";
  const std::string hash = tuf::sha512_hex(bytes);
  world.repository.roles["targets"].targets["national/x.json"] = {15, {"", hash}, ""};
  world.repository.files["targets/national/" + hash + ".x.json"] = bytes;
  world.repository.publish();
  const auto updated = world.update();
  REQUIRE(updated);
  CHECK(world.read(*updated, "national/x.json") == bytes);
}
