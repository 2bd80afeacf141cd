// What a database holds beside the guides: the catalogue, a province, a commune's own pages and pictures.

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "content/base/file.h"
#include "content/base/fingerprint.h"
#include "content/database/guide_database.h"
#include "content/database/sqlite.h"
#include "tests/support/careful_bundle.h"
#include "tests/support/sample_local.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::database;
using namespace conglang::testing;

namespace {

constexpr std::uintmax_t kMaxBytes = 10'000'000;

// With a retired guide and a patch set aside, so that every part of Content holds something.
guide::Assembled sample_assembled() {
  guide::Files files = full_bundle();
  files["communes/09784/patches/khai-tu.json"] = "{";
  files["national/guides/cu.json"] = with(sample_guide_named("cu"), "\"title\": {\"vi\": \"Làm",
                                          "\"status\": \"withdrawn\", \"title\": {\"vi\": \"Làm");
  auto assembled = guide::assemble(files, kSampleCommune);
  if (!assembled) FAIL(assembled.error().message);
  return std::move(*assembled);
}

Origin sample_origin() {
  return {"09784", 7, "2026-11-24T01:00:00Z"};
}

void build_at(const std::filesystem::path& path, const guide::Assembled& assembled) {
  const auto built = build(path, assembled.content, sample_origin(), assembled.media);
  if (!built) FAIL(built.error().message);
}

std::string bytes_at(const std::filesystem::path& path) {
  auto bytes = read_file(path, kMaxBytes);
  REQUIRE(bytes);
  return *bytes;
}

void put(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << bytes;
  REQUIRE(file.flush());
}

// Every row of every table as text: what `sqlite3 FILE .dump` would tell, whatever the version of SQLite.
std::string dump_of(const std::filesystem::path& path) {
  auto database = Connection::immutable(path);
  REQUIRE(database);
  auto tables = database->prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  REQUIRE(tables);
  std::string dump;
  while (tables->step().value()) {
    dump += tables->text(1) + "\n";
    const std::string name = tables->text(0);
    auto columns = database->prepare("SELECT count(*) FROM pragma_table_info(?)");
    REQUIRE(columns);
    columns->bind(std::string_view(name));
    REQUIRE(columns->step().value());
    auto rows = database->prepare("SELECT * FROM \"" + name + "\" ORDER BY 1, 2");
    REQUIRE(rows);
    while (rows->step().value()) {
      for (int i = 0; i < columns->integer(0); ++i) dump += rows->blob(i) + "|";
      dump += "\n";
    }
  }
  return dump;
}

}  // namespace

TEST_CASE("everything of all layers is loaded as it was built", "[database]") {
  const TemporaryFolder folder;
  const guide::Assembled assembled = sample_assembled();
  REQUIRE(assembled.content.retired.size() == 1);
  build_at(folder / "a.db", assembled);
  const auto stored = load(folder / "a.db");
  if (!stored) FAIL(stored.error().message);
  CHECK(stored->content == assembled.content);
}

TEST_CASE("recordings are loaded one at a time, and one whose bytes changed is told",
          "[database][recording][security]") {
  const TemporaryFolder folder;
  guide::Assembled assembled = sample_assembled();
  build_at(folder / "a.db", assembled);
  const std::string& opus = assembled.media.recordings.at("dinh-lang.opus");
  CHECK(load_recording(folder / "a.db", "dinh-lang.opus") == opus);
  CHECK(load_recording(folder / "a.db", "dinh-lang.jpg").error().code == Errc::not_found);
  std::string damaged = bytes_at(folder / "a.db");
  damaged[damaged.find("OpusTags")] = 'X';
  put(folder / "damaged.db", damaged);
  CHECK(load_recording(folder / "damaged.db", "dinh-lang.opus").error().code == Errc::invalid);
  CHECK(load(folder / "damaged.db")->content == assembled.content);
  assembled.media.recordings.clear();
  CHECK(build(folder / "b.db", assembled.content, sample_origin(), assembled.media).error().code ==
        Errc::invalid);
}

