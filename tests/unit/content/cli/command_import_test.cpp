// The command as a clerk runs it: the program itself, its files, output and status.

#include <stdio.h>
#include <sys/wait.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "content/guide/guide_json.h"
#include "tests/folders.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using conglang::testing::TemporaryFolder;
using nlohmann::json;

namespace {

const std::string kData = CONGLANG_SOURCE_DIR "/tests/data/portal/";

struct Ended {
  int status = -1;
  std::string output;  // standard output
};

Ended run_import(const std::string& arguments) {
  const std::string command =
      std::string(CONGLANG_BIN_DIR) + "/conglang import portal " + arguments + " 2>/dev/null";
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  Ended ended;
  char buffer[4096];
  for (std::size_t got = fread(buffer, 1, sizeof buffer, pipe); got > 0;
       got = fread(buffer, 1, sizeof buffer, pipe)) {
    ended.output.append(buffer, got);
  }
  const int status = pclose(pipe);
  ended.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ended;
}

std::vector<json> lines_of(const std::string& output) {
  std::vector<json> lines;
  for (std::size_t begin = 0; begin < output.size();) {
    const std::size_t end = output.find('\n', begin);
    REQUIRE(end != std::string::npos);
    lines.push_back(json::parse(output.substr(begin, end - begin), nullptr, false));
    REQUIRE_FALSE(lines.back().is_discarded());
    begin = end + 1;
  }
  return lines;
}

std::string put(const TemporaryFolder& folder, const std::string& name, const std::string& bytes) {
  REQUIRE(write_file_atomically(folder / name, bytes));
  return (folder / name).string() + " ";
}

}  // namespace

TEST_CASE("import portal writes a readable draft and a report of every field", "[cli]") {
  const TemporaryFolder folder;
  const std::string out = (folder / "out").string();
  const Ended ended = run_import(kData + "1.004194.json --json --captured 2026-07-18 --out " + out);
  CHECK(ended.status == 0);
  const auto lines = lines_of(ended.output);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0]["code"] == "1.004194");
  CHECK(lines[0]["fields"].size() > 100);
  CHECK(lines[1]["totals"]["imported"] == 1);
  const auto bytes = read_file(folder / "out/dang-ky-tam-tru.json", 1 << 20);
  REQUIRE(bytes);
  const auto guide = guide::read_guide(*bytes, "draft");
  REQUIRE(guide);
  CHECK(guide->codes.at(0).provenance.captured_on == parse_date("2026-07-18"));
}

TEST_CASE("a bad file is named, the others are imported, and the status says so", "[cli]") {
  const TemporaryFolder folder;
  const std::string bad = put(folder, "bad.json", "{\"data\":");
  const Ended ended = run_import(bad + kData + "1.013314.json --json --out " + (folder / "out").string());
  CHECK(ended.status == 1);
  const auto lines = lines_of(ended.output);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0]["error"].get<std::string>().find("bad.json") != std::string::npos);
  CHECK(lines[1]["code"] == "1.013314");
  CHECK(lines[2]["totals"]["failed"] == 1);
}

TEST_CASE("a draft that somebody may have edited is not overwritten unasked", "[cli]") {
  const TemporaryFolder folder;
  const std::string arguments = kData + "1.013314.json --out " + (folder / "out").string();
  CHECK(run_import(arguments).status == 0);
  CHECK(run_import(arguments).status == 1);
  CHECK(run_import(arguments + " --overwrite").status == 0);
}

TEST_CASE("attack: two records of one code, or of one name, do not overwrite each other", "[cli]") {
  const TemporaryFolder folder;
  const std::string files = put(folder, "a.json", R"({"code":"1.1","name":"Tách hộ"})") +
                            put(folder, "b.json", R"({"code":"1.1","name":"Khác"})") +
                            put(folder, "c.json", R"({"code":"1.2","name":"Tách hộ"})");
  const Ended ended = run_import(files + "--json --out " + (folder / "out").string());
  CHECK(ended.status == 1);
  const auto written = list_files(folder / "out");
  REQUIRE(written);
  CHECK(*written == std::vector<std::string>{"tach-ho-1-2.json", "tach-ho.json"});
}

TEST_CASE("attack: a record cannot choose a path outside the folder", "[cli]") {
  const TemporaryFolder folder;
  const std::string file = put(folder, "a.json", R"({"code":"../../../x","name":"../../../../tmp/y"})");
  CHECK(run_import(file + "--out " + (folder / "out").string()).status == 0);
  const auto written = list_files(folder.path());
  REQUIRE(written);
  CHECK(*written == std::vector<std::string>{"a.json", "out/tmp-y.json"});
}

TEST_CASE("the catalogue becomes one compact file", "[cli]") {
  const TemporaryFolder folder;
  const Ended ended =
      run_import("--catalogue " + kData + "catalogue.jsonl --json --out " + (folder / "out").string());
  CHECK(ended.status == 0);
  CHECK(lines_of(ended.output).at(0)["entries"] == 8);
  CHECK(read_file(folder / "out/catalogue.jsonl", 1 << 20));
}

TEST_CASE("a catalogue is read compressed as it comes, and written compact where it is wanted", "[cli]") {
  const TemporaryFolder folder;
  const std::string packed = (folder / "catalogue.jsonl.gz").string();
  REQUIRE(std::system(("gzip -c " + kData + "catalogue.jsonl > " + packed).c_str()) == 0);
  const std::string compact = (folder / "compact.json").string();
  const Ended ended = run_import("--catalogue " + packed + " --captured 2026-07-18 --json --out " +
                                 (folder / "out").string() + " --compact " + compact);
  CHECK(ended.status == 0);
  const auto bytes = read_file(compact, 1 << 20);
  REQUIRE(bytes);
  const json read = json::parse(*bytes, nullptr, false);
  REQUIRE(read.is_object());
  CHECK(read["capturedOn"] == "2026-07-18");
  CHECK(read["entries"].size() == 8);
  CHECK_FALSE(std::filesystem::exists(folder / "out/catalogue.json"));
}

TEST_CASE("attack: a compressed catalogue that would fill the memory is refused", "[cli]") {
  const TemporaryFolder folder;
  const std::string bomb = (folder / "bomb.gz").string();
  REQUIRE(std::system(("head -c 200000000 /dev/zero | gzip > " + bomb).c_str()) == 0);
  CHECK(run_import("--catalogue " + bomb + " --json --out " + (folder / "out").string()).status == 1);
  CHECK_FALSE(std::filesystem::exists(folder / "out/catalogue.json"));
}
