#pragma once
// Who keeps the server waiting. A connection waits from its start, and from the end of each answer, until a
// whole request has come; one that waits too long is shut down, so that a byte a second cannot hold a place
// for ever. Sockets are only shut down here, never closed: their owner notices and closes.

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

namespace conglang::http {

class Deadlines {
 public:
  explicit Deadlines(std::chrono::milliseconds patience);

  void connected(int socket);
  /// The headers are there; the body has `more` time than they had.
  void body_follows(int socket, std::chrono::milliseconds more);
  void request_is_whole(int socket);
  void answered(int socket);
  /// Before `socket` is closed: its number may be another connection's afterwards.
  void closing(int socket);

  /// Connections whose answer is being made or sent.
  std::size_t answering() const;

 private:
  using Clock = std::chrono::steady_clock;

  void watch(const std::stop_token& stop);
  void shut_down_overdue(Clock::time_point now);

  const std::chrono::milliseconds patience_;
  mutable std::mutex mutex_;
  std::condition_variable_any stopping_;
  std::unordered_map<int, std::optional<Clock::time_point>> waiting_until_;  ///< nothing: being answered
  std::jthread watcher_;  ///< last, so that it ends before what it reads
};

}  // namespace conglang::http
