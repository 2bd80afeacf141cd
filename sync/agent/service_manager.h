#pragma once
// What systemd hears from the agent: ready, alive, what it is doing, ending. Without systemd all of it is
// silent.

#include <chrono>
#include <string>
#include <string_view>

#include "content/base/file_descriptor.h"

namespace conglang::agent {

class ServiceManager {
 public:
  /// `address`: of NOTIFY_SOCKET, a path or "@" and an abstract name; empty: nobody listens.
  explicit ServiceManager(std::string address);
  /// The one that started this program.
  static ServiceManager from_environment();

  void ready() { tell("READY=1"); }
  void stopping() { tell("STOPPING=1"); }
  /// One line for `systemctl status`.
  void doing(std::string_view what);
  /// For the watchdog; to be called as often as there is time, told once a second at most.
  void alive();

 private:
  void tell(std::string_view message);

  std::string address_;
  FileDescriptor socket_;
  std::chrono::steady_clock::time_point told_alive_{};
};

}  // namespace conglang::agent
