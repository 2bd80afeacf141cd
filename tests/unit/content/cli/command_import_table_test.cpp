// import csv and import xlsx as a clerk runs them.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "content/base/file.h"
#include "content/guide/guide_json.h"
#include "tests/folders.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using conglang::testing::Finished;
using conglang::testing::TemporaryFolder;

namespace {

const std::string kProgram = CONGLANG_BIN_DIR "/conglang";

Finished import(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {kProgram, "import"});
  return conglang::testing::run(arguments);
}

}  // namespace

TEST_CASE("the template is written once, and what it holds is imported", "[cli]") {
  const TemporaryFolder folder;
  const std::string file = (folder / "mau.csv").string();
  CHECK(import({"csv", "--template", file}).status == 0);
  CHECK(import({"csv", "--template", file}).status == 1);
  const auto bytes = read_file(file, 1 << 20);
  REQUIRE(bytes);
  CHECK(bytes->starts_with("\xef\xbb\xbfMã thủ tục;Tên thủ tục;"));
  const std::string out = (folder / "out").string();
  const Finished done = import({"csv", file, "--out", out, "--json"});
  CHECK(done.status == 0);
  CHECK(done.says("\"unknown\":0"));
  const auto files = list_files(out);
  REQUIRE(files);
  REQUIRE(files->size() == 1);
  const auto draft = read_file(folder / "out" / files->front(), 1 << 20);
  REQUIRE(draft);
  CHECK(guide::read_guide(*draft, "draft"));
}

TEST_CASE("a row of a national procedure becomes a patch, the others guides, and bad rows are told",
          "[cli]") {
  const TemporaryFolder folder;
  REQUIRE(write_file_atomically(
      folder / "ds.csv",
      "Mã,Tên,Giờ làm việc\n1.001193,Đăng ký khai sinh,Sáng thứ 7\n9.1,Tách hộ,\n9.2,,8:00\n"));
  const Finished done = import({"csv", (folder / "ds.csv").string(), "--out", (folder / "out").string(),
                                "--national", CONGLANG_SOURCE_DIR "/content/starter"});
  CHECK(done.status == 1);
  CHECK(done.says("ds.csv:4: không có tên thủ tục"));
  const auto files = list_files(folder / "out");
  REQUIRE(files);
  CHECK(*files == std::vector<std::string>{"guides/tach-ho.json", "patches/khai-sinh.json"});
}

TEST_CASE("a workbook is imported, and an attack on it leaves nothing behind", "[cli]") {
  const TemporaryFolder folder;
  const std::string file = (folder / "a.xlsx").string();
  const std::string script = CONGLANG_SOURCE_DIR "/tests/support/make_workbook.py";
  REQUIRE(conglang::testing::run({"python3", script, "good", file}).status == 0);
  const Finished done = import({"xlsx", file, "--out", (folder / "out").string()});
  CHECK(done.says("Đã nhập 2 bài, không nhập được 1"));
  REQUIRE(conglang::testing::run({"python3", script, "entities", file}).status == 0);
  CHECK(import({"xlsx", file, "--out", (folder / "bad").string()}).status == 1);
  CHECK_FALSE(std::filesystem::exists(folder / "bad"));
}
