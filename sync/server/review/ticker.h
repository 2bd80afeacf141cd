#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "sync/server/review/review_desk.h"

namespace conglang::server {

/// Calls ReviewDesk::tick every few seconds on a thread of its own, from its construction to its destruction.
class ReviewTicker {
 public:
  /// Told what did not go well: of which commune, empty for the whole.
  using Failed = std::function<void(const std::string& commune, const Error& error)>;

  /// `desk` outlives it.
  ReviewTicker(ReviewDesk& desk, std::function<Instant()> clock, Failed failed,
               std::chrono::milliseconds every = std::chrono::seconds(10));

 private:
  void work(const std::stop_token& stop);

  ReviewDesk& desk_;
  std::function<Instant()> clock_;
  Failed failed_;
  std::chrono::milliseconds every_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread thread_;  ///< last, so that it ends before what it uses
};

}  // namespace conglang::server
