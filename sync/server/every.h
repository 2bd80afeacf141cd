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
  /// Does `work` at once and then with `pause` between two times, until this ends.
  Every(std::chrono::milliseconds pause, std::function<void()> work);

 private:
  void run(const std::stop_token& stop);

  std::chrono::milliseconds pause_;
  std::function<void()> work_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread thread_;  ///< last, so that it ends before what it uses
};

}  // namespace conglang::server
