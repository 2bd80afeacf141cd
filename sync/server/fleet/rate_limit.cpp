#include "sync/server/fleet/rate_limit.h"

#include <algorithm>

namespace conglang::server::fleet {
namespace {

constexpr std::size_t kMostSubjects = 10'000;

}  // namespace

std::optional<std::chrono::seconds> RateLimit::wait(const std::string& subject, Instant now) const {
  const std::lock_guard lock(mutex_);
  const auto found = seen_.find(subject);
  if (found == seen_.end() || found->second.times < most_) return std::nullopt;
  const auto left = found->second.since + window_ - now;
  return left > std::chrono::seconds(0) ? std::optional(left) : std::nullopt;
}

void RateLimit::count(const std::string& subject, Instant now) {
  const std::lock_guard lock(mutex_);
  if (seen_.size() >= kMostSubjects) forget(now);
  Seen& seen = seen_[subject];
  if (seen.times == 0 || now - seen.since >= window_) seen = {0, now};
  ++seen.times;
}

// A flood of addresses makes room for itself, not for more memory.
void RateLimit::forget(Instant now) {
  std::erase_if(seen_, [&](const auto& entry) { return now - entry.second.since >= window_; });
  while (seen_.size() >= kMostSubjects) {
    seen_.erase(std::ranges::min_element(seen_, {}, [](const auto& entry) { return entry.second.times; }));
  }
}

}  // namespace conglang::server::fleet
