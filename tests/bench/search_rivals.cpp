#include "tests/bench/search_rivals.h"

#include <algorithm>
#include <sstream>

#include "tests/support/process.h"

namespace conglang::bench {
namespace {

// Each word of `typed` as a string of the full-text language; the last as a beginning.
std::string asked(std::string_view typed, FullText::Join join) {
  std::istringstream words{std::string(typed)};
  std::string out;
  for (std::string word; words >> word;) {
    std::erase(word, '"');
    if (word.empty()) continue;
    if (!out.empty()) out += join == FullText::Join::all ? " AND " : " OR ";
    out += '"' + word + '"';
  }
  return out.empty() ? out : out + '*';
}

}  // namespace

Result<FullText> FullText::over(const std::vector<std::pair<std::string, std::string>>& rows,
                                bool prefix_index) {
  TRY(database::Connection connection, database::Connection::in_memory());
  const std::string options = prefix_index ? ", prefix = '2 3 4'" : "";
  TRY_VOID(
      connection.execute("CREATE VIRTUAL TABLE names USING fts5(id UNINDEXED, words" + options + "); BEGIN"));
  for (const auto& row : rows) {
    TRY_VOID(connection.run("INSERT INTO names VALUES (?, ?)", std::string_view(row.first),
                            std::string_view(row.second)));
  }
  TRY_VOID(connection.execute("COMMIT; INSERT INTO names(names) VALUES ('optimize')"));
  return FullText(std::move(connection));
}

std::vector<std::string> FullText::find(std::string_view typed, Join join, std::int64_t limit) {
  std::vector<std::string> out;
  const std::string question = asked(typed, join);
  if (question.empty()) return out;
  auto rows = connection_.prepare("SELECT id FROM names WHERE names MATCH ? ORDER BY rank LIMIT ?");
  if (!rows) return out;
  rows->bind(std::string_view(question)).bind(limit);
  for (auto more = rows->step(); more && *more; more = rows->step()) out.push_back(rows->text(0));
  return out;
}

FileSearch::FileSearch(std::filesystem::path folder)
    : folder_(std::move(folder)), program_(testing::run({"rg", "--version"}).status == 0 ? "rg" : "grep") {}

std::vector<std::string> FileSearch::find(const std::string& typed) const {
  testing::Arguments command{program_};
  if (program_ == "grep") command.push_back("-r");
  command.insert(command.end(), {"-l", "-i", "-F", "-e", typed, folder_.string()});
  std::istringstream lines(testing::run(command).output);
  std::vector<std::string> out;
  for (std::string line; std::getline(lines, line);)
    out.push_back(std::filesystem::path(line).stem().string());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace conglang::bench
