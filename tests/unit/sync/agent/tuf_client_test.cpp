#include "sync/agent/tuf_client.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "sync/tuf/names.h"
#include "tests/support/recording_fetcher.h"
#include "tests/support/repository_simulator.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::agent;
using conglang::testing::kSimulatorNow;
using Asked = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

// A client that was given the first root.
class World {
 public:
  World() {
    REQUIRE(write_file_atomically(folder / "root.json", repository.metadata("1.root.json")));
    REQUIRE(init_tuf_client(metadata, folder / "root.json"));
  }

  Result<void> refresh() {
    fetcher.asked.clear();
    return refresh_tuf_client(metadata, fetcher, now);
  }
  Result<void> download(const std::vector<std::string>& names) {
    fetcher.asked.clear();
    return download_targets(metadata, fetcher, now, names, targets);
  }
  std::vector<std::string> trusted() const { return list_files(metadata).value(); }
  std::vector<std::string> downloaded() const {
    return fs::exists(targets) ? list_files(targets).value() : std::vector<std::string>{};
  }
  std::string bytes(const std::string& name) const { return read_file(targets / name, 1U << 20U).value(); }

  testing::TemporaryFolder folder;
  testing::RepositorySimulator repository;
  testing::RecordingFetcher fetcher{repository.files};
  fs::path metadata = folder / "metadata";
  fs::path targets = folder / "targets";
  Instant now = kSimulatorNow;
};

}  // namespace

TEST_CASE("the metadata folder holds what is trusted, byte for byte and nothing else", "[agent]") {
  World world;
  CHECK(world.trusted() == Asked{"root.json"});
  REQUIRE(world.refresh());
  CHECK(world.trusted() == Asked{"root.json", "snapshot.json", "targets.json", "timestamp.json"});
  CHECK(read_file(world.metadata / "snapshot.json", 1U << 20U) ==
        world.repository.metadata("1.snapshot.json"));
  CHECK(world.downloaded().empty());
}

TEST_CASE("a download asks for the delegated roles of its search, in its order, and for the file",
          "[agent]") {
  World world;
  world.repository.delegate("targets", "a", {"docs/*"});
  world.repository.delegate("a", "a-below", {"docs/*"});
  world.repository.delegate("targets", "b", {"docs/*"});
  world.repository.delegate("targets", "other", {"other/*"});
  world.repository.set_target("b", "docs/x.txt", "the text");
  world.repository.publish();
  REQUIRE(world.download({"docs/x.txt"}));
  CHECK(world.downloaded() == Asked{"docs%2Fx.txt"});
  CHECK(world.bytes("docs%2Fx.txt") == "the text");
  const std::string hash = world.repository.roles.at("b").targets.at("docs/x.txt").hashes.sha256;
  CHECK(world.fetcher.asked == Asked{"metadata/2.root.json", "metadata/timestamp.json",
                                     "metadata/2.snapshot.json", "metadata/2.targets.json",
                                     "metadata/1.a.json", "metadata/1.a-below.json", "metadata/1.b.json",
                                     "targets/docs/" + hash + ".x.txt"});
  REQUIRE(world.download({"docs/x.txt"}));
  CHECK(world.fetcher.asked == Asked{"metadata/2.root.json", "metadata/timestamp.json"});
}

TEST_CASE("several targets cost one refresh", "[agent]") {
  World world;
  world.repository.set_target("targets", "a", "1");
  world.repository.set_target("targets", "b", "2");
  world.repository.publish();
  REQUIRE(world.download({"a", "b"}));
  CHECK(world.downloaded() == Asked{"a", "b"});
  CHECK(std::ranges::count(world.fetcher.asked, "metadata/timestamp.json") == 1);
}

TEST_CASE("a target that changed takes the place of the one before", "[agent]") {
  World world;
  world.repository.set_target("targets", "a", "before");
  world.repository.publish();
  REQUIRE(world.download({"a"}));
  world.repository.set_target("targets", "a", "after");
  world.repository.publish();
  REQUIRE(world.download({"a"}));
  CHECK(world.bytes("a") == "after");
}

TEST_CASE("files of a repository without consistent snapshots have plain names", "[agent]") {
  World world;
  world.repository.root.consistent_snapshot = false;
  world.repository.set_target("targets", "a", "1");
  world.repository.publish_root();
  world.repository.publish();
  world.repository.files["metadata/snapshot.json"] = world.repository.metadata("2.snapshot.json");
  world.repository.files["metadata/targets.json"] = world.repository.role_file("targets");
  world.repository.files["targets/a"] = "1";
  REQUIRE(world.download({"a"}));
  CHECK(world.fetcher.asked.back() == "targets/a");
}

