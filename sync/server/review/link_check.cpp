#include "sync/server/review/link_check.h"

#include <algorithm>
#include <sstream>

#include "sync/server/review/endpoints.h"
#include "sync/server/review/published_folder.h"

namespace conglang::server::link_check {
namespace {

constexpr std::chrono::minutes kPatience{30};
constexpr std::chrono::hours kFrom{1};
constexpr std::chrono::hours kUntil{5};
constexpr std::chrono::hours kOneNight{12};

bool is_trouble(const std::string& standing) {
  return standing == "broken" || standing == "refused" || standing == "moved";
}

/// One line of the tool's report; nothing for a line of another kind.
std::optional<Json> verdict_of(const std::string& line) {
  Json verdict = Json::parse(line, nullptr, false);
  const bool is_one = verdict.is_object() && verdict.contains("url") && verdict.contains("standing");
  return is_one ? std::optional<Json>(std::move(verdict)) : std::nullopt;
}

Result<void> keep(Transaction& transaction, const std::vector<Json>& verdicts, Instant now) {
  TRY(const auto before, transaction.rows("SELECT url, since FROM broken_links"));
  TRY_VOID(transaction.run("DELETE FROM broken_links"));
  for (const Json& verdict : verdicts) {
    if (!is_trouble(words_in(verdict, "standing"))) continue;
    const std::string url = words_in(verdict, "url");
    const auto known = std::ranges::find_if(before, [&](const Row& row) { return row.text(0) == url; });
    const Instant since = known == before.end() ? now : instant_of(*known, 1);
    TRY_VOID(transaction.run(
        "INSERT INTO broken_links (url, standing, vi, en, files, since) VALUES (?, ?, ?, ?, ?, ?)", url,
        words_in(verdict, "standing"), words_in(verdict, "vi"), words_in(verdict, "en"),
        verdict.value("files", Json::array()).dump(), since));
  }
  TRY_VOID(transaction.run("DELETE FROM link_visits"));
  TRY_VOID(transaction.run("INSERT INTO link_visits (visited_at) VALUES (?)", now));
  return {};
}

// Every commune's layer beside the others: a link that many share is asked once.
Result<void> write_everything(PublishedContent& content, const std::filesystem::path& folder) {
  TRY(const auto communes, content.communes());
  for (const std::string& commune : communes) {
    TRY(const PublishedNow published, content.of(commune));
    TRY_VOID(write_published(*published, folder));
  }
  return {};
}

}  // namespace

Result<bool> is_due(Transaction& transaction, Instant now) {
  const auto local = now + kVietnamOffset;
  const auto hour = local - std::chrono::floor<std::chrono::days>(local);
  if (hour < kFrom || hour >= kUntil) return false;
  TRY(const auto last, transaction.row("SELECT visited_at FROM link_visits"));
  return !last || now - instant_of(*last, 0) >= kOneNight;
}

Result<void> visit(ReviewDesk& desk, Instant now) {
  TRY(const ScratchFolder folder, ScratchFolder::make(desk.options.scratch / "links"));
  TRY_VOID(write_everything(desk.content, folder.path()));
  TRY(const ToolRun run, desk.tool.run({"links", "check", folder.path().string(), "--json"}, kPatience));
  std::vector<Json> verdicts;
  std::istringstream lines(run.output);
  for (std::string line; std::getline(lines, line);)
    if (auto verdict = verdict_of(line)) verdicts.push_back(std::move(*verdict));
  if (verdicts.empty()) {
    return fail(Errc::network, "no link was visited: {}", without_folder(run.output, folder.path()));
  }
  return desk.store.write([&](Transaction& transaction) { return keep(transaction, verdicts, now); });
}

Result<std::vector<BrokenLink>> found(Transaction& transaction, const std::string& commune) {
  const std::string own = "communes/" + commune + "/";
  TRY(const auto rows,
      transaction.rows("SELECT url, vi, en, files, since FROM broken_links ORDER BY since, url"));
  std::vector<BrokenLink> links;
  for (const Row& row : rows) {
    BrokenLink link{row.text(0), row.text(1), row.text(2), {}, instant_of(row, 4)};
    const Json files = Json::parse(row.text(3), nullptr, false);
    for (const Json& file : files.is_array() ? files : Json::array()) {
      if (!file.is_string()) continue;
      const std::string path = file.get<std::string>();
      if (!path.starts_with("communes/") || path.starts_with(own)) link.files.push_back(path);
    }
    if (!link.files.empty()) links.push_back(std::move(link));
  }
  return links;
}

}  // namespace conglang::server::link_check
