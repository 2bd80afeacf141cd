// init, publish, refresh and verify as an operator runs them: the program itself, its output and status.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "tests/folders.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

// A folder with OUT/bundle, and the tool run in it.
class Desk {
 public:
  Desk() {
    put("OUT/bundle/national/links.json", "{}");
    put("OUT/bundle/communes/09784/place/p.json", "p");
    put("passphrase", "một câu dài\nthứ hai\n");
  }

  void put(const std::string& path, const std::string& bytes) const {
    fs::create_directories((folder / path).parent_path());
    REQUIRE(write_file_atomically(folder / path, bytes));
  }

  Finished run(const std::string& arguments) const {
    return run_shell("cd '" + folder.path().string() + "' && '" + CONGLANG_BIN_DIR + "/conglang' " +
                     arguments);
  }

  TemporaryFolder folder;
};

constexpr const char* kInit = "init --repo repo --keys keys --commune 09784";
constexpr const char* kPublish = "publish OUT --repo repo --keys keys";

}  // namespace

TEST_CASE("a commune goes from nothing to a published bundle in two commands", "[cli]") {
  const Desk desk;
  const Finished made = desk.run(kInit);
  INFO(made.output);
  REQUIRE(made.status == 0);
  CHECK(made.says("repo/metadata/1.root.json"));
  CHECK(fs::status(desk.folder / "keys/passphrase").permissions() ==
        (fs::perms::owner_read | fs::perms::owner_write));
  const std::string passphrase = read_file(desk.folder / "keys/passphrase", 100).value();
  CHECK_FALSE(made.says(passphrase.substr(0, 20)));

  const Finished published = desk.run(kPublish);
  CHECK(published.status == 0);
  CHECK(published.says("Đã công bố phiên bản 2: thêm 2, sửa 0, bỏ 0"));
  const Finished again = desk.run(kPublish);
  CHECK(again.status == 0);
  CHECK(again.says("Không có gì thay đổi"));
  CHECK(desk.run("refresh --repo repo --keys keys").status == 0);
  CHECK(desk.run("verify --repo repo --root keys/root.json").says("Kho đúng như đã ký: 2 tệp"));
}

TEST_CASE("the passphrase is the first line of the file that is named", "[cli]") {
  const Desk desk;
  REQUIRE(desk.run(std::string(kInit) + " --passphrase-file passphrase").status == 0);
  CHECK_FALSE(fs::exists(desk.folder / "keys/passphrase"));
  const Finished without = desk.run(kPublish);
  CHECK(without.status == 1);
  CHECK(without.says("name yours with --passphrase-file"));
  desk.put("wrong", "thứ hai\n");
  const Finished wrong = desk.run(std::string(kPublish) + " --passphrase-file wrong");
  CHECK(wrong.status == 1);
  CHECK(wrong.says("the passphrase does not open the key"));
  desk.put("one-line", "một câu dài");
  CHECK(desk.run(std::string(kPublish) + " --passphrase-file one-line").status == 0);
}

TEST_CASE("a second init leaves everything as it was", "[cli]") {
  const Desk desk;
  REQUIRE(desk.run(kInit).status == 0);
  const auto root = read_file(desk.folder / "keys/root.json", 10000);
  const Finished again = desk.run(kInit);
  CHECK(again.status == 1);
  CHECK(again.says("never overwritten"));
  CHECK(read_file(desk.folder / "keys/root.json", 10000) == root);
  CHECK(desk.run(kPublish).status == 0);
}

TEST_CASE("attack: verify names the file that is not what was signed", "[cli][security]") {
  const Desk desk;
  REQUIRE(desk.run(kInit).status == 0);
  REQUIRE(desk.run(kPublish).status == 0);
  const auto blobs = list_files(desk.folder / "repo/targets/national");
  REQUIRE(blobs);
  REQUIRE(blobs->size() == 1);
  desk.put("repo/targets/national/" + blobs->front(), "forged");
  const Finished verified = desk.run("verify --repo repo");
  CHECK(verified.status == 1);
  CHECK(verified.says(blobs->front()));
}

TEST_CASE("what is missing on the command line is said", "[cli]") {
  const Desk desk;
  CHECK(desk.run("").status == 2);
  CHECK(desk.run("init --repo repo").says("--keys is required"));
  CHECK(desk.run("no-such-command").status == 2);
  CHECK(desk.run("publish nowhere --repo repo --keys keys").says("conglang build"));
  CHECK(desk.run("--version").status == 0);
  CHECK(desk.run("publish --help").says("--passphrase-file"));
}

TEST_CASE("the repository commands tell their results as JSON", "[cli]") {
  const Desk desk;
  const auto json_of = [&](const std::string& arguments) {
    const Finished done = desk.run(arguments + " --json");
    INFO(done.output);
    CHECK(done.status == 0);
    return nlohmann::json::parse(done.output, nullptr, false);
  };
  CHECK(json_of(kInit)["passphraseDrawn"] == true);
  const auto published = json_of(kPublish);
  CHECK(published["timestamp"] == 2);
  CHECK(published["added"].size() == 2);
  CHECK(json_of("refresh --repo repo --keys keys")["timestamp"] == false);
  CHECK(json_of("verify --repo repo")["files"] == 2);
  for (const auto& entry : fs::recursive_directory_iterator(desk.folder / "repo" / "targets")) {
    if (entry.is_regular_file()) REQUIRE(write_file_atomically(entry.path(), "tampered"));
  }
  const Finished tampered = desk.run("verify --repo repo --json 2>/dev/null");
  CHECK(tampered.status == 1);
  CHECK(nlohmann::json::parse(tampered.output, nullptr, false)["bad"].size() == 2);
}
