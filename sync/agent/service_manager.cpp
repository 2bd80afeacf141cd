#include "sync/agent/service_manager.h"

#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace conglang::agent {
namespace {

constexpr std::chrono::seconds kBetweenSigns{1};

}  // namespace

ServiceManager::ServiceManager(std::string address) : address_(std::move(address)) {
  const bool usable = address_.size() > 1 && address_.size() < sizeof(sockaddr_un::sun_path) &&
                      (address_.front() == '/' || address_.front() == '@');
  if (usable) socket_ = FileDescriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
}

ServiceManager ServiceManager::from_environment() {
  const char* address = std::getenv("NOTIFY_SOCKET");
  return ServiceManager(address == nullptr ? "" : address);
}

// Best effort: an agent goes on whoever listens.
void ServiceManager::tell(std::string_view message) {
  if (!socket_) return;
  sockaddr_un to{};
  to.sun_family = AF_UNIX;
  std::memcpy(to.sun_path, address_.data(), address_.size());
  if (address_.front() == '@') to.sun_path[0] = '\0';
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + address_.size());
  static_cast<void>(::sendto(socket_.get(), message.data(), message.size(), MSG_NOSIGNAL | MSG_DONTWAIT,
                             reinterpret_cast<const sockaddr*>(&to), length));
}

void ServiceManager::doing(std::string_view what) {
  std::string line(what);
  std::ranges::replace(line, '\n', ' ');
  tell("STATUS=" + line);
}

void ServiceManager::alive() {
  const auto now = std::chrono::steady_clock::now();
  if (now - told_alive_ < kBetweenSigns) return;
  told_alive_ = now;
  tell("WATCHDOG=1");
}

}  // namespace conglang::agent
