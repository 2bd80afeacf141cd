#include "sync/server/every.h"

#include <utility>

namespace conglang::server {

Every::Every(std::function<Pause()> work)
    : work_(std::move(work)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

Every::Every(Pause pause, std::function<void()> work)
    : Every([pause, work = std::move(work)] {
        work();
        return pause;
      }) {}

void Every::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    const Pause pause = work_();
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, stop, pause, [&stop] { return stop.stop_requested(); });
  }
}

}  // namespace conglang::server
