#include "content/links/visit_queue.h"

#include <algorithm>
#include <utility>

namespace conglang::links {

void VisitQueue::add(std::size_t item, std::string host, Moment due) {
  waiting_.push_back({item, std::move(host), due});
}

std::optional<std::size_t> VisitQueue::take(Moment now) {
  const auto next = std::find_if(waiting_.begin(), waiting_.end(),
                                 [&](const Waiting& one) { return one.due <= now && has_room(one.host); });
  if (next == waiting_.end()) return std::nullopt;
  const std::size_t item = next->item;
  ++under_way_[next->host];
  waiting_.erase(next);
  return item;
}

void VisitQueue::ended(const std::string& host) {
  --under_way_[host];
}

std::optional<Moment> VisitQueue::next_due() const {
  std::optional<Moment> soonest;
  for (const Waiting& one : waiting_) {
    if (has_room(one.host) && (!soonest || one.due < *soonest)) soonest = one.due;
  }
  return soonest;
}

bool VisitQueue::has_room(const std::string& host) const {
  const auto found = under_way_.find(host);
  return found == under_way_.end() || found->second < per_host_;
}

}  // namespace conglang::links
