#include "sync/agent/health.h"

#include <sys/statvfs.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "sync/agent/report_body.h"
#include "sync/agent/status.h"
#include "sync/client/folder_names.h"

namespace conglang::agent {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::uintmax_t kMaxSmallFile = 64UL * 1024;
constexpr std::int64_t kMegabyte = 1'000'000;
constexpr int kMilli = 1000;

std::optional<std::int64_t> leading_number(const fs::path& path) {
  const auto text = read_file(path, kMaxSmallFile);
  if (!text) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

void add_disk(const fs::path& data, json& health) {
  struct statvfs space {};
  if (::statvfs(data.c_str(), &space) != 0) return;
  const auto block = static_cast<std::int64_t>(space.f_frsize);
  health["diskFreeMegabytes"] = static_cast<std::int64_t>(space.f_bavail) * block / kMegabyte;
  health["diskMegabytes"] = static_cast<std::int64_t>(space.f_blocks) * block / kMegabyte;
}

// What the server would not have, and why, lies there for whoever comes.
void add_refused(const fs::path& data, json& health) {
  const auto names = client::folder_names(data / "outbox" / "refused");
  const auto count =
      std::ranges::count_if(names, [](const std::string& name) { return name.ends_with(".json"); });
  if (count > 0) health["refusedReports"] = count;
}

// The book is the screen's (kiosk/machine/crash_book.h): starts in a row that did not live for a minute, the
// one under way included.
void add_crashes(const fs::path& data, json& health) {
  const auto bytes = read_file(data / "crashes.json", kMaxSmallFile);
  if (!bytes) return;
  const json book = json::parse(*bytes, nullptr, false);
  if (!book.is_object()) return;
  const auto runs = book.find("shortRuns");
  if (runs != book.end() && runs->is_number_integer())
    health["shortRuns"] = std::clamp<std::int64_t>(runs->get<std::int64_t>(), 0, kMilli);
}

}  // namespace

std::optional<int> temperature(const fs::path& thermal) {
  std::optional<int> hottest;
  for (const std::string& zone : client::folder_names(thermal)) {
    if (!zone.starts_with("thermal_zone")) continue;
    const auto milli_degrees = leading_number(thermal / zone / "temp");
    if (!milli_degrees || *milli_degrees < -40L * kMilli || *milli_degrees > 150L * kMilli) continue;
    hottest = std::max(hottest.value_or(-kMilli), static_cast<int>(*milli_degrees / kMilli));
  }
  return hottest;
}

json describe_health(const HealthSources& sources) {
  const Status status = load_status(sources.data);
  json health = {{"version", sources.version},       {"generation", status.generation},
                 {"lastTry", status.last_try},       {"lastSuccess", status.last_success},
                 {"error", sendable(status.error)},  {"turnedAway", status.turned_away},
                 {"refused", status.refused.size()}, {"setAside", status.set_aside.size()},
                 {"damaged", status.damaged.size()}, {"clockAheadHours", status.clock_ahead_hours}};
  add_disk(sources.data, health);
  add_crashes(sources.data, health);
  add_refused(sources.data, health);
  if (const auto degrees = temperature(sources.thermal)) health["temperatureCelsius"] = *degrees;
  if (const auto seconds = leading_number("/proc/uptime")) health["upHours"] = *seconds / 3600;
  return health;
}

}  // namespace conglang::agent
