// The command as a script runs it: the program itself, its output and status.

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "content/database/guide_database.h"
#include "tests/folders.h"
#include "tests/support/process.h"
#include "tests/support/sample_bundle.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::testing;

namespace {

Finished search(Arguments arguments) {
  arguments.insert(arguments.begin(), {std::string(CONGLANG_BIN_DIR) + "/conglang", "search"});
  return run(arguments);
}

std::string sample_database(const TemporaryFolder& folder) {
  const auto assembled = guide::assemble(sample_bundle(), "09784");
  REQUIRE(assembled);
  REQUIRE(database::build(folder / "guides.db", assembled->content, {"09784", 0, ""}));
  return folder / "guides.db";
}

}  // namespace

TEST_CASE("search --json prints a list of id, title and score", "[cli]") {
  const TemporaryFolder folder;
  const Finished ended =
      search({"vo moi de", "--database", sample_database(folder), "--json", "--limit", "1"});
  CHECK(ended.status == 0);
  const auto list = nlohmann::json::parse(ended.output, nullptr, false);
  REQUIRE(list.is_array());
  REQUIRE(list.size() == 1);
  CHECK(list[0].size() == 3);
  CHECK(list[0]["id"] == "khai-sinh");
  CHECK(list[0]["title"] == "Làm giấy khai sinh cho con");
  CHECK(list[0]["score"].is_number());
}

TEST_CASE("search prints a list that people read, and says when there is nothing", "[cli]") {
  const TemporaryFolder folder;
  const std::string database = sample_database(folder);
  CHECK(search({"khai sinh", "--database", database}).says("Làm giấy khai sinh cho con"));
  const Finished nothing = search({"zzzz", "--database", database});
  CHECK(nothing.status == 0);
  CHECK(nothing.says("Không tìm thấy"));
  CHECK(search({"zzzz", "--database", database, "--json"}).output == "[]\n");
}

TEST_CASE("search says how to get a database when there is none", "[cli]") {
  const TemporaryFolder folder;
  const Finished ended = search({"khai sinh", "--database", folder / "none.db"});
  CHECK(ended.status == 1);
  CHECK(ended.says("none.db"));
  CHECK(ended.says("conglang build"));
}

TEST_CASE("attack: text that is not UTF-8 or speaks the full-text language is only text", "[cli][security]") {
  const TemporaryFolder folder;
  const std::string database = sample_database(folder);
  CHECK(search({"\xff\xfe", "--database", database}).says("UTF-8"));
  const Finished ended = search({"\" OR *", "--database", database, "--json"});
  CHECK(ended.status == 0);
  CHECK(ended.output == "[]\n");
}
