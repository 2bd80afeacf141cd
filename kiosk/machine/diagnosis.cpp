#include "kiosk/machine/diagnosis.h"

#include <sys/utsname.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>

#include "content/base/file.h"
#include "kiosk/machine/crash_book.h"
#include "kiosk/machine/machine_status.h"
#include "kiosk/machine/pin.h"
#include "kiosk/machine/settings_file.h"

namespace conglang::machine {
namespace fs = std::filesystem;
namespace {

using nlohmann::json;

constexpr std::uintmax_t kMaxTextBytes = 4UL * 1024 * 1024;
constexpr std::size_t kMostFiles = 200;

json file_as_json(const fs::path& path) {
  const auto bytes = read_file(path, kMaxTextBytes);
  if (!bytes) return nullptr;
  json document = json::parse(*bytes, nullptr, false);
  return document.is_discarded() ? json("damaged") : document;
}

// Names and sizes: what is missing or too large is seen at a glance.
json files_in(const fs::path& folder) {
  json files = json::object();
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  while (!error && entry != fs::directory_iterator() && files.size() < kMostFiles) {
    std::error_code ignored;
    const auto size = entry->is_regular_file(ignored) ? entry->file_size(ignored) : 0;
    files[entry->path().filename().string()] = ignored ? 0 : size;
    entry.increment(error);
  }
  return files;
}

// What was set up, by name: other fields may be secrets one day.
json config_of(const fs::path& data) {
  const json all = file_as_json(data / "kiosk.json");
  json shown = json::object();
  for (const char* name : {"commune", "place", "diagonalInches", "draw", "pagesUrl", "mediaFolders"})
    if (all.is_object() && all.contains(name)) shown[name] = all[name];
  return shown;
}

json settings_of(const fs::path& data) {
  const auto settings = read_settings(data);
  if (!settings) return settings.error().message;
  return {{"brightness", settings->brightness}, {"nightBrightness", settings->night_brightness},
          {"rotation", settings->rotation},     {"loudness", settings->loudness},
          {"language", settings->language},     {"covered", settings->covered}};
}

json system_of(const fs::path& data) {
  utsname name{};
  ::uname(&name);
  json system = {{"kernel", name.release},
                 {"machine", name.machine},
                 {"uptime", read_file("/proc/uptime", 256).value_or("")},
                 {"load", read_file("/proc/loadavg", 256).value_or("")}};
  const std::string memory = read_file("/proc/meminfo", 64UL * 1024).value_or("");
  system["memory"] = memory.substr(0, memory.find("Buffers:"));
  if (const auto space = disk_space(data)) {
    system["diskFreeBytes"] = space->free_bytes;
    system["diskTotalBytes"] = space->total_bytes;
  }
  return system;
}

}  // namespace

std::string describe_machine(const fs::path& data, const DiagnosisFacts& facts) {
  const CrashBook crashes = read_crash_book(data);
  const json document = {{"about", "Cổng Làng: how one kiosk is. Holds nothing about visitors."},
                         {"version", facts.version},
                         {"time", format_instant(facts.clock.now)},
                         {"clockIsKnown", facts.clock.known},
                         {"generation", facts.generation},
                         {"screen",
                          {{"width", facts.width_px},
                           {"height", facts.height_px},
                           {"inches", facts.panel_inches},
                           {"isLargeEnough", facts.panel_is_large_enough},
                           {"by", facts.display}}},
                         {"crashes",
                          {{"shortRuns", crashes.short_runs},
                           {"settledWith", crashes.settled_with},
                           {"turnedAwayFrom", crashes.turned_away_from}}},
                         {"settings", settings_of(data)},
                         {"pinIsSet", has_pin(data)},
                         {"kiosk", config_of(data)},
                         {"sync", file_as_json(data / "sync-status.json")},
                         {"files", files_in(data)},
                         {"outbox", files_in(data / "outbox")},
                         {"system", system_of(data)}};
  return document.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<fs::path> write_diagnosis(const fs::path& data, const MediaFolders& media,
                                 const DiagnosisFacts& facts) {
  std::string day = facts.clock.known ? format_instant(facts.clock.now) : std::string("clock-unknown");
  std::erase(day, ':');
  const std::string name = fmt::format("conglang-{}.json", day);
  const std::string text = describe_machine(data, facts);
  if (const auto stick = writable_medium(media); stick && write_file_atomically(*stick / name, text))
    return *stick / name;
  TRY_VOID(write_file_atomically(data / name, text));
  return data / name;
}

}  // namespace conglang::machine
