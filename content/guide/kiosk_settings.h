#pragma once
// How a commune wants its kiosks: communes/<code>/settings/kiosks.json, signed like all else of the commune.
//
//   {"all": {"brightness": 90, "nightBrightness": 40, "hours": "06:00-21:00", "language": "vi",
//            "loudness": 3, "syncWindow": "22:00-05:00"},
//    "places": {"thuong-thap": {"rotation": 90}}}
//
// What is under a place's id goes before what is under "all". Every field may be left out. A publisher's
// mistake is an error of the file; a kiosk uses what it can of it and tells the rest.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/base/result.h"
#include "content/guide/json_writer.h"

namespace conglang::guide {

/// Minutes of a day in Việt Nam, over midnight when `from` is the later one; `to` is not in it.
struct PartOfDay {
  std::chrono::minutes from{0};
  std::chrono::minutes to{0};

  bool operator==(const PartOfDay&) const = default;
};

/// "22:00-05:00", and back.
std::optional<PartOfDay> read_part_of_day(std::string_view text);
std::string write_part_of_day(const PartOfDay& part);

struct KioskSettings {
  std::optional<int> brightness;         ///< percent within `hours`: 20 to 100
  std::optional<int> night_brightness;   ///< the same outside
  std::optional<int> loudness;           ///< of reading aloud: 1 to 5
  std::optional<int> rotation;           ///< degrees clockwise: 0, 90, 180, 270
  std::optional<std::string> language;   ///< that visits begin in
  std::optional<PartOfDay> hours;        ///< when the house is open
  std::optional<PartOfDay> sync_window;  ///< when media may be fetched

  bool operator==(const KioskSettings&) const = default;
};

struct CommuneSettings {
  KioskSettings all;
  std::vector<std::pair<std::string, KioskSettings>> places;  ///< by the place's id, rising

  /// What holds for a kiosk of `place`.
  KioskSettings of(std::string_view place) const;

  bool operator==(const CommuneSettings&) const = default;
};

/// Something in the file that cannot be.
struct SettingsProblem {
  std::string field;  ///< "/all/brightness"; of the whole file: empty
  std::string why;

  bool operator==(const SettingsProblem&) const = default;
};

struct UsableSettings {
  CommuneSettings settings;
  std::vector<SettingsProblem> problems;  ///< what was left out of them
};

/// What can be used of a file.
UsableSettings usable_kiosk_settings(std::string_view json);

/// Errors: parse; invalid, with every problem of the file.
Result<CommuneSettings> read_kiosk_settings(std::string_view json, std::string_view where);

/// One kiosk's settings, as they stand under "all"; only the fields that are set.
Json kiosk_settings_json(const KioskSettings& settings);

/// The canonical file form.
std::string write_kiosk_settings(const CommuneSettings& settings);

}  // namespace conglang::guide
