#pragma once
// How often the PIN may be tried. Each attempt is written down before it is looked at, so that neither a
// power cut nor a restart gives one back; what is waited for is the machine's own running time, so that no
// clock that is set shortens it. A restart begins the wait anew.

#include <chrono>
#include <filesystem>
#include <optional>

#include "content/base/result.h"

namespace conglang::machine {

/// Time since the machine was switched on, sleep included; nobody can set it.
using RunningTime = std::chrono::seconds;
RunningTime running_time();

/// How long nobody may try after `failures` in a row: nothing for the first three, then half a minute,
/// doubled each time, up to an hour.
std::chrono::seconds back_off(int failures);

enum class PinVerdict { right, wrong, too_soon, unset };

class PinGuard {
 public:
  /// `now`: of the start; attempts of earlier runs are waited for from here.
  PinGuard(std::filesystem::path data, RunningTime now) : data_(std::move(data)), since_(now) {}

  /// Whether `pin` opens. The attempt is on disk before the answer is known; the right one forgets all.
  /// Errors: io, no_space, the attempt cannot be written down and was not looked at; is_pin's.
  Result<PinVerdict> try_pin(std::string_view pin, RunningTime now);

  /// What is left of the wait.
  std::chrono::seconds wait(RunningTime now) const;

  /// Errors: io.
  static Result<void> forget_attempts(const std::filesystem::path& data);

 private:
  int failures() const;

  std::filesystem::path data_;
  RunningTime since_;  ///< the last attempt, or the start
  int unwritten_ = 0;  ///< attempts that were refused because they could not be written down
};

}  // namespace conglang::machine
