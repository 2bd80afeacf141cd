#include "sync/agent/outbox.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "content/base/file.h"
#include "content/base/time.h"
#include "sync/agent/report_body.h"
#include "sync/client/folder_names.h"
#include "sync/tuf/canonical_json.h"
#include "sync/tuf/digest.h"

namespace conglang::agent {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kFolder = "outbox";
constexpr const char* kAside = "refused";
constexpr std::string_view kReport = ".report.json";
constexpr std::string_view kBatch = ".batch.json";
constexpr std::size_t kHashDigits = 12;

bool is_for_the_server(const std::string& name) {
  return name.ends_with(kReport) || name.ends_with(kBatch);
}

// In order of age, as far as the clock was right.
std::vector<std::string> by_age(const fs::path& folder) {
  std::vector<std::pair<fs::file_time_type, std::string>> files;
  for (std::string& name : client::folder_names(folder)) {
    std::error_code ignored;
    if (is_for_the_server(name))
      files.emplace_back(fs::last_write_time(folder / name, ignored), std::move(name));
  }
  std::ranges::sort(files);
  std::vector<std::string> names;
  for (auto& entry : files) names.push_back(std::move(entry.second));
  return names;
}

std::string text(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<Waiting> read_waiting(const fs::path& folder, const std::string& name) {
  TRY(std::string bytes, read_file(folder / name, kMaxReportBytes));
  TRY(const json object, tuf::parse_json(bytes));
  if (!object.is_object()) return fail(Errc::parse, "is no JSON object");
  Waiting waiting;
  waiting.name = name;
  // The screen writes some reports under one name for ever.
  waiting.id = name.substr(0, name.find('.')) + "-" + tuf::sha256_hex(bytes).substr(0, kHashDigits);
  waiting.kind = text(object, name.ends_with(kBatch) ? "batch" : "report");
  if (parse_instant(text(object, "at"))) waiting.at = text(object, "at");
  TRY(const json body, report_body(waiting.kind, object));
  waiting.body = body.dump(-1, ' ', false, json::error_handler_t::replace);
  waiting.bytes = std::move(bytes);
  return waiting;
}

// Files that cannot be read just now (no descriptor, a failing disk) stay where they are.
bool is_unusable(const Error& error) {
  return error.code == Errc::parse || error.code == Errc::invalid || error.code == Errc::too_large;
}

void drop_oldest(const fs::path& folder, std::vector<std::string>& names, std::size_t most) {
  if (names.size() <= most) return;
  const auto surplus = static_cast<std::ptrdiff_t>(names.size() - most);
  for (auto name = names.begin(); name != names.begin() + surplus; ++name) {
    std::error_code ignored;
    fs::remove(folder / *name, ignored);
  }
  names.erase(names.begin(), names.begin() + surplus);
}

}  // namespace

Post next_post(const fs::path& data, std::size_t count, std::size_t bytes) {
  const fs::path folder = data / kFolder;
  std::vector<std::string> names = by_age(folder);
  drop_oldest(folder, names, kMostWaiting);
  Post post;
  std::size_t taken = 0;
  for (const std::string& name : names) {
    auto waiting = read_waiting(folder, name);
    if (!waiting) {
      if (is_unusable(waiting.error())) post.unusable.push_back({name, waiting.error().message});
      continue;
    }
    taken += waiting->body.size();
    post.more = !post.reports.empty() && (post.reports.size() == count || taken > bytes);
    if (post.more) break;
    post.reports.push_back(std::move(*waiting));
  }
  return post;
}

void take_away(const fs::path& data, const Waiting& report) {
  const fs::path path = data / kFolder / report.name;
  const auto now = read_file(path, kMaxReportBytes);
  if (!now || *now != report.bytes) return;
  std::error_code ignored;
  // One that stays is sent again, and known by its id.
  fs::remove(path, ignored);
}

Result<void> set_aside(const fs::path& data, const Refused& report) {
  const fs::path folder = data / kFolder;
  const fs::path aside = folder / kAside;
  TRY_VOID(make_folders(aside));
  std::vector<std::string> names = by_age(aside);
  drop_oldest(aside, names, kMostRefused - 1);
  for (const std::string& name : client::folder_names(aside)) {
    std::error_code ignored;
    const std::string of = name.substr(0, name.rfind(".why"));
    if (name.ends_with(".why") && std::ranges::find(names, of) == names.end())
      fs::remove(aside / name, ignored);
  }
  TRY_VOID(write_file_atomically(aside / (report.name + ".why"), report.why + "\n"));
  std::error_code error;
  fs::rename(folder / report.name, aside / report.name, error);
  if (error) return fail(Errc::io, "{}: cannot be set aside: {}", report.name, error.message());
  return sync_folder(folder);
}

}  // namespace conglang::agent
