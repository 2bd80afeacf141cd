#include "sync/server/http/deadlines.h"

#include <sys/socket.h>

#include <algorithm>

namespace conglang::http {

Deadlines::Deadlines(std::chrono::milliseconds patience)
    : patience_(patience), watcher_([this](const std::stop_token& stop) { watch(stop); }) {}

void Deadlines::connected(int socket) {
  const std::lock_guard lock(mutex_);
  waiting_until_[socket] = Clock::now() + patience_;
}

void Deadlines::body_follows(int socket, std::chrono::milliseconds more) {
  const std::lock_guard lock(mutex_);
  waiting_until_[socket] = Clock::now() + patience_ + more;
}

void Deadlines::request_is_whole(int socket) {
  const std::lock_guard lock(mutex_);
  waiting_until_[socket] = std::nullopt;
}

void Deadlines::answered(int socket) {
  connected(socket);
}

void Deadlines::closing(int socket) {
  const std::lock_guard lock(mutex_);
  waiting_until_.erase(socket);
}

std::size_t Deadlines::answering() const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(
      std::ranges::count_if(waiting_until_, [](const auto& entry) { return !entry.second; }));
}

void Deadlines::watch(const std::stop_token& stop) {
  // Half the patience bounds how late a connection is shut down, five seconds how often an idle server wakes.
  const auto pause = std::clamp<std::chrono::milliseconds>(patience_ / 2, std::chrono::milliseconds(10),
                                                           std::chrono::seconds(5));
  std::unique_lock lock(mutex_);
  while (!stopping_.wait_for(lock, stop, pause, [&stop] { return stop.stop_requested(); })) {
    shut_down_overdue(Clock::now());
  }
}

void Deadlines::shut_down_overdue(Clock::time_point now) {
  for (auto& entry : waiting_until_) {
    if (entry.second && now > *entry.second) ::shutdown(entry.first, SHUT_RDWR);
  }
}

}  // namespace conglang::http
