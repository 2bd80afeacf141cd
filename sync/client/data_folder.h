#pragma once
// What else lies in the data folder of one machine: the lock that makes one agent its owner, and the earliest
// time it can be.

#include <filesystem>

#include "content/base/file_descriptor.h"
#include "content/base/result.h"
#include "content/base/time.h"

namespace conglang::client {

/// Holds `data` for one agent, from construction to destruction; a killed agent's hold ends with it.
class DataLock {
 public:
  /// Errors: conflict, when another agent holds it; not_found, io.
  static Result<DataLock> acquire(const std::filesystem::path& data);

 private:
  explicit DataLock(FileDescriptor file) : file_(std::move(file)) {}

  FileDescriptor file_;
};

/// The time floor of a machine whose clock may have no battery: DATA/time-floor. It is raised only to times
/// at which fresh metadata was verified, so a clock that once ran years ahead cannot raise it past what the
/// timestamp role signed.
class TimeFloor {
 public:
  explicit TimeFloor(const std::filesystem::path& data) : path_(data / "time-floor") {}

  /// The latest of the system's clock, the floor and `built`, when this program was made.
  Instant trusted_now(Instant system, Instant built) const;

  /// Remembers `now`, if that is an hour or more later than the floor. Errors: no_space, io.
  Result<void> raise(Instant now) const;

 private:
  Instant load() const;

  std::filesystem::path path_;
};

}  // namespace conglang::client
