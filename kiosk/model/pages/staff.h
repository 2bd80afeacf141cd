#pragma once
// What staff do at the machine: behind a corner that is held for three seconds, and their PIN. It lies over
// whatever the screen shows and leaves a visitor's pages as they are. Here are its plain values: what it
// holds, what is touched on it, what the machine reports to it and what it asks of the machine.

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "content/base/time.h"
#include "kiosk/model/speech.h"

namespace conglang::kiosk {

/// What staff changed on this machine. It outlives visits and restarts.
struct MachineSettings {
  int brightness = 100;           ///< percent, by day
  int night_brightness = 40;      ///< percent, from `night_begins` to `night_ends`
  int rotation = 0;               ///< degrees clockwise: 0, 90, 180, 270
  int loudness = kUsualLoudness;  ///< of reading aloud, when a visit begins: 1 to kLoudest
  std::string language = {};      ///< that visits begin in; empty: the first of Settings::languages
  bool covered = false;           ///< staff hid every page until they show it again
  std::string lifted = {};  ///< id of the emergency role's order that staff lifted; the next one stands again
  std::chrono::minutes night_begins{21 * 60};  ///< of the day, in Việt Nam
  std::chrono::minutes night_ends{5 * 60};
  std::string remote = {};  ///< id of the newest settings that came signed from the commune

  bool operator==(const MachineSettings&) const = default;
};

enum class StaffPage { door, menu, sticks, screen, touch_test, sound, language, restart };

/// A medium with a repository tree on it.
struct Stick {
  std::string name;  ///< as its owner named it
  std::string tree;  ///< the folder with metadata/ and targets/

  bool operator==(const Stick&) const = default;
};

/// Whether the province's server knows this machine.
enum class Enrolment {
  none,      ///< it reports to nobody
  offering,  ///< the server has not answered yet
  waiting,   ///< for somebody to type its code at the desk
  claimed,
};

/// What the update agent, the disk and the panel say.
struct MachineStatus {
  std::int64_t generation = 0;          ///< of the active content; 0: none yet
  std::optional<Instant> last_success;  ///< when the agent last found everything up to date
  std::optional<Instant> last_try;
  bool last_try_failed = false;
  bool turned_away = false;  ///< an older content is active than the newest one published
  int not_shown = 0;         ///< signed files that were refused or set aside
  std::int64_t free_megabytes = 0;
  bool disk_is_low = false;
  Enrolment enrolment = Enrolment::none;
  std::string claim_code = {};   ///< as staff type it at the desk, while it waits to be claimed
  std::string claimed_for = {};  ///< the place that the desk gave it
  bool panel_is_small = false;   ///< for its pixels: words and buttons come out too small

  bool operator==(const MachineStatus&) const = default;
};

/// What came of the last thing staff asked for.
enum class StaffNote {
  none,
  sync_asked,
  import_asked,
  turn_back_asked,
  diagnosis_written,  ///< `Staff::note_detail` is its path
  request_failed,
  diagnosis_failed,
  settings_failed,
};

enum class DoorAnswer {
  none,
  unset,  ///< there is no PIN: nobody gets in
  wrong,
  too_soon,  ///< was not even looked at
  broken,    ///< the attempt cannot be written down, so it is not looked at
  right,
};

/// One stay of staff, from the held corner to the way out.
struct Staff {
  StaffPage page = StaffPage::door;
  Instant touched{};   ///< their last touch
  std::string digits;  ///< typed so far; gone as soon as they are checked
  DoorAnswer answer = DoorAnswer::none;
  std::string set_pin_words;  ///< the command that sets a PIN, while there is none
  Instant wait_until{};       ///< before it no PIN is looked at
  std::optional<MachineStatus> status;
  std::optional<std::vector<Stick>> sticks;  ///< nothing: still being looked for
  std::set<int> cells;                       ///< of the touch test, as far as they were touched
  StaffNote note = StaffNote::none;
  std::string note_detail;

  bool operator==(const Staff&) const = default;
};

// What is touched.

struct PressCorner {
  bool operator==(const PressCorner&) const = default;
};
struct LeaveCorner {
  bool operator==(const LeaveCorner&) const = default;
};
struct TypeDigit {
  char digit = '0';
  bool operator==(const TypeDigit&) const = default;
};
struct EraseDigit {
  bool operator==(const EraseDigit&) const = default;
};
struct EnterPin {
  bool operator==(const EnterPin&) const = default;
};
struct LeaveStaff {
  bool operator==(const LeaveStaff&) const = default;
};
struct OpenStaffPage {
  StaffPage page = StaffPage::menu;
  bool operator==(const OpenStaffPage&) const = default;
};
struct AskSync {
  bool operator==(const AskSync&) const = default;
};
struct AskImport {
  std::string tree;  ///< of a stick that was found
  bool operator==(const AskImport&) const = default;
};
struct AskTurnBack {
  bool operator==(const AskTurnBack&) const = default;
};
struct AskDiagnosis {
  bool operator==(const AskDiagnosis&) const = default;
};
struct AskRestart {
  bool operator==(const AskRestart&) const = default;
};
struct FindSticksAgain {
  bool operator==(const FindSticksAgain&) const = default;
};
/// The settings as they are to be from now on.
struct ChangeSettings {
  MachineSettings settings;
  bool operator==(const ChangeSettings&) const = default;
};
struct TouchCell {
  int cell = 0;
  bool operator==(const TouchCell&) const = default;
};

using StaffTouch = std::variant<PressCorner, LeaveCorner, TypeDigit, EraseDigit, EnterPin, LeaveStaff,
                                OpenStaffPage, AskSync, AskImport, AskTurnBack, AskDiagnosis, AskRestart,
                                FindSticksAgain, ChangeSettings, TouchCell>;

// What the machine reports.

struct DoorAnswered {
  DoorAnswer answer = DoorAnswer::none;
  int wait_seconds = 0;       ///< before the next PIN is looked at
  std::string set_pin_words;  ///< with DoorAnswer::unset
};
struct StatusRead {
  MachineStatus status;
};
struct SticksFound {
  std::vector<Stick> sticks;
};
struct StaffNoted {
  StaffNote note = StaffNote::none;
  std::string detail;
};
/// As they were kept from the last run.
struct SettingsRead {
  MachineSettings settings;
};

using StaffReport = std::variant<DoorAnswered, StatusRead, SticksFound, StaffNoted, SettingsRead>;

// What is asked of the machine.

/// Says whether there is a PIN, and how long nobody may try one. Answered by DoorAnswered.
struct AskDoor {
  bool operator==(const AskDoor&) const = default;
};
struct CheckPin {
  std::string digits;
  bool operator==(const CheckPin&) const = default;
};
struct ReadStatus {
  bool operator==(const ReadStatus&) const = default;
};
struct FindSticks {
  bool operator==(const FindSticks&) const = default;
};
/// A request to the update agent.
struct RequestOfAgent {
  enum class What { sync, import, turn_back };
  What what = What::sync;
  std::string tree;  ///< to import from
  bool operator==(const RequestOfAgent&) const = default;
};
struct KeepSettings {
  MachineSettings settings;
  bool operator==(const KeepSettings&) const = default;
};
struct WriteDiagnosis {
  bool operator==(const WriteDiagnosis&) const = default;
};
struct RestartProgram {
  bool operator==(const RestartProgram&) const = default;
};

using StaffEffect = std::variant<AskDoor, CheckPin, ReadStatus, FindSticks, RequestOfAgent, KeepSettings,
                                 WriteDiagnosis, RestartProgram>;

}  // namespace conglang::kiosk
