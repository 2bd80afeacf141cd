#pragma once
// How far a long command is, on standard error, for a person who waits: a line a second at most, and nothing
// at all when everything is done within the first second. Standard output and its JSON are never touched.

#include <chrono>
#include <cstddef>
#include <string>

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

}  // namespace conglang::cli
