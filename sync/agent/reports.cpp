#include "sync/agent/reports.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "content/base/file.h"
#include "sync/client/folder_names.h"
#include "sync/tuf/digest.h"

namespace conglang::agent {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kFolder = "outbox";
constexpr std::string_view kBeginning = "agent-";
constexpr std::string_view kEnding = ".report.json";

// "20261127T094500Z", so that names sort by time.
std::string compact(Instant instant) {
  std::string text = format_instant(instant);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

bool is_ours(const std::string& name) {
  return name.starts_with(kBeginning) && name.ends_with(kEnding);
}

void drop_oldest(const fs::path& folder) {
  std::vector<std::string> names = client::folder_names(folder);
  std::erase_if(names, [](const std::string& name) { return !is_ours(name); });
  std::ranges::sort(names);
  for (std::size_t i = 0; i + kMostReports <= names.size(); ++i) {
    std::error_code ignored;
    fs::remove(folder / names[i], ignored);
  }
}

}  // namespace

Result<void> report_change(const fs::path& data, Status before, const Status& after, Instant now) {
  before.last_try = after.last_try;
  before.last_success = after.last_success;
  if (before == after) return {};
  TRY_VOID(make_folders(data / kFolder));
  drop_oldest(data / kFolder);
  const json report = {
      {"report", "agent"}, {"at", format_instant(now)}, {"status", json::parse(write_status(after))}};
  const std::string bytes = report.dump() + "\n";
  const std::string name =
      std::string(kBeginning) + compact(now) + "-" + tuf::sha256_hex(bytes).substr(0, 12);
  return write_file_atomically(data / kFolder / (name + std::string(kEnding)), bytes);
}

}  // namespace conglang::agent
