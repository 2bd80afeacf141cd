#include "sync/client/blob_store.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "sync/tuf/digest.h"
#include "tests/support/recording_fetcher.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::client;
namespace fs = std::filesystem;

namespace {

constexpr const char* kName = "targets/national/guides/khai-sinh.json";
constexpr const char* kPath = "targets/national/guides/x.khai-sinh.json";

struct World {
  World() {
    for (int i = 0; i < 10000; ++i) bytes += std::to_string(i);
    file = {static_cast<std::int64_t>(bytes.size()), {tuf::sha256_hex(bytes), ""}, ""};
    files[kPath] = bytes;
    part = folder / "blobs" / (file.hashes.sha256 + ".part");
  }
  Result<void> fetch() {
    const auto fetched = blobs.fetch_missing(fetcher, {{kPath, kName, file}});
    return fetched ? Result<void>() : tl::unexpected<Error>(fetched.error());
  }
  std::vector<std::string> stored() const { return list_files(folder / "blobs").value(); }

  testing::TemporaryFolder folder;
  std::string bytes;
  tuf::TargetFile file;
  std::map<std::string, std::string> files;
  testing::RecordingFetcher fetcher{files};
  BlobStore blobs = BlobStore::open(folder / "blobs").value();
  fs::path part;
};

}  // namespace

TEST_CASE("a blob fetched has its hash as its name and is not fetched again", "[client]") {
  World world;
  REQUIRE(world.fetch());
  CHECK(world.stored() == std::vector<std::string>{world.file.hashes.sha256});
  CHECK(world.blobs.has(world.file));
  CHECK(world.blobs.read(kName, world.file) == world.bytes);
  REQUIRE(world.fetch());
  CHECK(world.fetcher.asked.size() == 1);
}

TEST_CASE("an empty file is stored as well", "[client]") {
  World world;
  world.files[kPath] = "";
  world.file = {0, {tuf::sha256_hex(""), ""}, ""};
  REQUIRE(world.fetch());
  CHECK(world.blobs.read(kName, world.file) == "");
}

TEST_CASE("a fetch that was cut off is continued where it stopped", "[client]") {
  World world;
  int chunks = 3;
  world.fetcher.goes_on = [&chunks] { return chunks-- > 0; };
  CHECK(world.fetch().error().code == Errc::network);
  CHECK_FALSE(world.blobs.has(world.file));
  CHECK(fs::file_size(world.part) == 3 * 4096);
  world.fetcher.goes_on = [] { return true; };
  REQUIRE(world.fetch());
  CHECK(world.fetcher.asked.back() == std::string(kPath) + " from 12288");
  CHECK(world.blobs.read(kName, world.file) == world.bytes);
  CHECK(world.stored().size() == 1);
}

TEST_CASE("a part that is complete already is verified without asking the server", "[client]") {
  World world;
  REQUIRE(write_file_atomically(world.part, world.bytes));
  REQUIRE(world.fetch());
  CHECK(world.fetcher.asked.empty());
  CHECK(world.blobs.read(kName, world.file) == world.bytes);
}

TEST_CASE("a part that was damaged is fetched whole in the same update", "[client]") {
  World world;
  std::string damaged = world.bytes.substr(0, 5000);
  damaged[100] = 'x';
  for (const std::string& left : {damaged, world.bytes + "more", std::string(world.bytes.size(), 'x')}) {
    INFO(left.size());
    REQUIRE(write_file_atomically(world.part, left));
    fs::remove(world.folder / "blobs" / world.file.hashes.sha256);
    REQUIRE(world.fetch());
    CHECK(world.blobs.read(kName, world.file) == world.bytes);
    CHECK(world.stored().size() == 1);
  }
}

TEST_CASE("attack: a flipped byte anywhere in a blob is refused by name and nothing is kept", "[client]") {
  for (const std::size_t at : {std::size_t{0}, std::size_t{20000}, World().bytes.size() - 1}) {
    World world;
    world.files[kPath][at] = '!';
    const auto fetched = world.fetch();
    REQUIRE_FALSE(fetched);
    CHECK(fetched.error().code == Errc::bad_hash);
    CHECK(fetched.error().message.starts_with(kName));
    CHECK(world.stored().empty());
    world.files[kPath] = world.bytes;
    CHECK(world.fetch());
  }
}

TEST_CASE("attack: a blob of another length is refused", "[client]") {
  World world;
  world.files[kPath] = world.bytes + "x";
  CHECK(world.fetch().error().code == Errc::too_large);
  CHECK(world.stored().empty());
  world.files[kPath] = world.bytes.substr(0, world.bytes.size() - 1);
  CHECK(world.fetch().error().code == Errc::bad_hash);
  CHECK(world.stored().empty());
}

TEST_CASE("attack: a link in place of a part is not written through", "[client]") {
  World world;
  REQUIRE(write_file_atomically(world.folder / "precious", "precious"));
  fs::create_symlink(world.folder / "precious", world.part);
  CHECK_FALSE(world.fetch());
  CHECK(read_file(world.folder / "precious", 100) == "precious");
}

TEST_CASE("a file with a SHA-512 alone is stored by that", "[client]") {
  World world;
  world.file.hashes = {"", tuf::sha512_hex(world.bytes)};
  REQUIRE(world.fetch());
  CHECK(world.stored() == std::vector<std::string>{world.file.hashes.sha512});
  CHECK(world.blobs.read(kName, world.file) == world.bytes);
}

