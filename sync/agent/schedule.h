#pragma once
// When each repository is asked next. A server in trouble is left alone ever longer, and does not slow the
// others.

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace conglang::agent {

class Schedule {
 public:
  using Clock = std::chrono::steady_clock;

  /// All of `names` are due at once.
  Schedule(const std::vector<std::string>& names, std::chrono::seconds interval);

  std::vector<std::string> due(Clock::time_point now) const;
  Clock::time_point next() const;

  /// Notes how a try at `now` went. `asked_to_wait`: what the server asked for; `chance`: from 0 to 1.
  void tried(const std::string& name, bool succeeded, std::chrono::seconds asked_to_wait, double chance,
             Clock::time_point now);

  /// Makes all due: somebody asked.
  void hurry(Clock::time_point now);

 private:
  struct Turn {
    Clock::time_point due;
    int failures = 0;
  };

  std::chrono::seconds interval_;
  std::map<std::string, Turn> turns_;
};

}  // namespace conglang::agent
