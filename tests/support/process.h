#pragma once
// Other programs as a test sees them: started with a folder of their own, their output kept, always ended.

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace conglang::testing {

using Arguments = std::vector<std::string>;

struct Finished {
  int status = -1;     ///< exit status; 128 + signal if one ended it
  std::string output;  ///< standard output and error, in the order written

  bool says(const std::string& text) const { return output.find(text) != std::string::npos; }
};

/// Runs `command` to its end.
Finished run(const Arguments& command);

/// Runs a line of shell to its end.
Finished run_shell(const std::string& line);

/// A program that runs until it is told to stop, or the test ends.
class Process {
 public:
  /// `log`: the file that gets its standard output and error.
  Process(const Arguments& command, std::filesystem::path log);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  pid_t pid() const { return pid_; }
  bool running();
  std::string output() const;

  /// Waits until the output holds `text`; false when `limit` passes or the program ends first.
  bool wait_for_output(const std::string& text, std::chrono::milliseconds limit);

  /// Sends `signal` and waits for the end. Returns the exit status as in Finished.
  int stop(int signal);

 private:
  pid_t pid_ = -1;
  int status_ = -1;
  std::filesystem::path log_;
};

/// Calls `condition` until it holds; false when `limit` passes first.
template <typename Condition>
bool eventually(const Condition& condition, std::chrono::milliseconds limit = std::chrono::seconds(20));

void pause_between_looks();

template <typename Condition>
bool eventually(const Condition& condition, std::chrono::milliseconds limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    pause_between_looks();
  }
  return true;
}

}  // namespace conglang::testing
