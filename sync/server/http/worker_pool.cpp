#include "sync/server/http/worker_pool.h"

namespace conglang::http {

WorkerPool::WorkerPool(unsigned workers, std::size_t max_queue) : max_queue_(max_queue) {
  for (unsigned i = 0; i < workers; ++i) threads_.emplace_back([this] { work(); });
}

bool WorkerPool::has_room() const {
  const std::lock_guard lock(mutex_);
  return queue_.size() < max_queue_;
}

void WorkerPool::offer(Job job) {
  std::unique_lock lock(mutex_);
  if (ending_) {
    lock.unlock();
    job();
    return;
  }
  queue_.push_back(std::move(job));
  wake_.notify_one();
}

void WorkerPool::finish() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_all();
  threads_.clear();
}

std::size_t WorkerPool::queued() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

void WorkerPool::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return ending_ || !queue_.empty(); });
    if (queue_.empty()) return;
    const Job job = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    job();
    lock.lock();
  }
}

}  // namespace conglang::http
