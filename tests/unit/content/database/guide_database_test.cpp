#include "content/database/guide_database.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "content/base/file.h"
#include "tests/support/sample_bundle.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::database;
using conglang::testing::sample_bundle;
using conglang::testing::TemporaryFolder;

namespace {

constexpr std::uintmax_t kMaxBytes = 10'000'000;

// With a patch set aside, so that every part of Content holds something.
guide::Content sample_content() {
  guide::Files files = sample_bundle();
  files["communes/09784/patches/khai-tu.json"] = "{";
  auto assembled = guide::assemble(files, "09784");
  REQUIRE(assembled);
  REQUIRE(assembled->content.local_text_in_question.size() == 1);
  return assembled->content;
}

Origin sample_origin() {
  return {"09784", 7, "2026-11-24T01:00:00Z"};
}

std::string bytes_at(const std::filesystem::path& path) {
  auto bytes = read_file(path, kMaxBytes);
  REQUIRE(bytes);
  return *bytes;
}

// Without the fsync of write_file_atomically: many damaged files are tried.
void put(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << bytes;
  REQUIRE(file.flush());
}

}  // namespace

TEST_CASE("what is built is what is loaded", "[database]") {
  const TemporaryFolder folder;
  const guide::Content content = sample_content();
  REQUIRE(build(folder / "guides-7.db", content, sample_origin()));
  const auto stored = load(folder / "guides-7.db");
  if (!stored) FAIL(stored.error().message);
  CHECK(stored->content == content);
  CHECK(stored->origin == sample_origin());
}

TEST_CASE("the front is what is loaded but guides, catalogue and what is searched by", "[database]") {
  const TemporaryFolder folder;
  REQUIRE(build(folder / "guides-7.db", sample_content(), sample_origin()));
  const auto front = load_front(folder / "guides-7.db");
  if (!front) FAIL(front.error().message);
  guide::Content expected = sample_content();
  expected.guides.clear();
  expected.retired.clear();
  expected.local_text_in_question.clear();
  expected.catalogue = {};
  expected.sectors.clear();
  expected.search_words = {};
  CHECK(front->content == expected);
  CHECK(front->origin == sample_origin());
  CHECK(load_front(folder / "guides-8.db").error().code == Errc::not_found);
}

TEST_CASE("the same content gives the same bytes, and nothing beside the file", "[database]") {
  const TemporaryFolder folder;
  REQUIRE(build(folder / "a.db", sample_content(), sample_origin()));
  REQUIRE(build(folder / "b.db", sample_content(), sample_origin()));
  CHECK(bytes_at(folder / "a.db") == bytes_at(folder / "b.db"));
  REQUIRE(load(folder / "a.db"));
  CHECK(list_files(folder.path()) == std::vector<std::string>{"a.db", "b.db"});
}

TEST_CASE("a name with signs of a URI is still a name", "[database]") {
  const TemporaryFolder folder;
  REQUIRE(build(folder / "a?mode=memory#%41.db", sample_content(), sample_origin()));
  CHECK(load(folder / "a?mode=memory#%41.db"));
  CHECK(load(folder / "a").error().code == Errc::not_found);
}

TEST_CASE("an existing file, or a link in its place, is never written over", "[database]") {
  const TemporaryFolder folder;
  REQUIRE(write_file_atomically(folder / "a.db", "old"));
  std::filesystem::create_symlink(folder / "elsewhere", folder / "b.db");
  CHECK(build(folder / "a.db", sample_content(), sample_origin()).error().code == Errc::conflict);
  CHECK(build(folder / "b.db", sample_content(), sample_origin()).error().code == Errc::conflict);
  CHECK(bytes_at(folder / "a.db") == "old");
}