TEST_CASE("attack: a target that no role signs is not fetched", "[agent][security]") {
  World world;
  const auto refused = world.download({"unknown target"});
  CHECK(refused.error().code == Errc::not_found);
  CHECK(refused.error().message.starts_with("unknown target: "));
  CHECK(world.downloaded().empty());
}

TEST_CASE("attack: bytes that were not signed leave the good file, or none", "[agent][security]") {
  World world;
  world.repository.set_target("targets", "a", "good");
  world.repository.set_target("targets", "b", "good");
  world.repository.publish();
  REQUIRE(world.download({"a"}));
  for (auto& [path, bytes] : world.repository.files) {
    if (path.starts_with("targets/")) bytes = "evil";
  }
  CHECK(world.download({"a"}));
  CHECK(world.download({"b"}).error().code == Errc::bad_hash);
  CHECK(world.downloaded() == Asked{"a"});
  CHECK(world.bytes("a") == "good");
}

TEST_CASE("attack: a target that is cut off or missing leaves nothing behind", "[agent][security]") {
  World world;
  world.repository.set_target("targets", "a", std::string(100000, 'a'));
  world.repository.publish();
  REQUIRE(world.refresh());
  int chunks = 0;
  world.fetcher.goes_on = [&chunks] { return ++chunks < 8; };
  CHECK_FALSE(world.download({"a"}));
  CHECK(world.downloaded().empty());
  world.fetcher.goes_on = [] { return true; };
  std::erase_if(world.repository.files, [](const auto& file) { return file.first.starts_with("targets/"); });
  CHECK(world.download({"a"}).error().code == Errc::not_found);
  CHECK(world.downloaded().empty());
}

TEST_CASE("attack: names of roles and targets never leave their folders", "[agent][security]") {
  World world;
  for (const std::string role : {"../escape", "/absolute", "?", "#", "..", "a\nb"}) {
    world.repository.delegate("targets", role, {"*"});
  }
  world.repository.delegate("targets", "deep", {"*/*/*"});
  world.repository.set_target("deep", "../../escape", "escaped");
  world.repository.publish();
  CHECK(world.download({"nothing"}).error().code == Errc::not_found);
  CHECK(std::ranges::count(world.fetcher.asked, "metadata/1.%3F.json") == 1);
  CHECK(world.trusted().size() == 10);
  CHECK(fs::is_regular_file(world.metadata / "..%2Fescape.json"));
  static_cast<void>(world.download({"../../escape"}));
  CHECK_FALSE(fs::exists(world.folder / "escape"));
  CHECK_FALSE(fs::exists(world.folder.path().parent_path() / "escape"));
}

TEST_CASE("attack: a root that nobody signed is not a start", "[agent][security]") {
  World world;
  std::string root = world.repository.metadata("1.root.json");
  root.replace(root.find("\"version\":1"), 11, "\"version\":2");
  REQUIRE(write_file_atomically(world.folder / "forged.json", root));
  const auto refused = init_tuf_client(world.folder / "other", world.folder / "forged.json");
  CHECK(refused.error().code == Errc::bad_signature);
  CHECK_FALSE(fs::exists(world.folder / "other" / "root.json"));
}

TEST_CASE("attack: a second init does not replace the root that is trusted", "[agent][security]") {
  World world;
  testing::RepositorySimulator other;
  other.replace_keys("root");
  other.root.version = 0;
  other.publish_root();
  REQUIRE(write_file_atomically(world.folder / "other.json", other.metadata("1.root.json")));
  CHECK(init_tuf_client(world.metadata, world.folder / "other.json").error().code == Errc::conflict);
  CHECK(init_tuf_client(world.metadata, world.folder / "root.json"));
  CHECK(world.refresh());
}

TEST_CASE("a refresh before init says what to do", "[agent]") {
  testing::TemporaryFolder folder;
  const std::map<std::string, std::string> files;
  testing::RecordingFetcher fetcher(files);
  const auto refused = refresh_tuf_client(folder / "metadata", fetcher, kSimulatorNow);
  CHECK(refused.error().code == Errc::not_found);
  CHECK(refused.error().message.find("run init first") != std::string::npos);
}
