#pragma once
// Numeric addresses as sockets have them and as text.

#include <sys/socket.h>

#include <cstdint>
#include <optional>
#include <string>

namespace conglang::http {

struct SocketAddress {
  sockaddr_storage bytes{};
  socklen_t length = 0;
  bool ipv6 = false;
};

/// Nothing for an address that is not numeric.
std::optional<SocketAddress> parse_address(const std::string& address, std::uint16_t port);

/// "192.0.2.7" or "2001:db8::7", an IPv4 address that came over IPv6 as IPv4; empty for another family.
std::string numeric(const sockaddr* address);

/// 127.0.0.0/8 and ::1.
bool is_loopback(const std::string& numeric_address);

/// Why nobody can listen there, as errno says it, or 0. Not every version of the library leaves errno as the
/// kernel set it, so the kernel is asked again.
int listen_error(const SocketAddress& address);

}  // namespace conglang::http