TEST_CASE("attack: of two hashes both must hold", "[client][security]") {
  World world;
  world.file.hashes.sha512 = tuf::sha512_hex("other bytes");
  CHECK(world.fetch().error().code == Errc::bad_hash);
  CHECK(world.stored().empty());
  world.file.hashes.sha512 = tuf::sha512_hex(world.bytes);
  CHECK(world.fetch());
}

TEST_CASE("one content under two names is fetched once", "[client]") {
  World world;
  world.files["targets/other"] = world.bytes;
  const auto fetched = world.blobs.fetch_missing(
      world.fetcher, {{kPath, kName, world.file}, {"targets/other", "other", world.file}});
  CHECK(fetched == 1);
  CHECK(world.fetcher.asked.size() == 1);
}

TEST_CASE("a disk without room is told before anything is fetched, with the bytes needed", "[client]") {
  World world;
  world.file.length = std::int64_t{1} << 60;
  const auto fetched = world.fetch();
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().code == Errc::no_space);
  CHECK(fetched.error().message.find("1152921504606846976 bytes are needed") != std::string::npos);
  CHECK(world.fetcher.asked.empty());
}

TEST_CASE("a file that is wrong does not keep the others from coming", "[client]") {
  World world;
  std::vector<WantedBlob> wanted;
  for (const char* name : {"a", "b", "c"}) {
    const std::string bytes = std::string("content of ") + name;
    world.files[std::string("targets/") + name] = bytes;
    wanted.push_back({std::string("targets/") + name,
                      name,
                      {static_cast<std::int64_t>(bytes.size()), {tuf::sha256_hex(bytes), ""}, ""}});
  }
  world.files["targets/a"] = "evil content";
  const auto fetched = world.blobs.fetch_missing(world.fetcher, wanted);
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().code == Errc::bad_hash);
  CHECK(fetched.error().message.starts_with("a: "));
  CHECK(world.stored().size() == 2);
}

TEST_CASE("files that have come keep their names when the line dies", "[client]") {
  World world;
  std::vector<WantedBlob> wanted;
  for (int i = 0; i < 100; ++i) {
    const std::string bytes = "content of " + std::to_string(i);
    const std::string path = "targets/" + std::to_string(i);
    world.files[path] = bytes;
    wanted.push_back(
        {path, path, {static_cast<std::int64_t>(bytes.size()), {tuf::sha256_hex(bytes), ""}, ""}});
  }
  int chunks = 60;
  world.fetcher.goes_on = [&chunks] { return chunks-- > 0; };
  CHECK(world.blobs.fetch_missing(world.fetcher, wanted).error().code == Errc::network);
  for (int i = 0; i < 60; ++i) CHECK(world.blobs.has(wanted[static_cast<std::size_t>(i)].file));
  world.fetcher.goes_on = [] { return true; };
  REQUIRE(world.blobs.fetch_missing(world.fetcher, wanted) == 40);
  for (const WantedBlob& one : wanted) CHECK(world.blobs.read(one.name, one.file));
  CHECK(world.stored().size() == 100);
}

TEST_CASE("a file that is cut off again and again goes on at once while bytes arrive", "[client]") {
  World world;
  int chunks = 0;
  world.fetcher.goes_on = [&chunks] { return ++chunks % 3 != 0; };
  std::int64_t written = 0;
  Progress last;
  const DownloadWatch watch{[&last](const Progress& progress) { last = progress; },
                            [&written](std::int64_t bytes) {
                              written += bytes;
                              return Result<void>();
                            }};
  REQUIRE(world.blobs.fetch_missing(world.fetcher, {{kPath, kName, world.file}}, watch));
  CHECK(world.fetcher.asked.size() > 2);
  CHECK(written == world.file.length);
  CHECK(last == Progress{world.file.length, world.file.length, 1, 1});
}

TEST_CASE("what the watch does not allow is not written", "[client]") {
  World world;
  std::int64_t left = 10000;
  const DownloadWatch watch{{}, [&left](std::int64_t bytes) -> Result<void> {
                              if (bytes > left) return fail(Errc::forbidden, "enough for today");
                              left -= bytes;
                              return {};
                            }};
  const auto fetched = world.blobs.fetch_missing(world.fetcher, {{kPath, kName, world.file}}, watch);
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().code == Errc::forbidden);
  CHECK(fs::file_size(world.part) == 8192);
}

TEST_CASE("a blob that the disk damaged is refused when read and fetched again after", "[client]") {
  World world;
  REQUIRE(world.fetch());
  std::string damaged = world.bytes;
  damaged[0] = 'x';
  REQUIRE(write_file_atomically(world.folder / "blobs" / world.file.hashes.sha256, damaged));
  const auto read = world.blobs.read(kName, world.file);
  CHECK(read.error().code == Errc::bad_hash);
  CHECK(read.error().message.starts_with(kName));
  CHECK_FALSE(world.blobs.has(world.file));
  REQUIRE(world.fetch());
  CHECK(world.blobs.read(kName, world.file) == world.bytes);
}

TEST_CASE("blobs and parts that nobody needs are removed", "[client]") {
  World world;
  REQUIRE(world.fetch());
  REQUIRE(write_file_atomically(world.folder / "blobs" / std::string(64, 'a'), "x"));
  REQUIRE(write_file_atomically(world.folder / "blobs" / (std::string(64, 'b') + ".part"), "x"));
  world.blobs.keep_only({world.file.hashes.sha256});
  CHECK(world.stored() == std::vector<std::string>{world.file.hashes.sha256});
}
