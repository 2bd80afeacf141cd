#pragma once
// How far a download is: a bar on a terminal, and DATA/sync-progress.json for the screen and the operator
// while it lasts.

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "sync/client/verified_download.h"

namespace conglang::agent {

/// How long the rest takes at the pace so far; nothing while that cannot be told. `at_start`: what earlier
/// attempts had brought.
std::optional<std::chrono::seconds> time_left(const client::Progress& progress, std::int64_t at_start,
                                              std::chrono::milliseconds elapsed);

/// "[#####...............]  26 %  1.3 of 5.0 MB, 3 of 12 files, 0:12 left"
std::string progress_bar(const client::Progress& progress, std::optional<std::chrono::seconds> left);

/// The file's content: {"bytes": …, "ofBytes": …, "files": …, "ofFiles": …, "secondsLeft": …}
std::string progress_json(const client::Progress& progress, std::optional<std::chrono::seconds> left);

class ProgressReport {
 public:
  enum class Terminal { none, standard_error };

  ProgressReport(std::filesystem::path data, Terminal terminal);
  /// Takes the bar and the file away.
  ~ProgressReport();
  ProgressReport(const ProgressReport&) = delete;
  ProgressReport& operator=(const ProgressReport&) = delete;

  void show(const client::Progress& progress);

 private:
  using Clock = std::chrono::steady_clock;

  std::filesystem::path path_;
  Terminal terminal_;
  Clock::time_point began_{};
  Clock::time_point drawn_{};
  Clock::time_point written_{};
  std::optional<std::int64_t> at_start_;
  bool is_drawn_ = false;
  bool is_written_ = false;
};

}  // namespace conglang::agent