TEST_CASE("content that would not read back is refused and leaves nothing", "[database]") {
  const TemporaryFolder folder;
  guide::Content nameless = sample_content();
  nameless.guides[0].title = {};
  CHECK(build(folder / "a.db", nameless, sample_origin()).error().code == Errc::invalid);
  guide::Content unordered = sample_content();
  std::swap(unordered.guides[0], unordered.guides[1]);
  CHECK(build(folder / "a.db", unordered, sample_origin()).error().code == Errc::invalid);
  guide::Content doubled = sample_content();
  doubled.guides.push_back(doubled.guides.back());
  CHECK(build(folder / "a.db", doubled, sample_origin()).error().code == Errc::conflict);
  CHECK(list_files(folder.path())->empty());
}

TEST_CASE("a folder that is not there is told by name", "[database]") {
  const TemporaryFolder folder;
  const auto built = build(folder / "none" / "a.db", sample_content(), sample_origin());
  REQUIRE_FALSE(built);
  CHECK(built.error().message.find("none") != std::string::npos);
}

TEST_CASE("the leftover of a build that a power cut ended is not taken for a database", "[database]") {
  const TemporaryFolder folder;
  REQUIRE(build(folder / "whole.db", sample_content(), sample_origin()));
  const std::string bytes = bytes_at(folder / "whole.db");
  REQUIRE(write_file_atomically(folder / "guides-7.db.tmp1", bytes.substr(0, bytes.size() / 2)));
  CHECK(load(folder / "guides-7.db").error().code == Errc::not_found);
  CHECK(load(folder / "guides-7.db.tmp1").error().code == Errc::invalid);
  CHECK(build(folder / "guides-7.db", sample_content(), sample_origin()));
}

TEST_CASE("a file that is not one of ours is refused with its path", "[database]") {
  const TemporaryFolder folder;
  REQUIRE(build(folder / "ours.db", sample_content(), sample_origin()));
  const std::string ours = bytes_at(folder / "ours.db");
  std::string other_kind = ours;
  other_kind[68] = 'X';  // application_id, https://www.sqlite.org/fileformat2.html
  std::string other_version = ours;
  other_version[63] = 99;  // user_version
  for (const std::string& bytes :
       {std::string(), std::string("text"), std::string(8192, '\0'), other_kind, other_version}) {
    REQUIRE(write_file_atomically(folder / "a.db", bytes));
    const auto stored = load(folder / "a.db");
    REQUIRE_FALSE(stored);
    CHECK(stored.error().code == Errc::invalid);
    CHECK(stored.error().message.find("a.db: ") != std::string::npos);
  }
  CHECK(load(folder.path()).error().code == Errc::io);
}

TEST_CASE("a truncated file is refused", "[database]") {
  const TemporaryFolder folder;
  REQUIRE(build(folder / "a.db", sample_content(), sample_origin()));
  const std::string bytes = bytes_at(folder / "a.db");
  for (std::size_t size = 0; size < bytes.size(); size += 1000) {
    put(folder / "cut.db", bytes.substr(0, size));
    const auto stored = load(folder / "cut.db");
    REQUIRE_FALSE(stored);
    CHECK(stored.error().code == Errc::invalid);
  }
}

TEST_CASE("attack: a flipped byte is refused or changes nothing that is shown", "[database][security]") {
  const TemporaryFolder folder;
  const guide::Content content = sample_content();
  REQUIRE(build(folder / "a.db", content, sample_origin()));
  const std::string sound = bytes_at(folder / "a.db");
  const Stored sound_front = *load_front(folder / "a.db");
  for (std::size_t at = 0; at < sound.size(); at += 41) {
    std::string damaged = sound;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x01);
    put(folder / "damaged.db", damaged);
    const auto stored = load(folder / "damaged.db");
    const auto front = load_front(folder / "damaged.db");
    CAPTURE(at);
    CHECK((!front || *front == sound_front));
    if (stored) {
      CHECK(*stored == Stored{content, sample_origin()});
    } else {
      CHECK(stored.error().message.starts_with((folder / "damaged.db: ").string()));
    }
  }
}
