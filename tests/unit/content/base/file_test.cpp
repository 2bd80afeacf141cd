#include "content/base/file.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file_steps.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
namespace fs = std::filesystem;
using conglang::testing::TemporaryFolder;

TEST_CASE("a file written is the file read", "[base]") {
  const TemporaryFolder folder;
  const fs::path path = folder / "a";
  REQUIRE(write_file_atomically(path, "một"));
  REQUIRE(write_file_atomically(path, "hai"));
  CHECK(read_file(path, 100) == "hai");
  CHECK(list_files(folder.path()) == std::vector<std::string>{"a"});
}

TEST_CASE("a file over the bound is refused with its path", "[base]") {
  const TemporaryFolder folder;
  REQUIRE(write_file_atomically(folder / "long", std::string(200000, 'x')));
  const auto bytes = read_file(folder / "long", 199999);
  REQUIRE_FALSE(bytes);
  CHECK(bytes.error().code == Errc::too_large);
  CHECK(bytes.error().message.find("long") != std::string::npos);
  CHECK(read_file(folder / "long", 200000));
}

TEST_CASE("a missing file and a folder are told apart from a file", "[base]") {
  const TemporaryFolder folder;
  CHECK(read_file(folder / "none", 10).error().code == Errc::not_found);
  CHECK(read_file(folder.path(), 10).error().code == Errc::io);
}

TEST_CASE("a write that fails leaves the old file and nothing temporary", "[base]") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "target");
  REQUIRE(write_file_atomically(folder / "target" / "inside", "x"));
  // A folder that is not empty cannot be replaced by a file.
  CHECK_FALSE(write_file_atomically(folder / "target", "y"));
  CHECK(list_files(folder.path()) == std::vector<std::string>{"target/inside"});
}

TEST_CASE("a file that is removed twice was there once", "[base]") {
  const TemporaryFolder folder;
  REQUIRE(write_file_atomically(folder / "a", "x"));
  CHECK(remove_file(folder / "a") == true);
  CHECK(remove_file(folder / "a") == false);
  CHECK(remove_file(folder.path()).error().code == Errc::io);
}

TEST_CASE("a lock is one holder's until its descriptor is closed", "[base]") {
  const TemporaryFolder folder;
  auto first = lock_file(folder / "lock");
  REQUIRE(first);
  REQUIRE(*first);
  const auto second = lock_file(folder / "lock");
  REQUIRE(second);
  CHECK_FALSE(*second);
  first->reset();
  CHECK(lock_file(folder / "lock").value().has_value());
  CHECK(lock_file(folder / "none" / "lock").error().code == Errc::not_found);
}

TEST_CASE("attack: a lock is not taken through a symbolic link", "[base][security]") {
  const TemporaryFolder folder;
  fs::create_symlink(folder / "elsewhere", folder / "lock");
  CHECK_FALSE(lock_file(folder / "lock"));
  CHECK_FALSE(fs::exists(folder / "elsewhere"));
}

TEST_CASE("attack: a symbolic link in a content folder is refused, not followed", "[base][security]") {
  const TemporaryFolder folder;
  fs::create_symlink("/etc/passwd", folder / "guide.json");
  const auto files = list_files(folder.path());
  REQUIRE_FALSE(files);
  CHECK(files.error().code == Errc::forbidden);
}
