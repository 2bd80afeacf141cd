#include "content/publish/bundle_folder.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using conglang::testing::TemporaryFolder;
using publish::read_source;
using publish::write_bundle;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  REQUIRE(write_file_atomically(path, bytes));
}

}  // namespace

TEST_CASE("what is written is what is read", "[publish]") {
  const TemporaryFolder folder;
  const guide::Files files{{"national/guides/a.json", "a"}, {"national/links.json", "l"}};
  REQUIRE(write_bundle(files, folder.path()));
  CHECK(read_source(folder / "bundle") == files);
}

TEST_CASE("files of an earlier bundle are gone, and so is what a cut-off build left", "[publish]") {
  const TemporaryFolder folder;
  REQUIRE(write_bundle({{"national/guides/old.json", "old"}}, folder.path()));
  put(folder / "bundle.new/national/guides/half.json", "half");
  put(folder / "bundle.old/x", "x");
  REQUIRE(write_bundle({{"national/guides/new.json", "new"}}, folder.path()));
  CHECK(list_files(folder.path()) == std::vector<std::string>{"bundle/national/guides/new.json"});
}

TEST_CASE("a bundle that cannot be written leaves the old one", "[publish]") {
  const TemporaryFolder folder;
  REQUIRE(write_bundle({{"national/links.json", "old"}}, folder.path()));
  // A path that is a file and a folder at once cannot be made.
  const auto result = write_bundle({{"national", "x"}, {"national/links.json", "new"}}, folder.path());
  CHECK_FALSE(result);
  CHECK(read_source(folder / "bundle") == guide::Files{{"national/links.json", "old"}});
}

TEST_CASE("notes, hidden files and editors' copies are no content", "[publish]") {
  const TemporaryFolder folder;
  for (const char* path :
       {"README.md", ".git/config", "national/.DS_Store", "national/links.json~", "national/links.json"}) {
    put(folder / path, "x");
  }
  CHECK(read_source(folder.path()) == guide::Files{{"national/links.json", "x"}});
}

TEST_CASE("a folder that is not there is told by name", "[publish]") {
  const auto files = read_source("/nonexistent/guides");
  REQUIRE_FALSE(files);
  CHECK(files.error().code == Errc::not_found);
}

TEST_CASE("attack: a link or a huge file in the folder is refused", "[publish][security]") {
  const TemporaryFolder folder;
  put(folder / "national/links.json", std::string(publish::kMaxSourceBytes + 1, 'x'));
  CHECK(read_source(folder.path()).error().code == Errc::too_large);
  fs::remove(folder / "national/links.json");
  fs::create_symlink("/etc/passwd", folder / "national/links.json");
  CHECK(read_source(folder.path()).error().code == Errc::forbidden);
}
