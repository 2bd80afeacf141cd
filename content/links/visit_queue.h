#pragma once
// In which order addresses are asked: no host by more than a few visitors at once, so that a portal never
// feels the check, and none before its time. Pure: the time comes in.

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace conglang::links {

using Moment = std::chrono::steady_clock::time_point;

class VisitQueue {
 public:
  /// `per_host`: at least 1.
  explicit VisitQueue(std::size_t per_host) : per_host_(per_host) {}

  /// `item` wants to visit `host`, not before `due`.
  void add(std::size_t item, std::string host, Moment due);

  /// The first item whose time has come and whose host has room; its visit is then under way.
  std::optional<std::size_t> take(Moment now);

  /// A visit to `host` that take() began has ended.
  void ended(const std::string& host);

  /// When the next item that waits only for its time will be due; nothing when there is none.
  std::optional<Moment> next_due() const;

 private:
  struct Waiting {
    std::size_t item;
    std::string host;
    Moment due;
  };
  bool has_room(const std::string& host) const;

  std::size_t per_host_;
  std::vector<Waiting> waiting_;  // in order of arrival
  std::map<std::string, std::size_t, std::less<>> under_way_;
};

}  // namespace conglang::links
