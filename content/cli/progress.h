#pragma once
// How far a long command is, on standard error, for a person who waits: a line a second at most, and nothing
// at all when everything is done within the first second, or where CONGLANG_QUIET is set. Standard output and
// its JSON are never touched.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <thread>

namespace conglang::cli {

class Progress {
 public:
  /// `all`: how many steps there will be; 0 when nobody knows. `what`: in front of the numbers, "Kiểm tra";
  /// may be empty.
  explicit Progress(std::size_t all, std::string what = {});

  /// Ends the line when one was begun.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `count` more steps are done.
  void step(std::size_t count = 1);

 private:
  void show() const;

  std::size_t all_;
  std::string what_;
  std::size_t done_ = 0;
  bool shown_ = false;
  bool on_terminal_;  // there the line is written over, elsewhere each is a line of its own
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

/// The same for work whose steps cannot be counted: how many seconds it has taken, each second, from
/// construction to destruction.
class Waiting {
 public:
  /// `every`: a second but in tests.
  explicit Waiting(std::string what, std::chrono::milliseconds every = std::chrono::seconds(1));

  /// Ends the line when one was begun.
  ~Waiting();
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;

 private:
  void tell(const std::stop_token& done);

  std::string what_;
  std::chrono::milliseconds every_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::jthread teller_;  // last: it uses what stands above
};

}  // namespace conglang::cli
