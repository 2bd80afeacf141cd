#include "sync/repository/publish.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/sync/repository/scene.h"

using namespace conglang;
using namespace conglang::repository;
using namespace conglang::testing;
namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

TEST_CASE("a bundle is published by the roles that own its parts", "[repository]") {
  const Scene scene;
  const auto report = scene.publish();
  REQUIRE(report);
  CHECK(report->added == Paths{"communes/09784/place/thuong-thap.json", "national/guides/khai-sinh.json",
                               "national/links.json"});
  CHECK(report->timestamp == 2);
  const tuf::TrustedSet set = scene.read();
  const auto found = set.targets_found();
  REQUIRE(found.size() == 3);
  CHECK(found.at("communes/09784/place/thuong-thap.json").role == "commune-09784");
  CHECK(found.at("national/links.json").role == "targets");
  for (const auto& [path, target] : found) {
    const auto bytes = read_file(scene.tree.blob(path, target.file.hashes.sha256), 1000);
    REQUIRE(bytes);
    CHECK(tuf::check_file(path, *bytes, target.file.length, target.file.hashes));
  }
}

TEST_CASE("publishing what is there already says so and writes nothing", "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const auto before = scene.files();
  const auto written = fs::last_write_time(scene.tree.metadata("timestamp.json"));
  const auto report = scene.publish(kMade + std::chrono::hours{1});
  REQUIRE(report);
  CHECK(report->nothing());
  CHECK(report->timestamp == 2);
  CHECK(scene.files() == before);
  CHECK(fs::last_write_time(scene.tree.metadata("timestamp.json")) == written);
}

TEST_CASE("only the role whose files changed is signed again, by its own key", "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  fs::remove(scene.keys.key_path("targets"));
  fs::remove(scene.keys.key_path("root"));
  scene.put("communes/09784/place/thuong-thap.json", "nhà mới");
  scene.put("communes/09784/notices.json", "thông báo");
  const auto report = scene.publish();
  REQUIRE(report);
  CHECK(report->changed == Paths{"communes/09784/place/thuong-thap.json"});
  CHECK(report->added == Paths{"communes/09784/notices.json"});
  const tuf::TrustedSet set = scene.read();
  CHECK(set.listed("targets")->version == 2);
  CHECK(set.listed("commune-09784")->version == 3);
}

TEST_CASE("a file that left the bundle leaves the repository, its blob stays for slow readers",
          "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  fs::remove(scene.bundle() / "national/guides/khai-sinh.json");
  const auto report = scene.publish();
  REQUIRE(report);
  CHECK(report->removed == Paths{"national/guides/khai-sinh.json"});
  CHECK(scene.read().targets_found().size() == 2);
  CHECK(fs::exists(scene.tree.blob("national/guides/khai-sinh.json", tuf::sha256_hex("khai sinh"))));
}

TEST_CASE("a part that is missing in the bundle leaves its role alone, an empty one empties it",
          "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  fs::remove_all(scene.bundle() / "national");
  CHECK(scene.publish()->nothing());
  fs::remove_all(scene.bundle() / "communes/09784/place");
  CHECK(scene.publish()->removed == Paths{"communes/09784/place/thuong-thap.json"});
  CHECK(scene.read().targets_found().size() == 2);
}

TEST_CASE("a role past half of its life is signed again with the same files", "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const Instant later = kMade + std::chrono::days{200};
  const auto report = scene.publish(later);
  REQUIRE(report);
  CHECK(report->renewed == Paths{"commune-09784", "targets"});
  CHECK(scene.read(later).targets()->expires == later + std::chrono::days{365});
}

TEST_CASE("a version left over from an interrupted publish is passed over", "[repository]") {
  const Scene scene;
  REQUIRE(write_file_atomically(scene.tree.metadata("2.snapshot.json"), "half of a"));
  REQUIRE(write_file_atomically(scene.tree.metadata("2.targets.json"), ""));
  REQUIRE(scene.publish());
  const tuf::TrustedSet set = scene.read();
  CHECK(set.snapshot()->version == 3);
  CHECK(set.targets()->version == 3);
  CHECK(read_file(scene.tree.metadata("2.snapshot.json"), 100) == "half of a");
}

TEST_CASE("a blob that was damaged on disk is written again", "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const fs::path blob = scene.tree.blob("national/links.json", tuf::sha256_hex("{}"));
  REQUIRE(write_file_atomically(blob, "{]"));
  CHECK(scene.publish()->nothing());
  CHECK(read_file(blob, 10) == "{}");
}

TEST_CASE("of two publishers at once one wins and the other loses nothing", "[repository]") {
  const Scene scene;
  const auto before = scene.files();
  {
    const auto other = TreeLock::acquire(scene.tree);
    REQUIRE(other);
    const auto report = scene.publish();
    REQUIRE_FALSE(report);
    CHECK(report.error().code == Errc::conflict);
    CHECK(report.error().message.find("another publish is under way") != std::string::npos);
    CHECK(scene.files() == before);
  }
  CHECK(scene.publish());
}

TEST_CASE("a key that is not there is named, and clients see the tree as it was", "[repository]") {
  const Scene scene;
  const std::string before = read_file(scene.tree.metadata("timestamp.json"), 10000).value();
  for (const char* role : {"targets", "commune-09784", "snapshot", "timestamp"}) {
    const fs::path path = scene.keys.key_path(role);
    fs::rename(path, path.string() + ".away");
    const auto report = scene.publish();
    REQUIRE_FALSE(report);
    CHECK(report.error().code == Errc::not_found);
    CHECK(report.error().message.find(path.string()) != std::string::npos);
    CHECK(read_file(scene.tree.metadata("timestamp.json"), 10000) == before);
    fs::rename(path.string() + ".away", path);
  }
  CHECK(scene.publish());
}
