#include "sync/server/ticker.h"

#include <utility>

namespace conglang::server {

Ticker::Ticker(std::chrono::milliseconds every, std::function<void()> work)
    : every_(every), work_(std::move(work)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Ticker::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    work_();
    wake_.wait_for(lock, stop, every_, [] { return false; });
  }
}

}  // namespace conglang::server
