#pragma once
// Does something again and again on a thread of its own, until this object ends.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace conglang::server {

class Ticker {
 public:
  /// `work` begins at once, and again `every` after it ended.
  Ticker(std::chrono::milliseconds every, std::function<void()> work);

 private:
  void run(const std::stop_token& stop);

  std::chrono::milliseconds every_;
  std::function<void()> work_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread thread_;  ///< last, so that it ends before what it uses
};

}  // namespace conglang::server
