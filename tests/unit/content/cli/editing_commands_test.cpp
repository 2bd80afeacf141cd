// fmt, diff and new as a clerk runs them: the program itself, its output, its files and its status.

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "content/base/file.h"
#include "tests/folders.h"
#include "tests/support/careful_bundle.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kMaxBytes = 1'000'000;

Finished run_tool(const std::string& arguments) {
  return run_shell(std::string(CONGLANG_BIN_DIR) + "/conglang " + arguments);
}

void put(const guide::Files& files, const fs::path& folder) {
  for (const auto& entry : files) {
    fs::create_directories((folder / entry.first).parent_path());
    REQUIRE(write_file_atomically(folder / entry.first, entry.second));
  }
}

std::set<std::string> rules_in(const fs::path& folder) {
  const Finished ended = run_tool("lint " + folder.string() + " --json 2>/dev/null");
  std::istringstream lines(ended.output);
  std::set<std::string> rules;
  for (std::string line; std::getline(lines, line);) {
    const auto finding = nlohmann::json::parse(line, nullptr, false);
    rules.insert(finding["severity"].get<std::string>() + " " + finding["rule"].get<std::string>());
  }
  return rules;
}

}  // namespace

TEST_CASE("fmt --check tells and writes nothing; fmt writes; then there is nothing to do", "[cli]") {
  const TemporaryFolder folder;
  put(careful_bundle(), folder.path());
  const std::string path = folder.path().string();
  const fs::path guide = folder / "national/guides/khai-sinh.json";
  CHECK(run_tool("fmt --check " + path + " 2>/dev/null").status == 1);
  CHECK(read_file(guide, kMaxBytes) == std::string(kCarefulGuide));
  CHECK(run_tool("fmt " + path + " 2>/dev/null").status == 0);
  CHECK(read_file(guide, kMaxBytes) != std::string(kCarefulGuide));
  const Finished again = run_tool("fmt --check " + path + " 2>/dev/null");
  CHECK(again.status == 0);
  CHECK(again.output.empty());
}

TEST_CASE("fmt leaves a file that it cannot read as it was, and formats the others", "[cli]") {
  const TemporaryFolder folder;
  put({{"a.json", "{"}, {"b.json", std::string(kCarefulGuide)}}, folder.path());
  const Finished ended = run_tool("fmt --json " + (folder / "a.json").string() + " " +
                                  (folder / "b.json").string() + " 2>/dev/null");
  CHECK(ended.status == 1);
  CHECK(ended.output.find("\"error\"") != std::string::npos);
  CHECK(ended.output.find("\"changed\":true") != std::string::npos);
  CHECK(read_file(folder / "a.json", kMaxBytes) == std::string("{"));
}

TEST_CASE("the starter content is in canonical form", "[cli][starter]") {
  const Finished ended =
      run_tool("fmt --check " + std::string(CONGLANG_SOURCE_DIR) + "/content/starter 2>&1");
  INFO(ended.output);
  CHECK(ended.status == 0);
}

TEST_CASE("diff compares folders, databases, and a folder with a database", "[cli]") {
  const TemporaryFolder folder;
  put(careful_bundle(), folder / "cu");
  guide::Files files = careful_bundle();
  std::string& guide = files["national/guides/khai-sinh.json"];
  for (const auto& [from, to] :
       {std::pair<std::string, std::string>{"\"amountVnd\": 8000", "\"amountVnd\": 0"},
        {"\"8.000 đ\"", "\"Miễn phí\""}}) {
    guide.replace(guide.find(from), from.size(), to);
  }
  put(files, folder / "moi");
  const auto at = [&](const char* name) { return (folder / name).string(); };
  REQUIRE(run_tool("build " + at("cu") + " --out " + at("out-cu")).status == 0);
  REQUIRE(run_tool("build " + at("moi") + " --out " + at("out-moi")).status == 0);
  const std::string fee = "khai-sinh: lệ phí (case qua-han): 8.000 đ → Miễn phí\n";
  for (const std::string& pair :
       {at("cu") + " " + at("moi"), at("out-cu/guides.db") + " " + at("out-moi/guides.db"),
        at("cu") + " " + at("out-moi/guides.db")}) {
    const Finished ended = run_tool("diff " + pair + " 2>/dev/null");
    INFO(ended.output);
    CHECK(ended.status == 0);
    CHECK(ended.output.find(fee) != std::string::npos);
  }
  CHECK(run_tool("diff " + at("cu") + " " + at("cu") + " 2>/dev/null").output.empty());
  const Finished json = run_tool("diff --json " + at("cu") + " " + at("moi") + " 2>/dev/null");
  CHECK(json.output.find("\"change\":\"changed\",\"item\":\"khai-sinh\"") != std::string::npos);
  CHECK(run_tool("diff " + at("cu") + " " + at("nowhere") + " 2>&1").status == 1);
}