TEST_CASE("pictures are loaded one at a time", "[database]") {
  const TemporaryFolder folder;
  const guide::Assembled assembled = sample_assembled();
  build_at(folder / "a.db", assembled);
  for (const auto& [file, bytes] : assembled.media.pictures)
    CHECK(load_picture(folder / "a.db", file) == bytes);
  CHECK(load_picture(folder / "a.db", "khong-co.jpg").error().code == Errc::not_found);
  CHECK(load_picture(folder / "none.db", "dinh-lang.jpg").error().code == Errc::not_found);
  CHECK(load_picture(folder / "a.db", "' OR 1 --").error().code == Errc::not_found);
}

TEST_CASE("a picture without its bytes is no content", "[database]") {
  const TemporaryFolder folder;
  guide::Assembled assembled = sample_assembled();
  CHECK(build(folder / "a.db", assembled.content, sample_origin()).error().code == Errc::invalid);
  assembled.media.pictures["dinh-lang.jpg"] += "x";
  CHECK(build(folder / "a.db", assembled.content, sample_origin(), assembled.media).error().code ==
        Errc::invalid);
  CHECK(list_files(folder.path())->empty());
}

TEST_CASE("the same files give the same bytes and the same dump, and so does what was loaded", "[database]") {
  const TemporaryFolder folder;
  const guide::Assembled assembled = sample_assembled();
  build_at(folder / "a.db", assembled);
  build_at(folder / "b.db", sample_assembled());
  CHECK(bytes_at(folder / "a.db") == bytes_at(folder / "b.db"));
  const auto stored = load(folder / "a.db");
  REQUIRE(stored);
  REQUIRE(build(folder / "c.db", stored->content, stored->origin, assembled.media));
  CHECK(dump_of(folder / "a.db") == dump_of(folder / "c.db"));
  CHECK(dump_of(folder / "a.db").find("Nhà văn hóa thôn Dịch Trung") != std::string::npos);
}

// Debian 12 has SQLite 3.40 and Debian 13 has 3.46: the same figure passes on both. Whoever changes the
// schema or the careful bundle finds the new one in the failure's message.
TEST_CASE("every version of SQLite makes a database with the same dump", "[database]") {
  const TemporaryFolder folder;
  const auto careful = guide::assemble(careful_bundle(), kSampleCommune);
  REQUIRE(careful);
  build_at(folder / "a.db", *careful);
  Fingerprint fingerprint;
  fingerprint.add(dump_of(folder / "a.db"));
  CHECK(fingerprint.digits() == "3880b85e8db90b38");
}

TEST_CASE("pages out of the order of their ids are refused", "[database]") {
  const TemporaryFolder folder;
  guide::Assembled assembled = sample_assembled();
  std::swap(assembled.content.notices.at(0), assembled.content.notices.at(1));
  CHECK(build(folder / "a.db", assembled.content, sample_origin(), assembled.media).error().code ==
        Errc::invalid);
}

TEST_CASE("attack: a flipped byte changes no page and no picture unseen", "[database][security]") {
  const TemporaryFolder folder;
  const guide::Assembled assembled = sample_assembled();
  build_at(folder / "a.db", assembled);
  const std::string sound = bytes_at(folder / "a.db");
  for (std::size_t at = 7; at < sound.size(); at += 373) {
    CAPTURE(at);
    std::string damaged = sound;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
    put(folder / "damaged.db", damaged);
    const auto stored = load(folder / "damaged.db");
    CHECK((!stored || *stored == Stored{assembled.content, sample_origin()}));
    for (const auto& [file, bytes] : assembled.media.pictures) {
      const auto picture = load_picture(folder / "damaged.db", file);
      CHECK((!picture || *picture == bytes));
    }
  }
}

TEST_CASE("attack: a picture whose bytes changed is told, and the rest still loads", "[database][security]") {
  const TemporaryFolder folder;
  const guide::Assembled assembled = sample_assembled();
  build_at(folder / "a.db", assembled);
  std::string damaged = bytes_at(folder / "a.db");
  const std::size_t at = damaged.find("JFIF");
  REQUIRE(at != std::string::npos);
  damaged[at] = 'X';
  put(folder / "damaged.db", damaged);
  CHECK(load_picture(folder / "damaged.db", "dinh-lang.jpg").error().code == Errc::invalid);
  CHECK(load_picture(folder / "damaged.db", "san-dinh.png") == assembled.media.pictures.at("san-dinh.png"));
  CHECK(load(folder / "damaged.db")->content == assembled.content);
}
