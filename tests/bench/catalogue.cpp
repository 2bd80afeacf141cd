// What it takes to import, lint and build every procedure of the catalogue, beside `jq .` over the same
// files: time and peak memory, and the ratios of one run.
//   bench_catalogue [RECORDS]
// RECORDS: the portal's catalogue, one JSON object a line. Without it, lines of the portal's shape are made
// from the starter content's catalogue.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/base/file.h"
#include "content/guide/catalogue_json.h"
#include "tests/bench/measured_run.h"
#include "tests/folders.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace conglang;
using bench::Taken;
namespace fs = std::filesystem;

constexpr int kRuns = 7;
constexpr std::uintmax_t kMaxBytes = 64'000'000;

fs::path starter_folder() {
  return fs::path(CONGLANG_SOURCE_DIR) / "content/starter";
}

// A line as the portal gives it, with its inner numbers, which take more than half of a real one.
nlohmann::json portal_line(const guide::Catalogue& catalogue, const guide::CatalogueEntry& entry) {
  constexpr const char* kNumber = "019f6f67-c3a8-7163-8167-02e782ebf1c2";
  nlohmann::json line = {{"id", kNumber},
                         {"name", entry.name},
                         {"code", entry.code},
                         {"codeNotation", entry.code},
                         {"categories", nlohmann::json::array()},
                         {"categoryIds", nlohmann::json::array()},
                         {"departments", nlohmann::json::array()},
                         {"departmentPromulgate", "Bộ Tư pháp"},
                         {"departmentPromulgateId", kNumber},
                         {"formalityTargetType", {"Công dân Việt Nam"}},
                         {"state", "ACTIVE"},
                         {"type", "GENERAL"}};
  for (const std::uint16_t field : entry.fields) {
    line["categories"].push_back(catalogue.fields[field]);
    line["categoryIds"].push_back(kNumber);
  }
  for (const std::uint16_t agency : entry.agencies)
    line["departments"].push_back(catalogue.agencies[agency].name);
  return line;
}

Result<void> make_records(const fs::path& out) {
  TRY(const std::string bytes, read_file(starter_folder() / "national/catalogue.json", kMaxBytes));
  TRY(const guide::Catalogue catalogue, guide::read_catalogue(bytes, "catalogue.json"));
  std::string lines;
  for (const guide::CatalogueEntry& entry : catalogue.entries)
    lines += portal_line(catalogue, entry).dump() + "\n";
  return write_file_atomically(out, lines);
}

std::vector<std::string> jq_over(const std::vector<std::string>& files) {
  std::vector<std::string> command{"jq", "."};
  command.insert(command.end(), files.begin(), files.end());
  return command;
}

Result<std::vector<std::string>> json_files_below(const fs::path& folder) {
  TRY(const std::vector<std::string> names, list_files(folder));
  std::vector<std::string> paths;
  for (const std::string& name : names) {
    if (name.ends_with(".json")) paths.push_back((folder / name).string());
  }
  return paths;
}

Result<void> compare(const char* what, const std::vector<std::string>& ours,
                     const std::vector<std::string>& files) {
  const Taken we = bench::median_run(ours, kRuns);
  const Taken jq = bench::median_run(jq_over(files), kRuns);
  for (const auto& [taken, program] : {std::pair(we, ours.front()), std::pair(jq, std::string("jq"))}) {
    if (taken.status != 0) return fail(Errc::internal, "{}: {} ended with {}", what, program, taken.status);
  }
  fmt::print(
      "{:<8} {:>4} files   conglang {:6.3f} s {:6.1f} MiB   jq {:6.3f} s {:6.1f} MiB   ours to it {:5.2f} x "
      "time {:5.2f} x memory\n",
      what, files.size(), we.seconds, we.peak_mib, jq.seconds, jq.peak_mib, we.seconds / jq.seconds,
      we.peak_mib / jq.peak_mib);
  return {};
}

Result<void> run(const std::string& given) {
  const testing::TemporaryFolder folder;
  const std::string records = given.empty() ? (folder / "records.jsonl").string() : given;
  if (given.empty()) TRY_VOID(make_records(records));
  const std::string conglang = std::string(CONGLANG_BIN_DIR) + "/conglang";
  const std::string content = (folder / "content").string();
  fs::copy(starter_folder(), content, fs::copy_options::recursive);
  const std::vector<std::string> import{conglang,
                                        "import",
                                        "portal",
                                        "--catalogue",
                                        records,
                                        "--captured",
                                        "2026-07-18",
                                        "--out",
                                        (folder / "drafts").string(),
                                        "--compact",
                                        content + "/national/catalogue.json"};
  TRY_VOID(compare("import", import, {records}));
  TRY(const std::vector<std::string> files, json_files_below(content));
  TRY_VOID(compare("lint", {conglang, "lint", content}, files));
  return compare("build", {conglang, "build", content, "--out", (folder / "out").string()}, files);
}

}  // namespace

int main(int argc, char** argv) {
  const auto done = run(argc > 1 ? argv[1] : "");
  if (!done) fmt::print(stderr, "{}\n", done.error().message);
  return done ? 0 : 1;
}