TEST_CASE("a new guide has no error, and its warnings are what is left to fill in", "[cli]") {
  const TemporaryFolder folder;
  put(careful_bundle(), folder.path());
  const std::string ask =
      "new guide ket-hon --title 'Đăng ký kết hôn' --title-en 'Marriage' --code 1.001193 --out " +
      folder.path().string();
  REQUIRE(run_tool(ask + " 2>&1").status == 0);
  const auto bytes = read_file(folder / "national/guides/ket-hon.json", kMaxBytes);
  REQUIRE(bytes);
  CHECK(bytes->find("Đăng ký khai sinh") != std::string::npos);  // the catalogue's name of the code
  CHECK(rules_in(folder.path()) ==
        std::set<std::string>{"warning checked-missing", "warning evidence-missing",
                              "warning exemptions-missing", "warning steps-missing", "note fact-unverified",
                              "note review-missing"});
  CHECK(run_tool("fmt --check " + folder.path().string() + "/national/guides/ket-hon.json 2>&1").status == 0);
}

TEST_CASE("new never replaces a file, and refuses what no reader would take", "[cli]") {
  const TemporaryFolder folder;
  put(careful_bundle(), folder.path());
  const std::string out = " --out " + folder.path().string() + " 2>&1";
  const fs::path guide = folder / "national/guides/khai-sinh.json";
  CHECK(run_tool("new guide khai-sinh --title A --code 1.001193" + out).status == 1);
  CHECK(read_file(guide, kMaxBytes) == std::string(kCarefulGuide));
  CHECK(run_tool("new guide ../a --title A --code 1.001193" + out).status == 1);
  CHECK(run_tool("new guide 'Khai Sinh' --title A --code 1.001193" + out).status == 1);
  CHECK(run_tool("new guide a --title A --code 'x y'" + out).status == 1);
  CHECK(run_tool("new guide a --title A --code 1.001193 --topic nowhere" + out).status == 1);
  CHECK(run_tool("new guide a --title A --code 1.001193 --commune ../x" + out).status == 1);
  CHECK(list_files(folder.path())->size() == careful_bundle().size());
}

TEST_CASE("a commune's guide and notice go to the commune's folder", "[cli]") {
  const TemporaryFolder folder;
  put(careful_bundle(), folder.path());
  const std::string out = " --commune 09784 --out " + folder.path().string() + " 2>&1";
  CHECK(run_tool("new guide loa --title 'Mượn loa' --code 1.001193" + out).status == 0);
  CHECK(run_tool("new notice hop --title 'Họp thôn' --text 'Mời bác đi họp.' --source 'Trưởng thôn' --until "
                 "2099-12-31" +
                 out)
            .status == 0);
  CHECK(fs::exists(folder / "communes/09784/guides/loa.json"));
  CHECK(fs::exists(folder / "communes/09784/notices/hop.json"));
  CHECK(run_tool("lint " + folder.path().string() + " 2>&1").status == 0);
  CHECK(run_tool("new notice a --title A --text B --source C --until 2026-02-30" + out).status == 1);
}
