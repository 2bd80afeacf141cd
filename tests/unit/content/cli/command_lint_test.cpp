// The command as a clerk runs it: the program itself, its output and status.

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

Finished run_lint(const std::string& arguments) {
  return run_shell(std::string(CONGLANG_BIN_DIR) + "/conglang lint " + arguments);
}

void put(const guide::Files& files, const fs::path& folder) {
  for (const auto& entry : files) {
    fs::create_directories((folder / entry.first).parent_path());
    REQUIRE(write_file_atomically(folder / entry.first, entry.second));
  }
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("lint ends with 0 without errors, and with 1 and a line for each", "[cli]") {
  const TemporaryFolder folder;
  guide::Files files = careful_bundle();
  put(files, folder.path());
  CHECK(run_lint(folder.path().string() + " --today 2026-11-24 2>/dev/null").status == 0);
  std::string& guide = files["national/guides/khai-sinh.json"];
  guide = replaced(guide, "\"amountVnd\": 8000", "\"amountVnd\": 5000");
  put(files, folder.path());
  const Finished ended =
      run_lint(folder.path().string() + " --today 2026-11-24 --severity error 2>/dev/null");
  CHECK(ended.status == 1);
  CHECK(ended.output ==
        "national/guides/khai-sinh.json:29: /cases/0/costs/0: \"amountVnd\" là 5.000 đ nhưng câu trả lời là "
        "\"8.000 "
        "đ\"; sửa cho giống nhau [fee-mismatch]\n");
}

TEST_CASE("build and lint refuse the same things in the same words", "[cli]") {
  const TemporaryFolder folder;
  guide::Files files = careful_bundle();
  files["national/guides/khai-sinh.json"] = "{";
  put(files, folder / "in");
  const std::string in = (folder / "in").string();
  const Finished lint = run_lint(in + " --severity error 2>/dev/null");
  const Finished build = run_shell(std::string(CONGLANG_BIN_DIR) + "/conglang build " + in + " --out " +
                                   (folder / "out").string() + " 2>&1");
  CHECK(lint.status == 1);
  CHECK(build.status == 1);
  CHECK_FALSE(lint.output.empty());
  CHECK(build.output.starts_with(lint.output));
}

TEST_CASE("a day given moves today, a severity sets what is printed, JSON is an object a line", "[cli]") {
  const TemporaryFolder folder;
  put(careful_bundle(), folder.path());
  const std::string later = folder.path().string() + " --today 2027-03-02 --severity warning";
  const Finished ended = run_lint(later + " --json 2>/dev/null");
  CHECK(ended.status == 0);
  std::istringstream lines(ended.output);
  std::set<std::string> rules;
  for (std::string line; std::getline(lines, line);) {
    const auto object = nlohmann::json::parse(line, nullptr, false);
    REQUIRE(object.is_object());
    for (const char* key : {"rule", "severity", "path", "pointer", "message"}) CHECK(object[key].is_string());
    CHECK(object["line"].is_number_integer());
    rules.insert(object["rule"].get<std::string>());
  }
  CHECK(rules == std::set<std::string>{"review-overdue", "validity-over", "change-arrived", "notice-over"});
  CHECK(run_lint(folder.path().string() + " --today 2027-02-30 2>&1").status == 1);
}

TEST_CASE("the list of rules has each rule once", "[cli]") {
  const Finished ended = run_lint("--rules --json");
  CHECK(ended.status == 0);
  std::istringstream lines(ended.output);
  std::set<std::string> ids;
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    ids.insert(nlohmann::json::parse(line, nullptr, false)["rule"].get<std::string>());
  }
  CHECK(ids.size() == count);
  CHECK(ids.contains("fee-missing"));
}

TEST_CASE("the starter content has no error, and only warnings that are known to be true", "[cli][starter]") {
  const Finished ended = run_lint(std::string(CONGLANG_SOURCE_DIR) +
                                  "/content/starter --today 2026-11-24 --severity warning 2>/dev/null");
  INFO(ended.output);
  CHECK(ended.status == 0);
}
