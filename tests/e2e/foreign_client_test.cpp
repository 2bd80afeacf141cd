// Another client of The Update Framework, tuf-js, reads what our publisher signed and our server serves.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "content/base/file.h"
#include "tests/e2e/village.h"
#include "tests/folders.h"

using namespace conglang;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

constexpr const char* kGuide = "national/guides/khai-sinh.json";
constexpr const char* kPlace = "communes/09784/place/thuong-thap.json";

// The published blobs of a target, "targets/<folder>/<sha256>.<name>", oldest first.
std::vector<fs::path> blobs_of(const fs::path& repository, const fs::path& target) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(repository / "targets" / target.parent_path()))
    if (entry.path().filename().string().ends_with("." + target.filename().string()))
      found.push_back(entry.path());
  std::ranges::sort(found, {}, [](const fs::path& path) { return fs::last_write_time(path); });
  return found;
}

std::string sha256_of(const fs::path& blob) {
  return blob.filename().string().substr(0, 64);
}

// A village, and a stranger's client with a folder of its own.
struct Scene {
  Village village;
  TemporaryFolder work;

  Finished read(const Arguments& targets) const {
    const fs::path script = fs::path(CONGLANG_SOURCE_DIR) / "tests/e2e/foreign_client/read_repository.mjs";
    Arguments words{"node",
                    script,
                    fs::path(CONGLANG_THIRD_PARTY) / "foreign-client",
                    village.url(),
                    village.repository() / "metadata" / "1.root.json",
                    work.path()};
    words.insert(words.end(), targets.begin(), targets.end());
    return run(words);
  }
};

}  // namespace

TEST_CASE("a client that shares no line with ours reads the repository and follows a change", "[e2e]") {
  Scene scene;
  const Finished first = scene.read({kGuide, kPlace});
  INFO(first.output);
  REQUIRE(first.status == 0);
  for (const char* path : {kGuide, kPlace}) {
    const auto blobs = blobs_of(scene.village.repository(), path);
    REQUIRE(blobs.size() == 1);
    CHECK(first.says(sha256_of(blobs.front())));
  }
  scene.village.edit(kPlace, [](nlohmann::json& place) { place["hours"]["vi"] = "Từ 7 giờ đến 21 giờ"; });
  scene.village.publish();
  const Finished second = scene.read({kPlace});
  INFO(second.output);
  CHECK(second.status == 0);
  CHECK(second.says(sha256_of(blobs_of(scene.village.repository(), kPlace).back())));
}

TEST_CASE("attack: what our client refuses, a foreign one refuses as well", "[e2e][security]") {
  Scene scene;
  const fs::path blob = blobs_of(scene.village.repository(), kGuide).front();
  std::string bytes = read_file(blob, 1UL << 20U).value();
  bytes[bytes.size() / 2] ^= 1;
  REQUIRE(write_file_atomically(blob, bytes));
  const Finished forged = scene.read({kGuide});
  INFO(forged.output);
  CHECK(forged.status == 1);
  CHECK(scene.read({"national/guides/khong-co.json"}).says("no role signs it"));
}
