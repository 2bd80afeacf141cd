#pragma once
// Work that is to be done again and again, on a thread of its own.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace conglang::server {

class Every {
 public:
  using Pause = std::chrono::milliseconds;

  /// Does `work` at once and then again after the pause that it answers, until this ends.
  explicit Every(std::function<Pause()> work);
  /// The same, always with `pause`.
  Every(Pause pause, std::function<void()> work);

 private:
  void run(const std::stop_token& stop);

  std::function<Pause()> work_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread thread_;  ///< last, so that it ends before what it uses
};

}  // namespace conglang::server
