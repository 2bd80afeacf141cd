#pragma once
// Threads that do what may wait, behind a queue with an end: who comes when it is full is told so at once,
// so that a flood costs its senders, not the memory of this machine.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace conglang::http {

class WorkerPool {
 public:
  using Job = std::function<void()>;

  WorkerPool(unsigned workers, std::size_t max_queue);
  ~WorkerPool() { finish(); }

  /// True when the next job finds a place, or a free thread.
  bool has_room() const;
  /// Precondition: has_room(), by the only thread that offers. After finish() `job` is done at once, by the
  /// caller.
  void offer(Job job);
  /// Does what is still queued, then ends the threads.
  void finish();

  std::size_t queued() const;

 private:
  void work();

  const std::size_t max_queue_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> queue_;
  bool ending_ = false;
  std::vector<std::jthread> threads_;  ///< last, so that they end before what they use
};

}  // namespace conglang::http
