// The command as a clerk runs it: the program itself, its output, status and file.

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "content/database/guide_database.h"
#include "tests/folders.h"
#include "tests/support/process.h"
#include "tests/support/sample_bundle.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

const std::string kProgram = std::string(CONGLANG_BIN_DIR) + "/conglang board ";

class Village {
 public:
  Village() {
    for (const auto& entry : sample_bundle()) put(entry.first, entry.second);
  }

  void put(const std::string& path, const std::string& bytes) {
    fs::create_directories((in() / path).parent_path());
    REQUIRE(write_file_atomically(in() / path, bytes));
  }

  fs::path in() const { return folder_ / "in"; }
  fs::path out() const { return folder_ / "bang.pdf"; }

  Finished board(const std::string& arguments, const std::string& before = "") const {
    return run_shell(before + kProgram + arguments + " --out " + out().string());
  }

  /// What lies beside the guides: the PDF, and nothing unfinished.
  std::vector<std::string> left() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
      if (entry.path() != in()) names.push_back(entry.path().filename().string());
    }
    return names;
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("board prints the most asked guides of a folder, and tells each code", "[cli]") {
  const Village village;
  const Finished ended = village.board("wall " + village.in().string());
  INFO(ended.output);
  CHECK(ended.status == 0);
  CHECK(ended.says("1 trang / pages, 297 x 420 mm, 1 mã / codes"));
  CHECK(ended.says("khai-sinh: https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.001193"));
  CHECK(read_file(village.out(), 1'000'000)->starts_with("%PDF-1.4"));
}

TEST_CASE("board reads guides.db as well, and reports as one JSON object", "[cli]") {
  const Village village;
  const fs::path database = village.in() / "guides.db";
  REQUIRE(database::build(database, guide::assemble(sample_bundle(), "09784")->content, {"09784", 0, ""}));
  const Finished ended = village.board("leaflet --database " + database.string() +
                                       " --guides khai-sinh,khai-tu --paper a5 --date 2026-11-24 --json");
  INFO(ended.output);
  REQUIRE(ended.status == 0);
  const auto report = nlohmann::json::parse(ended.output, nullptr, false);
  REQUIRE(report.is_object());
  CHECK(report["updatedOn"] == "2026-11-23");
  CHECK(report["pageMm"] == nlohmann::json({148.0, 210.0}));
  REQUIRE(report["codes"].size() == 2);
  CHECK(report["codes"][1]["guide"] == "khai-tu");
  CHECK(report["codes"][0]["moduleMm"] > 1.0);
}

TEST_CASE("attack: a commune's look-alike host leaves no file, and the message names it", "[cli][attack]") {
  Village village;
  const std::string path = "communes/09784/guides/dang-ky-loa.json";
  village.put(path,
              with(sample_guide_named("dang-ky-loa"), R"({"template": "portal-search", "code": "1.001193"})",
                   R"({"url": "https://dichvucong-gov.vn/"})"));
  const Finished ended = village.board("wall " + village.in().string() + " --guides khai-sinh,dang-ky-loa");
  CHECK(ended.status == 1);
  CHECK(ended.says("bài \"dang-ky-loa\" không được in mã: trang \"dichvucong-gov.vn\""));
  CHECK(village.left().empty());
}

TEST_CASE("a disk that takes no more leaves the board that was there, and nothing half written", "[cli]") {
  const Village village;
  REQUIRE(write_file_atomically(village.out(), "the old board"));
  const Finished ended = village.board("wall " + village.in().string(), "trap '' XFSZ; ulimit -f 4; ");
  INFO(ended.output);
  CHECK(ended.status == 1);
  CHECK(read_file(village.out(), 1000) == "the old board");
  CHECK(village.left() == std::vector<std::string>{"bang.pdf"});
}

TEST_CASE("a folder that is not there is named, and nothing is made", "[cli]") {
  const Village village;
  const Finished ended = run_shell(kProgram + "wall " + village.in().string() + " --out " +
                                   (village.in() / "khong-co/bang.pdf").string());
  CHECK(ended.status == 1);
  CHECK(ended.says("khong-co"));
  CHECK_FALSE(fs::exists(village.in() / "khong-co"));
}

TEST_CASE("board needs either a folder or a database", "[cli]") {
  const Village village;
  CHECK(village.board("wall").says("--database"));
  CHECK(village.board("wall " + village.in().string() + " --database x.db").status == 1);
  CHECK(village.board("wall " + village.in().string() + " --commune 00001").says("communes/00001"));
  CHECK(village.board("wall " + village.in().string() + " --date mai").says("2026-11-23"));
  CHECK(village.left().empty());
}

TEST_CASE("each kind of board shows an example in its help", "[cli]") {
  for (const char* kind : {"", "wall", "leaflet", "stickers"}) {
    const Finished help = run_shell(kProgram + kind + " --help");
    CHECK(help.status == 0);
    CHECK(help.says("Ví dụ / example"));
  }
}
