#pragma once
// Looks at a small part of a display often, to tell when something came up.

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace conglang::testing {

struct WatchedPart {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

class ScreenWatch {
 public:
  using Pixels = std::vector<unsigned char>;  ///< green of each
  using Clock = std::chrono::steady_clock;

  /// A connection of its own, so that looking does not wait for anybody else's requests.
  ScreenWatch(const std::string& display, WatchedPart part);
  ~ScreenWatch();
  ScreenWatch(const ScreenWatch&) = delete;
  ScreenWatch& operator=(const ScreenWatch&) = delete;

  Pixels look();

  /// When `seen` first held, looking every quarter of a millisecond; throws after 30 seconds.
  Clock::time_point wait_for(const std::function<bool(const Pixels&)>& seen);

  /// Puts the pointer there, presses, and releases 80 ms later. Returns when it was released.
  Clock::time_point tap(int x, int y);

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
  WatchedPart part_;
};

}  // namespace conglang::testing
