#pragma once
// What is to be said of a kiosk. Pure: facts and `now` in, a verdict in words out.

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/time.h"

namespace conglang::server::fleet {

/// What the server knows of one kiosk.
struct KioskFacts {
  Instant claimed_at;
  std::optional<Instant> retired_at = std::nullopt;
  std::optional<Instant> heard_at = std::nullopt;      ///< when its last report came
  std::optional<Instant> last_success = std::nullopt;  ///< when it last found its content up to date
  std::string error = {};                              ///< of its last try
  bool turned_away = false;                            ///< an older content is on the screen than the newest
  std::int64_t refused = 0;                            ///< files that were signed and are not used
  std::int64_t set_aside = 0;
  std::int64_t damaged = 0;
  std::optional<std::int64_t> disk_free_megabytes = std::nullopt;
  std::int64_t short_runs = 0;  ///< starts in a row that did not last, the one under way included
  std::optional<Instant> crashed_at = std::nullopt;           ///< when it last reported a crash loop
  std::optional<Instant> settings_problem_at = std::nullopt;  ///< when settings last could not be used
  std::optional<std::int64_t> skew_seconds = std::nullopt;
  std::optional<std::int64_t> temperature = std::nullopt;  ///< degrees Celsius

  bool operator==(const KioskFacts&) const = default;
};

/// In order of weight: the first is the kiosk's state.
enum class Trouble { silent, crashing, rolled_back, disk, stale, set_aside, settings, clock, hot };

/// "silent", "crashing", "rolledBack", "disk", "stale", "setAside", "settings", "clock", "hot".
std::string_view trouble_name(Trouble trouble);
std::optional<Trouble> trouble_named(std::string_view name);

struct Sentence {
  std::string vi;
  std::string en;

  bool operator==(const Sentence&) const = default;
};

/// What a kiosk of the fleet can be.
inline constexpr std::array<std::string_view, 11> kStates = {"new",        "well",  "silent", "crashing",
                                                             "rolledBack", "disk",  "stale",  "setAside",
                                                             "settings",   "clock", "hot"};

struct Verdict {
  std::string state;  ///< one of kStates, or "retired"; the name of the first trouble, if there is one
  Sentence words;     ///< whole sentences
  std::vector<Trouble> troubles;

  bool operator==(const Verdict&) const = default;
};

Verdict judge(const KioskFacts& kiosk, Instant now);

/// What one trouble is called, for lists and alarms.
Sentence trouble_words(Trouble trouble);

/// Four reports of a quarter of an hour.
inline constexpr std::chrono::hours kSilentAfter{1};
inline constexpr std::chrono::hours kStaleAfter{24};
inline constexpr std::int64_t kDiskIsLowMegabytes = 500;  ///< two generations of content with pictures
inline constexpr std::int64_t kMostSkewSeconds = 300;
inline constexpr std::int64_t kHotDegrees = 85;
/// The fourth start in a row that is not a first try.
inline constexpr std::int64_t kCrashingRuns = 4;

}  // namespace conglang::server::fleet
