#include "content/publish/replace_folder.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using conglang::testing::TemporaryFolder;
using publish::replace_folder;
using Names = std::vector<std::string>;

TEST_CASE("the new folder takes the place of the old, whole", "[publish]") {
  const TemporaryFolder folder;
  REQUIRE(replace_folder({{"mark", "1"}, {"en/old.html", "old"}}, folder / "www", "mark"));
  REQUIRE(replace_folder({{"mark", "2"}, {"new.html", "new"}}, folder / "www", "mark"));
  CHECK(list_files(folder.path()) == Names{"www/mark", "www/new.html"});
  CHECK(read_file(folder / "www/mark", 10) == std::string("2"));
}

TEST_CASE("an empty folder may be used, and a slash at the end changes nothing", "[publish]") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "www");
  REQUIRE(replace_folder({{"mark", "1"}}, (folder / "www").string() + "/", "mark"));
  CHECK(list_files(folder.path()) == Names{"www/mark"});
}

TEST_CASE("what a cut-off run left is cleared away", "[publish]") {
  const TemporaryFolder folder;
  for (const char* rest : {"www.new", "www.old"}) {
    std::filesystem::create_directory(folder / rest);
    REQUIRE(write_file_atomically(folder / rest / "mark", "0"));
  }
  REQUIRE(replace_folder({{"mark", "1"}}, folder / "www", "mark"));
  CHECK(list_files(folder.path()) == Names{"www/mark"});
}

TEST_CASE("attack: a folder that holds something else is not replaced", "[publish][attack]") {
  const TemporaryFolder folder;
  for (const char* name : {"www", "www.new", "www.old"}) {
    std::filesystem::create_directory(folder / name);
    REQUIRE(write_file_atomically(folder / name / "letters.txt", "x"));
    const auto result = replace_folder({{"mark", "1"}}, folder / "www", "mark");
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Errc::forbidden);
    CHECK(list_files(folder.path()) == Names{std::string(name) + "/letters.txt"});
    std::filesystem::remove_all(folder / name);
  }
}

TEST_CASE("attack: a link in the folder's place is not followed", "[publish][attack]") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "home");
  REQUIRE(write_file_atomically(folder / "home/mark", "x"));
  std::filesystem::create_directory_symlink(folder / "home", folder / "www");
  CHECK_FALSE(replace_folder({{"mark", "1"}}, folder / "www", "mark"));
  CHECK(read_file(folder / "home/mark", 10) == std::string("x"));
}
