#include "kiosk/machine/settings_file.h"

#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "content/guide/kiosk_settings.h"

namespace conglang::machine {
namespace {

using nlohmann::json;

constexpr std::uintmax_t kMaxFileBytes = 16UL * 1024;
constexpr int kMinutesOfDay = 24 * 60;

std::filesystem::path settings_file(const std::filesystem::path& data) {
  return data / "settings.json";
}

void read_number(const json& document, const char* name, int least, int most, int& value) {
  const auto found = document.find(name);
  if (found == document.end() || !found->is_number_integer()) return;
  const auto read = found->get<std::int64_t>();
  if (read >= least && read <= most) value = static_cast<int>(read);
}

void read_minutes(const json& document, const char* name, std::chrono::minutes& value) {
  int minutes = static_cast<int>(value.count());
  read_number(document, name, 0, kMinutesOfDay - 1, minutes);
  value = std::chrono::minutes(minutes);
}

// The closed hours are the night.
void read_hours(const json& document, kiosk::MachineSettings& settings) {
  const auto found = document.find("hours");
  if (found == document.end() || !found->is_string()) return;
  const auto hours = guide::read_part_of_day(found->get_ref<const std::string&>());
  if (!hours) return;
  settings.night_begins = hours->to;
  settings.night_ends = hours->from;
}

}  // namespace

Result<kiosk::MachineSettings> read_settings(const std::filesystem::path& data,
                                             const kiosk::MachineSettings& usual) {
  TRY(const std::string text, read_file(settings_file(data), kMaxFileBytes));
  const json document = json::parse(text, nullptr, false);
  if (!document.is_object())
    return fail(Errc::parse, "{}: is not a JSON object; the staff menu writes it anew",
                settings_file(data).string());
  kiosk::MachineSettings settings = usual;
  read_number(document, "brightness", 20, 100, settings.brightness);
  read_number(document, "nightBrightness", 20, 100, settings.night_brightness);
  read_number(document, "loudness", 1, kiosk::kLoudest, settings.loudness);
  read_number(document, "rotation", 0, 270, settings.rotation);
  if (settings.rotation % 90 != 0) settings.rotation = usual.rotation;
  if (const auto found = document.find("language"); found != document.end() && found->is_string())
    settings.language = found->get<std::string>();
  if (const auto found = document.find("covered"); found != document.end() && found->is_boolean())
    settings.covered = found->get<bool>();
  read_minutes(document, "nightBegins", settings.night_begins);
  read_minutes(document, "nightEnds", settings.night_ends);
  if (settings.night_begins == settings.night_ends) {
    settings.night_begins = usual.night_begins;
    settings.night_ends = usual.night_ends;
  }
  if (const auto found = document.find("remote"); found != document.end() && found->is_string())
    settings.remote = found->get<std::string>();
  if (const auto found = document.find("lifted"); found != document.end() && found->is_string())
    settings.lifted = found->get<std::string>();
  return settings;
}

Result<void> write_settings(const std::filesystem::path& data, const kiosk::MachineSettings& settings) {
  const json document = {{"brightness", settings.brightness},
                         {"nightBrightness", settings.night_brightness},
                         {"loudness", settings.loudness},
                         {"rotation", settings.rotation},
                         {"language", settings.language},
                         {"covered", settings.covered},
                         {"nightBegins", settings.night_begins.count()},
                         {"nightEnds", settings.night_ends.count()},
                         {"remote", settings.remote},
                         {"lifted", settings.lifted}};
  return write_file_atomically(settings_file(data),
                               document.dump(1, ' ', false, json::error_handler_t::replace) + "\n");
}

bool take_remote_settings(const std::filesystem::path& data, kiosk::MachineSettings& settings) {
  const auto text = read_file(data / kRemoteSettings, kMaxFileBytes);
  if (!text) return false;
  const json document = json::parse(*text, nullptr, false);
  if (!document.is_object()) return false;
  const auto id = document.find("id");
  if (id == document.end() || !id->is_string() || *id == settings.remote) return false;
  settings.remote = id->get<std::string>();
  read_number(document, "brightness", 20, 100, settings.brightness);
  read_number(document, "nightBrightness", 20, 100, settings.night_brightness);
  read_number(document, "loudness", 1, kiosk::kLoudest, settings.loudness);
  read_number(document, "rotation", 0, 270, settings.rotation);
  read_hours(document, settings);
  if (const auto found = document.find("language"); found != document.end() && found->is_string())
    settings.language = found->get<std::string>();
  return true;
}

}  // namespace conglang::machine
