#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "sync/repository/publish.h"
#include "tests/unit/sync/repository/scene.h"

using namespace conglang;
using namespace conglang::repository;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

// Publishing fails with `code`, names `what`, and leaves the tree as it was.
void refused(const Scene& scene, Errc code, const std::string& what) {
  const auto before = scene.files();
  const auto report = scene.publish();
  REQUIRE_FALSE(report);
  CHECK(report.error().code == code);
  CAPTURE(report.error().message);
  CHECK(report.error().message.find(what) != std::string::npos);
  CHECK(scene.files() == before);
}

}  // namespace

TEST_CASE("attack: a path that is not plain ASCII is not published", "[repository][security]") {
  const Scene scene;
  const char* path =
      GENERATE("national/xã.json", "national/a b.json", "national/a?b", "national/a\\b", "national/%2e");
  scene.put(path, "x");
  refused(scene, Errc::forbidden, path);
}

TEST_CASE("attack: a symbolic link in a bundle is not published", "[repository][security]") {
  const Scene scene;
  fs::create_symlink("/etc/passwd", scene.bundle() / "national/passwd");
  refused(scene, Errc::forbidden, "passwd");
}

TEST_CASE("attack: a commune's files go into its own folder only", "[repository][security]") {
  const Scene scene;
  SECTION("another commune's, without the province's stand-in key") {
    fs::remove(scene.keys.key_path("communes"));
    fs::remove_all(scene.bundle() / "communes/09784");
    fs::remove_all(scene.bundle() / "national");
    scene.put("communes/00001/place/x.json", "x");
    const auto report = scene.publish();
    REQUIRE_FALSE(report);
    CHECK(report.error().code == Errc::not_found);
    CHECK(report.error().message.find("key of role communes") != std::string::npos);
    CHECK(scene.read().targets_found().empty());
  }
  SECTION("the emergency screen's") {
    scene.put("emergency/screen.json", "x");
    refused(scene, Errc::forbidden, "conglang emergency");
  }
  SECTION("no commune's") {
    scene.put("communes/x.json", "x");
    refused(scene, Errc::invalid, "communes/x.json");
  }
  SECTION("deeper than the delegation reaches") {
    scene.put("communes/09784/place/deep/x.json", "x");
    refused(scene, Errc::forbidden, "communes/09784/place/deep/x.json");
  }
}

TEST_CASE("attack: metadata changed on the server's disk is not signed again", "[repository][security]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const std::string name =
      GENERATE("timestamp.json", "2.snapshot.json", "2.targets.json", "2.commune-09784.json");
  std::string bytes = read_file(scene.tree.metadata(name), 100000).value();
  const std::size_t digit = bytes.rfind("\"version\":") + 10;
  bytes[digit] = '9';
  REQUIRE(write_file_atomically(scene.tree.metadata(name), bytes));
  scene.put("national/links.json", "{\"new\":1}");
  const auto report = scene.publish();
  REQUIRE_FALSE(report);
  CHECK((report.error().code == Errc::bad_signature || report.error().code == Errc::bad_hash));
}

TEST_CASE("attack: a whole other repository in the tree's place is not built upon",
          "[repository][security]") {
  const Scene scene;
  const Scene other;
  fs::remove_all(scene.tree.path());
  fs::copy(other.tree.path(), scene.tree.path(), fs::copy_options::recursive);
  refused(scene, Errc::bad_signature, "timestamp.json");
}

TEST_CASE("what clients would refuse is found before the timestamp turns", "[repository][security]") {
  const Scene scene;
  const Scene stranger;
  const std::string before = read_file(scene.tree.metadata("timestamp.json"), 10000).value();
  const std::string role = GENERATE("targets", "commune-09784", "snapshot", "timestamp");
  fs::copy_file(stranger.keys.key_path(role), scene.keys.key_path(role),
                fs::copy_options::overwrite_existing);
  const auto report = scene.publish();
  REQUIRE_FALSE(report);
  CHECK(report.error().code == Errc::bad_signature);
  CHECK(report.error().message.find("clients would refuse this") != std::string::npos);
  CHECK(read_file(scene.tree.metadata("timestamp.json"), 10000) == before);
  CHECK(scene.read().timestamp()->version == 1);
}

TEST_CASE("a commune past its date stops no other role", "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  // The province's part is renewed on the way, the commune's never.
  fs::remove_all(scene.bundle() / "communes");
  REQUIRE(scene.publish(kMade + std::chrono::days{200}));
  const Instant later = kMade + std::chrono::days{400};
  scene.put("national/links.json", "{\"new\":1}");
  const auto report = scene.publish(later);
  REQUIRE(report);
  CHECK(report->changed.size() == 1);
}

TEST_CASE("a root past its date is named, and nothing is published", "[repository]") {
  const Scene scene;
  const auto report = scene.publish(kMade + std::chrono::days{731});
  REQUIRE_FALSE(report);
  CHECK(report.error().code == Errc::expired);
}
