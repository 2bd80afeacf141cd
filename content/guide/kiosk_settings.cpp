#include "content/guide/kiosk_settings.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "content/base/time_of_day.h"
#include "content/guide/json_document.h"
#include "content/guide/object_reader.h"

namespace conglang::guide {
namespace {

using nlohmann::json;

constexpr int kLeastBrightness = 20;
constexpr int kMostBrightness = 100;
constexpr int kLoudest = 5;
constexpr std::size_t kLongestLanguage = 35;

bool is_language(const std::string& code) {
  return code.size() >= 2 && code.size() <= kLongestLanguage && std::ranges::all_of(code, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
         });
}

class Reader {
 public:
  UsableSettings read(const json& root) {
    for (const auto& [name, value] : root.items()) {
      if (name == "$schema") continue;
      if (name == "all") {
        out_.settings.all = one("/all", value);
      } else if (name == "places" && value.is_object()) {
        places(value);
      } else {
        refuse("/" + name, name == "places" ? "cần là một đối tượng" : "không có mục này");
      }
    }
    return std::move(out_);
  }

 private:
  void places(const json& all) {
    for (const auto& [id, value] : all.items()) {
      if (is_slug(id)) {
        out_.settings.places.emplace_back(id, one("/places/" + id, value));
      } else {
        refuse("/places", "tên mỗi mục là mã của một nhà văn hóa, như \"thuong-thap\"");
      }
    }
  }

  KioskSettings one(const std::string& where, const json& object) {
    KioskSettings settings;
    if (!object.is_object()) {
      refuse(where, "cần là một đối tượng");
      return settings;
    }
    for (const auto& [name, value] : object.items()) field(where + "/" + name, name, value, settings);
    return settings;
  }

  void field(const std::string& where, const std::string& name, const json& value, KioskSettings& settings) {
    if (name == "brightness")
      return number(where, value, kLeastBrightness, kMostBrightness, settings.brightness);
    if (name == "nightBrightness")
      return number(where, value, kLeastBrightness, kMostBrightness, settings.night_brightness);
    if (name == "loudness") return number(where, value, 1, kLoudest, settings.loudness);
    if (name == "rotation") return rotation(where, value, settings.rotation);
    if (name == "language") return language(where, value, settings.language);
    if (name == "hours") return part_of_day(where, value, settings.hours);
    if (name == "syncWindow") return part_of_day(where, value, settings.sync_window);
    refuse(where, "không có mục này");
  }

  void number(const std::string& where, const json& value, int least, int most, std::optional<int>& out) {
    const bool fits =
        value.is_number_integer() && value.get<std::int64_t>() >= least && value.get<std::int64_t>() <= most;
    if (!fits) return refuse(where, fmt::format("cần là số nguyên từ {} đến {}", least, most));
    out = value.get<int>();
  }

  void rotation(const std::string& where, const json& value, std::optional<int>& out) {
    const bool fits = value == 0 || value == 90 || value == 180 || value == 270;
    if (!fits) return refuse(where, "cần là 0, 90, 180 hoặc 270");
    out = value.get<int>();
  }

  void language(const std::string& where, const json& value, std::optional<std::string>& out) {
    const bool fits = value.is_string() && is_language(value.get_ref<const std::string&>());
    if (!fits) return refuse(where, "cần là mã ngôn ngữ như \"vi\"");
    out = value.get<std::string>();
  }

  void part_of_day(const std::string& where, const json& value, std::optional<PartOfDay>& out) {
    const auto part =
        value.is_string() ? read_part_of_day(value.get_ref<const std::string&>()) : std::nullopt;
    if (!part) return refuse(where, "cần là một khoảng giờ như \"06:00-21:00\"");
    out = part;
  }

  void refuse(std::string field, std::string why) {
    out_.problems.push_back({std::move(field), std::move(why)});
  }

  UsableSettings out_;
};

template <typename T>
void prefer(std::optional<T>& general, const std::optional<T>& own) {
  if (own) general = own;
}

}  // namespace

std::optional<PartOfDay> read_part_of_day(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto from = parse_time_of_day(text.substr(0, dash));
  const auto to = parse_time_of_day(text.substr(dash + 1));
  if (!from || !to || *from == *to) return std::nullopt;
  return PartOfDay{*from, *to};
}

std::string write_part_of_day(const PartOfDay& part) {
  return format_time_of_day(part.from) + "-" + format_time_of_day(part.to);
}

KioskSettings CommuneSettings::of(std::string_view place) const {
  KioskSettings settings = all;
  const auto own = std::ranges::find(places, place, &std::pair<std::string, KioskSettings>::first);
  if (own == places.end()) return settings;
  prefer(settings.brightness, own->second.brightness);
  prefer(settings.night_brightness, own->second.night_brightness);
  prefer(settings.loudness, own->second.loudness);
  prefer(settings.rotation, own->second.rotation);
  prefer(settings.language, own->second.language);
  prefer(settings.hours, own->second.hours);
  prefer(settings.sync_window, own->second.sync_window);
  return settings;
}

UsableSettings usable_kiosk_settings(std::string_view bytes) {
  const auto document = parse_document(bytes, "kiosks.json");
  if (!document) return {{}, {{"", "không phải JSON"}}};
  if (!document->root.is_object()) return {{}, {{"", "cần là một đối tượng"}}};
  return Reader().read(document->root);
}

Result<CommuneSettings> read_kiosk_settings(std::string_view bytes, std::string_view where) {
  TRY_VOID(parse_document(bytes, where));
  UsableSettings usable = usable_kiosk_settings(bytes);
  if (usable.problems.empty()) return std::move(usable.settings);
  std::string message;
  for (const SettingsProblem& problem : usable.problems) {
    if (!message.empty()) message += '\n';
    message += fmt::format("{}:1: {}: {}", where, problem.field, problem.why);
  }
  return fail(Errc::invalid, "{}", message);
}

Json kiosk_settings_json(const KioskSettings& settings) {
  Json out = Json::object();
  if (settings.brightness) out["brightness"] = *settings.brightness;
  if (settings.night_brightness) out["nightBrightness"] = *settings.night_brightness;
  if (settings.loudness) out["loudness"] = *settings.loudness;
  if (settings.rotation) out["rotation"] = *settings.rotation;
  if (settings.language) out["language"] = *settings.language;
  if (settings.hours) out["hours"] = write_part_of_day(*settings.hours);
  if (settings.sync_window) out["syncWindow"] = write_part_of_day(*settings.sync_window);
  return out;
}

std::string write_kiosk_settings(const CommuneSettings& settings) {
  Json out = Json::object();
  out["all"] = kiosk_settings_json(settings.all);
  for (const auto& [place, one] : settings.places) out["places"][place] = kiosk_settings_json(one);
  return to_file(out);
}

}  // namespace conglang::guide
