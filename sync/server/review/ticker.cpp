#include "sync/server/review/ticker.h"

#include <utility>

namespace conglang::server {

ReviewTicker::ReviewTicker(ReviewDesk& desk, std::function<Instant()> clock, Failed failed,
                           std::chrono::milliseconds every)
    : desk_(desk),
      clock_(std::move(clock)),
      failed_(std::move(failed)),
      every_(every),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

void ReviewTicker::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    const auto done = desk_.tick(clock_(), failed_);
    if (!done) failed_("", done.error());
    wake_.wait_for(lock, stop, every_, [] { return false; });
  }
}

}  // namespace conglang::server
