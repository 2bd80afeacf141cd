#pragma once
// One run of the screen, as seen by whoever looks after it: counted at its start, ready with its first
// picture, alive as long as pictures reach the display, settled when it has lived for a minute.

#include <chrono>
#include <filesystem>
#include <optional>

#include "kiosk/machine/crash_book.h"
#include "kiosk/machine/pin_guard.h"

namespace conglang::platform {

class Life {
 public:
  explicit Life(std::filesystem::path data);

  /// Counts this run, and carries out a turn back when new content came with a crash loop: by the agent's own
  /// program, which knows the rules, and a report. `safe_page`: an ordinary start would only crash again.
  machine::Start begin();

  /// A picture is on the display.
  void presented(machine::RunningTime now);

  /// Other content is shown from now on: it has to live for a minute of its own.
  void content_changed(machine::RunningTime now);

  /// True when a picture is due although nothing changed, because the watchdog waits for one.
  bool is_present_due(machine::RunningTime now) const;

  /// The longest sleep that keeps the watchdog content; nothing when there is none.
  std::optional<std::chrono::seconds> longest_sleep() const { return interval_; }

  /// True when begin() said safe_page.
  bool is_safe() const { return safe_; }

  /// The run ends because it was told to, or for a reason that it can name: that is no crash.
  void end();

 private:
  void turn_back(const std::string& from) const;

  std::filesystem::path data_;
  std::optional<std::chrono::seconds> interval_;
  std::optional<machine::RunningTime> last_ping_;
  std::optional<machine::RunningTime> living_since_;
  bool settled_ = false;
  bool safe_ = false;
};

/// A child that is waited for, at most `limit`; then it is killed. True when it ended with status 0.
bool run_program(const std::filesystem::path& program, const std::vector<std::string>& words,
                 std::chrono::seconds limit);

}  // namespace conglang::platform
