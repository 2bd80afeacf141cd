#include "content/base/service_manager.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string>

#include "content/base/file_descriptor.h"

namespace conglang {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

template <typename Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  return whole && !text.empty() ? std::optional(number) : std::nullopt;
}

}  // namespace

bool notify_service_manager(std::string_view state) {
  const std::string_view path = variable("NOTIFY_SOCKET");
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const bool usable =
      !path.empty() && (path[0] == '/' || path[0] == '@') && path.size() < sizeof address.sun_path;
  if (!usable) return false;
  std::memcpy(address.sun_path, path.data(), path.size());
  // "@" stands for the zero byte of Linux's abstract names.
  if (path[0] == '@') address.sun_path[0] = '\0';
  const FileDescriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  if (!socket) return false;
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
  const ssize_t sent = ::sendto(socket.get(), state.data(), state.size(), MSG_NOSIGNAL | MSG_DONTWAIT,
                                reinterpret_cast<const sockaddr*>(&address), length);
  return sent == static_cast<ssize_t>(state.size());
}

std::optional<std::chrono::microseconds> watchdog_interval() {
  const auto pid = number_in<pid_t>(variable("WATCHDOG_PID"));
  if (pid && *pid != ::getpid()) return std::nullopt;
  const auto microseconds = number_in<std::int64_t>(variable("WATCHDOG_USEC"));
  if (!microseconds || *microseconds <= 0) return std::nullopt;
  return std::chrono::microseconds(*microseconds);
}

}  // namespace conglang
