#include "sync/client/generations.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "sync/tuf/digest.h"
#include "tests/support/recording_fetcher.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::client;
namespace fs = std::filesystem;

namespace {

constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24}};

class World {
 public:
  // Signed files whose one target has these bytes, already in the blob store.
  FileSet files(const std::string& bytes) {
    const tuf::TargetFile file{static_cast<std::int64_t>(bytes.size()), {tuf::sha256_hex(bytes), ""}, ""};
    served_["targets/x"] = bytes;
    REQUIRE(blobs.fetch_missing(fetcher_, {{"targets/x", "targets/national/links.json", file}}));
    return {{"national/links.json", file}};
  }
  // The "database" is the file's bytes.
  static Result<void> copy(const fs::path& path, const Files& files, const NewGeneration&) {
    return write_file_atomically(path, files.at("national/links.json"));
  }
  Result<Generation> activate(const std::string& bytes) {
    return generations.activate(files(bytes), "recipe", kNow, copy);
  }
  std::string shown() const {
    const auto pointer = read_file(data / "current", 100);
    if (!pointer) return "";
    return read_file(data / pointer->substr(0, pointer->size() - 1), 100).value_or("");
  }
  std::vector<std::string> databases() const {
    std::vector<std::string> names;
    const auto files = list_files(data.path()).value();
    for (const std::string& name : files) {
      if (name.ends_with(".db")) names.push_back(name);
    }
    return names;
  }

  testing::TemporaryFolder data;
  BlobStore blobs = BlobStore::open(data / "blobs").value();
  Generations generations{data.path(), blobs};

 private:
  std::map<std::string, std::string> served_;
  testing::RecordingFetcher fetcher_{served_};
};

}  // namespace

TEST_CASE("current names the newest generation and its manifest says what it is made of", "[client]") {
  World world;
  CHECK_FALSE(world.generations.active());
  REQUIRE(world.activate("one"));
  CHECK(read_file(world.data / "current", 100) == "guides-1.db\n");
  CHECK(world.shown() == "one");
  REQUIRE(world.activate("two"));
  CHECK(read_file(world.data / "current", 100) == "guides-2.db\n");
  const auto active = world.generations.active();
  REQUIRE(active);
  CHECK(active->number == 2);
  CHECK(active->manifest.files == world.files("two"));
  CHECK(active->manifest.recipe == "recipe");
  CHECK(active->manifest.activated_at == "2026-11-24T00:00:00Z");
  CHECK(active->manifest.previous == 1);
}

TEST_CASE("a build that fails leaves the old generation and nothing of the new", "[client]") {
  World world;
  REQUIRE(world.activate("one"));
  const auto failing = [](const fs::path& path, const Files&, const NewGeneration&) -> Result<void> {
    REQUIRE(write_file_atomically(path, "half"));
    REQUIRE(write_file_atomically(path.string() + "-journal", "half"));
    return fail(Errc::invalid, "national/links.json: no hosts");
  };
  const auto failed = world.generations.activate(world.files("two"), "recipe", kNow, failing);
  REQUIRE_FALSE(failed);
  CHECK(failed.error().message == "national/links.json: no hosts");
  CHECK(world.shown() == "one");
  CHECK(world.databases() == std::vector<std::string>{"guides-1.db"});
  CHECK_FALSE(fs::exists(world.data / "guides-2.db-journal"));
}

TEST_CASE("attack: a blob changed on disk does not reach the builder", "[client]") {
  World world;
  REQUIRE(world.activate("one"));
  const FileSet files = world.files("two");
  REQUIRE(write_file_atomically(world.data / "blobs" / files.begin()->second.hashes.sha256, "TWO"));
  const auto failed = world.generations.activate(files, "recipe", kNow, World::copy);
  REQUIRE_FALSE(failed);
  CHECK(failed.error().code == Errc::bad_hash);
  CHECK(failed.error().message.starts_with("targets/national/links.json"));
  CHECK(world.shown() == "one");
}

TEST_CASE("the last two generations stay, older ones and their blobs go", "[client]") {
  World world;
  for (const char* bytes : {"one", "two", "three"}) {
    REQUIRE(world.activate(bytes));
    world.generations.remove_unused();
  }
  CHECK(world.databases() == std::vector<std::string>{"guides-2.db", "guides-3.db"});
  const auto blobs = list_files(world.data / "blobs").value();
  CHECK(blobs.size() == 2);
  for (const char* bytes : {"two", "three"}) {
    CHECK(std::ranges::find(blobs, tuf::sha256_hex(bytes)) != blobs.end());
  }
}

TEST_CASE("a number is not used twice, whatever an interrupted build left", "[client]") {
  World world;
  REQUIRE(world.activate("one"));
  REQUIRE(write_file_atomically(world.data / "guides-7.db", "half"));
  REQUIRE(world.activate("two"));
  CHECK(world.generations.active()->number == 8);
  world.generations.remove_unused();
  CHECK(world.databases() == std::vector<std::string>{"guides-1.db", "guides-8.db"});
}

TEST_CASE("a generation that was turned away from stays, and its number is not given again", "[client]") {
  World world;
  REQUIRE(world.activate("one"));
  REQUIRE(world.activate("two"));
  REQUIRE(write_file_atomically(world.data / "current", "guides-1.db\n"));
  world.generations.remove_unused();
  CHECK(world.databases() == std::vector<std::string>{"guides-1.db", "guides-2.db"});
  REQUIRE(world.activate("three"));
  CHECK(world.generations.active()->number == 3);
  CHECK(world.generations.active()->manifest.previous == 1);
}

TEST_CASE("a pointer, database or manifest that is gone or damaged means no active generation", "[client]") {
  World world;
  REQUIRE(world.activate("one"));
  for (const char* pointer : {"", "guides-1.db", "guides-9.db\n", "../guides-1.db\n", "guides-1.json\n",
                              "guides-0.db\n", "guides-99999999999999999999.db\n"}) {
    INFO(pointer);
    REQUIRE(write_file_atomically(world.data / "current", pointer));
    CHECK_FALSE(world.generations.active());
  }
  REQUIRE(write_file_atomically(world.data / "current", "guides-1.db\n"));
  CHECK(world.generations.active());
  REQUIRE(write_file_atomically(world.data / "guides-1.json", "{"));
  CHECK_FALSE(world.generations.active());
  // Nothing is removed while it is not known what is in use.
  world.generations.remove_unused();
  CHECK(world.databases() == std::vector<std::string>{"guides-1.db"});
}
