#include "sync/agent/schedule.h"

#include <algorithm>

#include "sync/agent/pause.h"

namespace conglang::agent {

Schedule::Schedule(const std::vector<std::string>& names, std::chrono::seconds interval)
    : interval_(interval) {
  for (const std::string& name : names) turns_[name] = {};
}

std::vector<std::string> Schedule::due(Clock::time_point now) const {
  std::vector<std::string> names;
  for (const auto& [name, turn] : turns_) {
    if (turn.due <= now) names.push_back(name);
  }
  return names;
}

Schedule::Clock::time_point Schedule::next() const {
  auto next = Clock::time_point::max();
  for (const auto& entry : turns_) next = std::min(next, entry.second.due);
  return next;
}

void Schedule::tried(const std::string& name, bool succeeded, std::chrono::seconds asked_to_wait,
                     double chance, Clock::time_point now) {
  Turn& turn = turns_[name];
  turn.failures = succeeded ? 0 : turn.failures + 1;
  const std::chrono::milliseconds pause = next_pause(interval_, turn.failures, chance);
  turn.due = now + std::max<std::chrono::milliseconds>(pause, asked_to_wait);
}

void Schedule::hurry(Clock::time_point now) {
  for (auto& entry : turns_) entry.second.due = std::min(entry.second.due, now);
}

}  // namespace conglang::agent
