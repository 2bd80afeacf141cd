#include "sync/client/finisher.h"

#include <algorithm>
#include <utility>

#include "content/base/file.h"

namespace conglang::client {
namespace {

// Enough that the disk writes one file's bytes with another's; the processor's share is small.
constexpr std::size_t kMostThreads = 4;
constexpr std::size_t kMostUnderWay = 64;
constexpr std::int64_t kMostBytesUnderWay = 32L * 1024 * 1024;
constexpr std::int64_t kMostBytesUnnamed = 16L * 1024 * 1024;

Result<void> sync_all(const std::set<std::filesystem::path>& folders) {
  for (const std::filesystem::path& folder : folders) {
    TRY_VOID(sync_folder(folder));
  }
  return {};
}

}  // namespace

Finisher::Finisher(std::size_t files) {
  for (std::size_t i = 0; i < std::min(files, kMostThreads); ++i) threads_.emplace_back([this] { work(); });
}

Finisher::~Finisher() {
  const std::lock_guard lock(mutex_);
  ending_ = true;
  has_come_.notify_all();
}

void Finisher::begin(Part& part) {
  std::unique_lock lock(mutex_);
  has_ended_.wait(lock, [this] {
    return under_way_ < kMostUnderWay && (bytes_under_way_ < kMostBytesUnderWay || under_way_ == 0);
  });
  waiting_.push_back(&part);
  ++under_way_;
  bytes_under_way_ += part.size();
  has_come_.notify_one();
}

std::vector<Finisher::Finished> Finisher::take_finished() {
  const std::lock_guard lock(mutex_);
  return std::exchange(finished_, {});
}

std::vector<Finisher::Finished> Finisher::take_all() {
  std::unique_lock lock(mutex_);
  has_ended_.wait(lock, [this] { return under_way_ == 0; });
  return std::exchange(finished_, {});
}

std::set<std::filesystem::path> Finisher::take_folders() {
  bytes_unnamed_ = 0;
  return std::exchange(folders_, {});
}

Result<void> Finisher::sync_names() {
  std::unique_lock lock(mutex_);
  const auto folders = take_folders();
  lock.unlock();
  return sync_all(folders);
}

Result<void> Finisher::finish(const Part& part) {
  TRY_VOID(part.verify());
  TRY_VOID(part.make_durable());
  TRY_VOID(part.take_name());
  std::unique_lock lock(mutex_);
  folders_.insert(part.download().destination.parent_path());
  bytes_unnamed_ += part.size();
  if (bytes_unnamed_ < kMostBytesUnnamed) return {};
  const auto folders = take_folders();
  lock.unlock();
  return sync_all(folders);
}

void Finisher::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    has_come_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    Part* const part = waiting_.front();
    waiting_.pop_front();
    lock.unlock();
    auto outcome = finish(*part);
    const std::int64_t size = part->size();
    lock.lock();
    finished_.push_back({part, std::move(outcome)});
    --under_way_;
    bytes_under_way_ -= size;
    has_ended_.notify_one();
  }
}

}  // namespace conglang::client
