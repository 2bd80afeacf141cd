#include "sync/server/every.h"

#include <utility>

namespace conglang::server {

Every::Every(std::chrono::milliseconds pause, std::function<void()> work)
    : pause_(pause), work_(std::move(work)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Every::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    work_();
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, stop, pause_, [&stop] { return stop.stop_requested(); });
  }
}

}  // namespace conglang::server
