#include "content/base/open_beneath.h"

#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <fstream>

#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang;
namespace fs = std::filesystem;

namespace {

struct Tree {
  Tree() {
    fs::create_directories(folder / "repo/targets/deep");
    write("repo/targets/deep/file.json");
    write("secret.pem");
    opened = open_folder(folder / "repo").value();
  }
  void write(const std::string& path) const { std::ofstream(folder / path) << "bytes"; }

  testing::TemporaryFolder folder;
  FileDescriptor opened;
};

}  // namespace

TEST_CASE("a regular file below the folder is opened", "[file]") {
  const Tree tree;
  const Resolve resolve = GENERATE(Resolve::by_kernel, Resolve::by_component);
  const auto file = open_beneath(tree.opened, "targets/deep/file.json", resolve);
  REQUIRE(file);
  char byte = 0;
  CHECK(::read(file->get(), &byte, 1) == 1);
}

TEST_CASE("attack: a symbolic link at any component is refused", "[file]") {
  const Tree tree;
  const Resolve resolve = GENERATE(Resolve::by_kernel, Resolve::by_component);
  fs::create_symlink(tree.folder / "secret.pem", tree.folder / "repo/targets/link.json");
  fs::create_directory_symlink(tree.folder.path(), tree.folder / "repo/targets/out");
  fs::create_directory_symlink("deep", tree.folder / "repo/targets/inside");
  fs::create_symlink("deep/file.json", tree.folder / "repo/targets/inside.json");
  for (const char* path :
       {"targets/link.json", "targets/out/secret.pem", "targets/inside/file.json", "targets/inside.json"}) {
    INFO(path);
    const auto file = open_beneath(tree.opened, path, resolve);
    REQUIRE_FALSE(file);
    CHECK(file.error().code == Errc::forbidden);
    CHECK(file.error().message.find(path) != std::string::npos);
  }
}

TEST_CASE("attack: a path that leaves the folder is refused", "[file]") {
  using namespace std::string_literals;
  const Tree tree;
  const Resolve resolve = GENERATE(Resolve::by_kernel, Resolve::by_component);
  for (const std::string& path :
       {"../secret.pem"s, "targets/../../secret.pem"s, "/etc/passwd"s, ""s, "."s, "targets//deep"s,
        "targets/./deep"s, "targets/deep/"s, "targets/deep/file.json\0x"s}) {
    INFO(path);
    const auto file = open_beneath(tree.opened, path, resolve);
    REQUIRE_FALSE(file);
    CHECK(file.error().code == Errc::forbidden);
  }
}

TEST_CASE("what is absent, a folder or a pipe is not found", "[file]") {
  const Tree tree;
  const Resolve resolve = GENERATE(Resolve::by_kernel, Resolve::by_component);
  REQUIRE(::mkfifo((tree.folder / "repo/targets/pipe").c_str(), 0600) == 0);
  for (const char* path :
       {"targets/none", "none/file", "targets/deep", "targets/pipe", "targets/deep/file.json/more"}) {
    INFO(path);
    const auto file = open_beneath(tree.opened, path, resolve);
    REQUIRE_FALSE(file);
    CHECK(file.error().code == Errc::not_found);
  }
}

TEST_CASE("a folder that is not there is said by its name", "[file]") {
  const testing::TemporaryFolder folder;
  const auto opened = open_folder(folder / "none");
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == Errc::not_found);
  CHECK(opened.error().message.find("none") != std::string::npos);
}
