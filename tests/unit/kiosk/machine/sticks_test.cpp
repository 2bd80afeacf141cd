#include "kiosk/machine/sticks.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "kiosk/machine/outbox.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::machine;
using conglang::testing::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

void make_tree(const fs::path& folder) {
  REQUIRE(make_folders(folder / "metadata"));
  REQUIRE(make_folders(folder / "targets"));
  REQUIRE(write_file_atomically(folder / "metadata" / "timestamp.json", "{}"));
}

}  // namespace

TEST_CASE("a tree is found at the top of a stick, under the user's name and in a folder of it", "[machine]") {
  const TemporaryFolder media;
  CHECK(find_sticks({media.path(), media / "nowhere"}).empty());
  make_tree(media / "A");
  make_tree(media.path() / "staff" / "B");
  make_tree(media.path() / "staff" / "C" / "conglang");
  REQUIRE(make_folders(media / "photos"));
  const auto sticks = find_sticks({media.path()});
  REQUIRE(sticks.size() == 3);
  CHECK(sticks[0] == kiosk::Stick{"A", (media / "A").string()});
  CHECK(sticks[1].name == "B");
  CHECK(sticks[2].tree == (media.path() / "staff" / "C" / "conglang").string());
}

TEST_CASE("attack: a stick leads elsewhere by a link, or has a name that is no text", "[machine][security]") {
  const TemporaryFolder media;
  const TemporaryFolder elsewhere;
  make_tree(elsewhere / "tree");
  fs::create_directory_symlink(elsewhere / "tree", media / "link");
  CHECK(find_sticks({media.path()}).empty());
  make_tree(media / "\xff\xfe");
  CHECK(find_sticks({media.path()}).at(0).name == "USB");
}

TEST_CASE("attack: a stick holds thousands of trees", "[machine][security]") {
  const TemporaryFolder media;
  for (int i = 0; i < 20; ++i) make_tree(media.path() / "stick" / std::to_string(i));
  CHECK(find_sticks({media.path()}).size() == 8);
}

TEST_CASE("a medium that can be written to is another file system", "[machine]") {
  const TemporaryFolder media;
  REQUIRE(make_folders(media / "no-stick"));
  CHECK_FALSE(writable_medium({media.path()}));
  // Every Linux has one below its root.
  const auto found = writable_medium({"/"});
  REQUIRE(found);
  struct stat of_medium {};
  struct stat of_folder_above {};
  REQUIRE(::stat(found->c_str(), &of_medium) == 0);
  REQUIRE(::stat(found->parent_path().c_str(), &of_folder_above) == 0);
  CHECK(of_medium.st_dev != of_folder_above.st_dev);
  CHECK(::access(found->c_str(), W_OK) == 0);
}
