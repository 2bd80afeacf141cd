#include "sync/agent/remote_settings.h"

#include <nlohmann/json.hpp>
#include <system_error>

#include "content/base/file.h"
#include "sync/tuf/digest.h"

namespace conglang::agent {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kName = "remote-settings.json";
constexpr std::uintmax_t kMaxBytes = 16UL * 1024;
constexpr std::size_t kIdDigits = 16;

Result<void> report(const fs::path& data, const std::string& id,
                    const std::vector<guide::SettingsProblem>& problems, Instant now) {
  json list = json::array();
  for (const guide::SettingsProblem& one : problems) list.push_back({{"field", one.field}, {"why", one.why}});
  const json document = {{"report", "settings"}, {"at", format_instant(now)}, {"problems", std::move(list)}};
  TRY_VOID(make_folders(data / "outbox"));
  return write_file_atomically(data / "outbox" / ("settings-" + id + ".report.json"), document.dump() + "\n");
}

json read_kept(const fs::path& data) {
  const auto bytes = read_file(data / kName, kMaxBytes);
  if (!bytes) return json::object();
  json kept = json::parse(*bytes, nullptr, false);
  return kept.is_object() ? kept : json::object();
}

}  // namespace

std::string settings_path(std::string_view commune) {
  return fmt::format("communes/{}/settings/kiosks.json", commune);
}

Result<void> keep_remote_settings(const fs::path& data, const std::optional<std::string>& file,
                                  std::string_view place, Instant now) {
  const json kept = read_kept(data);
  if (!file) {
    std::error_code ignored;
    if (!kept.empty()) fs::remove(data / kName, ignored);
    return {};
  }
  const std::string of_file = tuf::sha256_hex(*file).substr(0, kIdDigits);
  const guide::UsableSettings usable = guide::usable_kiosk_settings(*file);
  json settings = kiosk_settings_json(usable.settings.of(place));
  // The commune may say the same again for its other houses.
  settings["id"] = tuf::sha256_hex(settings.dump()).substr(0, kIdDigits);
  settings["file"] = of_file;
  if (settings == kept) return {};
  if (!usable.problems.empty() && kept.value("file", json()) != of_file)
    TRY_VOID(report(data, of_file, usable.problems, now));
  return write_file_atomically(data / kName, settings.dump(1) + "\n");
}

std::optional<guide::PartOfDay> remote_sync_window(const fs::path& data) {
  const json kept = read_kept(data);
  const auto window = kept.find("syncWindow");
  if (window == kept.end() || !window->is_string()) return std::nullopt;
  return guide::read_part_of_day(window->get_ref<const std::string&>());
}

}  // namespace conglang::agent
