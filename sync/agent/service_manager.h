#pragma once
// What systemd hears from the agent: ready, alive, what it is doing, ending. Without systemd all of it is
// silent, and an agent goes on whoever listens.

#include <chrono>
#include <string_view>

namespace conglang::agent {

class ServiceManager {
 public:
  void ready();
  void stopping();
  /// One line for `systemctl status`.
  void doing(std::string_view what);
  /// For the watchdog; to be called as often as there is time, told once a second at most.
  void alive();

 private:
  std::chrono::steady_clock::time_point told_alive_{};
};

}  // namespace conglang::agent
