// The command as a clerk runs it: the program itself, its output and status.

#include <catch2/catch_test_macros.hpp>

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

Finished run_build(const std::string& arguments) {
  return run_shell(std::string(CONGLANG_BIN_DIR) + "/conglang build " + arguments);
}

void put(const guide::Files& files, const fs::path& folder) {
  for (const auto& entry : files) {
    fs::create_directories((folder / entry.first).parent_path());
    REQUIRE(write_file_atomically(folder / entry.first, entry.second));
  }
}

std::string in_and_out(const TemporaryFolder& folder) {
  return (folder / "in").string() + " --out " + (folder / "out").string();
}

}  // namespace

TEST_CASE("build makes the bundle and the database of the only commune", "[cli]") {
  const TemporaryFolder folder;
  put(sample_bundle(), folder / "in");
  const Finished ended = run_build(in_and_out(folder));
  INFO(ended.output);
  CHECK(ended.status == 0);
  const auto stored = database::load(folder / "out/guides.db");
  REQUIRE(stored);
  CHECK(stored->origin == database::Origin{"09784", 0, ""});
  CHECK(stored->content == guide::assemble(sample_bundle(), "09784")->content);
  CHECK(list_files(folder / "out/bundle")->size() == sample_bundle().size());
}

TEST_CASE("building twice gives the same bytes, over the earlier ones", "[cli]") {
  const TemporaryFolder folder;
  put(sample_bundle(), folder / "in");
  REQUIRE(run_build(in_and_out(folder)).status == 0);
  const auto first = read_file(folder / "out/guides.db", 1'000'000);
  REQUIRE(run_build(in_and_out(folder)).status == 0);
  CHECK(read_file(folder / "out/guides.db", 1'000'000) == first);
  CHECK(list_files(folder / "out")->size() == sample_bundle().size() + 1);
}

TEST_CASE("build tells each problem on a line with its file and line, ends with 1 and builds nothing",
          "[cli]") {
  const TemporaryFolder folder;
  guide::Files files = sample_bundle();
  files["national/guides/khai-tu.json"] = "{";
  files["national/links.json"] = "[]";
  put(files, folder / "in");
  const Finished ended = run_build(in_and_out(folder));
  CHECK(ended.status == 1);
  CHECK(ended.output.starts_with("national/guides/khai-tu.json:1: "));
  CHECK(ended.output.find("\nnational/links.json:1: ") != std::string::npos);
  CHECK_FALSE(fs::exists(folder / "out"));
}

TEST_CASE("build refuses to write among its own sources, and an unknown commune", "[cli]") {
  const TemporaryFolder folder;
  put(sample_bundle(), folder / "in");
  CHECK(run_build((folder / "in").string() + " --out " + (folder / "in/out").string()).status == 1);
  CHECK(run_build(in_and_out(folder) + " --commune 00001").status == 1);
  CHECK_FALSE(fs::exists(folder / "out"));
}

TEST_CASE("the starter content builds", "[cli][starter]") {
  const TemporaryFolder folder;
  const Finished ended =
      run_build(std::string(CONGLANG_SOURCE_DIR) + "/content/starter --out " + (folder / "out").string());
  INFO(ended.output);
  CHECK(ended.status == 0);
  const auto stored = database::load(folder / "out/guides.db");
  REQUIRE(stored);
  CHECK(stored->content.guides.size() >= 6);
}
