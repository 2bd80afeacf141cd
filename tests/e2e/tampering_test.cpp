// What the agent takes from a server that somebody else has had their hands on.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/e2e/village.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

/// Changes one byte in the middle of `file`, keeping its length.
void flip_byte(const fs::path& file) {
  auto bytes = read_file(file, 64UL << 20U);
  REQUIRE(bytes);
  REQUIRE_FALSE(bytes->empty());
  char& middle = (*bytes)[bytes->size() / 2];
  middle = static_cast<char>(middle ^ 1);
  REQUIRE(write_file_atomically(file, *bytes));
}

std::vector<std::string> blobs(const Village& village) {
  const auto files = list_files(village.repository() / "targets");
  REQUIRE(files);
  return *files;
}

/// The file of `role` with the highest version number; timestamp has none.
fs::path newest(const fs::path& metadata, const std::string& role) {
  fs::path best = metadata / (role + ".json");
  int best_version = -1;
  for (const auto& entry : fs::directory_iterator(metadata)) {
    const std::string name = entry.path().filename();
    const auto dot = name.find('.');
    if (dot == std::string::npos || name.substr(dot + 1) != role + ".json") continue;
    const int version = std::stoi(name);
    if (version > best_version) {
      best_version = version;
      best = entry.path();
    }
  }
  return best;
}

}  // namespace

TEST_CASE("attack: a flipped byte in a metadata file is refused by name, and the old content stays",
          "[e2e][security]") {
  Village village;
  REQUIRE(village.sync().status == 0);
  const std::string active = village.active_database();
  village.edit("national/guides/khai-sinh.json",
               [](nlohmann::json& guide) { guide["title"]["vi"] = "Khai sinh cho bé"; });
  village.edit("communes/09784/place/thuong-thap.json",
               [](nlohmann::json& place) { place["name"]["vi"] = "Nhà văn hóa thôn mới"; });
  village.publish();

  for (const std::string role : {"timestamp", "snapshot", "targets", "commune-09784"}) {
    CAPTURE(role);
    const fs::path file = newest(village.repository() / "metadata", role);
    const auto good = read_file(file, 64UL << 20U);
    flip_byte(file);
    const Finished refused = village.sync();
    INFO(refused.output);
    CHECK(refused.status == 1);
    CHECK(refused.output.find(role) != std::string::npos);
    CHECK(village.active_database() == active);
    REQUIRE(write_file_atomically(file, *good));
  }
  REQUIRE(village.sync().status == 0);
  CHECK(village.active_database() != active);
}

TEST_CASE("attack: a flipped byte in any blob is refused by name, and the old content stays",
          "[e2e][security]") {
  Village village;
  REQUIRE(village.sync().status == 0);
  const std::string active = village.active_database();
  // Every guide gets a new blob.
  for (const auto& entry : fs::directory_iterator(village.content() / "national" / "guides")) {
    village.edit("national/guides/" + entry.path().filename().string(),
                 [](nlohmann::json& guide) { guide["changeNote"]["vi"] = "Sửa lỗi chữ."; });
  }
  const auto old_blobs = blobs(village);
  village.publish();
  // Each try begins with what the kiosk had before: a blob that arrived whole is not fetched again.
  const TemporaryFolder before;
  fs::copy(village.data(), before.path(), fs::copy_options::recursive);
  int tried = 0;
  for (const std::string& blob : blobs(village)) {
    if (std::find(old_blobs.begin(), old_blobs.end(), blob) != old_blobs.end()) continue;
    CAPTURE(blob);
    const fs::path file = village.repository() / "targets" / blob;
    const auto good = read_file(file, 64UL << 20U);
    flip_byte(file);
    fs::remove_all(village.data());
    fs::copy(before.path(), village.data(), fs::copy_options::recursive);
    const Finished refused = village.sync();
    INFO(refused.output);
    CHECK(refused.status == 1);
    // The name without its hash: national/guides/khai-sinh.json
    const fs::path path(blob);
    const std::string hashed = path.filename();
    CHECK(refused.output.find((path.parent_path() / hashed.substr(hashed.find('.') + 1)).string()) !=
          std::string::npos);
    CHECK(village.active_database() == active);
    REQUIRE(write_file_atomically(file, *good));
    ++tried;
  }
  CHECK(tried >= 6);
  REQUIRE(village.sync().status == 0);
  CHECK(village.active_database() != active);
}

TEST_CASE("attack: a root that was not provisioned is not trusted", "[e2e][security]") {
  Village village;
  Village other(Village::Start::made);
  fs::copy_file(other.repository() / "metadata" / "1.root.json", village.data() / "root.json",
                fs::copy_options::overwrite_existing);
  const Finished refused = village.sync();
  INFO(refused.output);
  CHECK(refused.status == 1);
  CHECK(village.active_database().empty());
}
