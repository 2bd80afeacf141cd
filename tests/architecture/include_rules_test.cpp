#include "tests/architecture/include_rules.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/folders.h"
#include "tests/support/temporary_folder.h"

using namespace conglang::architecture;
using conglang::testing::TemporaryFolder;
namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

namespace {

constexpr const char* kTable = R"(# A house
| level | module | what it is | may use |
|---|---|---|---|
| 0 | content/base | ground | |
| 1 | content/text | pure | base |
| 1 | content/guide | pure | base, text |
| 2 | content/database | SQLite | guide |
| 2 | sync/client | fetcher | |
| 5 | sync/agent, mains | wiring: kiosk/main.cpp | anything |
)";

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

/// A tree that keeps the rules, with one file more.
Lines violations_with(const std::string& file, const std::string& text, const std::string& table = kTable) {
  const TemporaryFolder root;
  write(root / "README.md", table);
  write(root / "content/base/result.h", "#include <string>\n");
  write(root / "content/text/fold.h", "#include \"content/base/result.h\"\n");
  write(root / "content/guide/guide.h", "#include \"content/text/fold.h\"\n");
  write(root / "content/database/database.cpp", "#include <sqlite3.h>\n#include \"content/text/fold.h\"\n");
  write(root / "sync/client/fetch.h", "#include <curl/curl.h>\n#include \"content/base/result.h\"\n");
  write(root / "kiosk/main.cpp", "#include \"sync/client/fetch.h\"\n#include \"content/guide/guide.h\"\n");
  write(root / file, text);
  return include_violations(root.path());
}

}  // namespace

TEST_CASE("the sources keep to README's table of modules", "[architecture]") {
  const auto violations = include_violations(CONGLANG_SOURCE_DIR);
  CHECK(violations == Lines{});
}

TEST_CASE("a tree that keeps the rules has no violation", "[architecture]") {
  CHECK(violations_with("content/guide/extra.h", "#include \"content/base/result.h\"\n") == Lines{});
}

TEST_CASE("an include of a module that the row does not name is found", "[architecture]") {
  CHECK(violations_with("content/guide/extra.cpp", "#  include \"content/database/database.cpp\"\n") ==
        Lines{"content/guide/extra.cpp includes content/database/database.cpp: content/guide may not use "
              "content/database"});
  CHECK(violations_with("content/text/extra.cpp", "#include <sync/client/fetch.h>\n") ==
        Lines{"content/text/extra.cpp includes sync/client/fetch.h: content/text may not use sync/client"});
}

TEST_CASE("a third-party header outside the module that owns it is found", "[architecture]") {
  CHECK(violations_with("content/guide/extra.h", "#include <sqlite3.h>\n") ==
        Lines{"content/guide/extra.h includes sqlite3.h, which belongs to content/database"});
  CHECK(violations_with("content/guide/extra.h", "#include <surprise/all.h>\n") ==
        Lines{"content/guide/extra.h includes surprise/all.h, which has no owner: add it to "
              "tests/architecture/header_owners.cpp"});
}

TEST_CASE("a file that belongs to no module is found", "[architecture]") {
  CHECK(violations_with("content/extra/extra.h", "") ==
        Lines{"content/extra/extra.h belongs to no module of README.md"});
  CHECK(violations_with("sync/main.cpp", "") == Lines{"sync/main.cpp belongs to no module of README.md"});
}

TEST_CASE("an include that is relative to its own folder is found", "[architecture]") {
  CHECK(violations_with("content/guide/extra.h", "#include \"guide.h\"\n") ==
        Lines{"content/guide/extra.h includes guide.h: write the path from the root"});
}

TEST_CASE("a table that breaks its own rule is found", "[architecture]") {
  const std::string row = "| 5 | sync/agent";
  const auto table_with = [&](const std::string& extra) {
    return std::string(kTable).insert(std::string(kTable).find(row), extra);
  };
  CHECK(violations_with("a", "", table_with("| 2 | kiosk/qr | q | screens |\n")) ==
        Lines{"README.md: kiosk/qr may use screens, which is not exactly one row"});
  CHECK(violations_with("a", "", table_with("| 2 | kiosk/qr | q | agent |\n")) ==
        Lines{"README.md: kiosk/qr may use agent, whose row does not stand above it"});
  CHECK(violations_with("a", "", table_with("| 1 | kiosk/qr | q | |\n")) ==
        Lines{"README.md: the level of kiosk/qr sinks below the row above"});
  CHECK(violations_with("a", "", "no table").front() == "README.md: the table of modules is missing");
}
