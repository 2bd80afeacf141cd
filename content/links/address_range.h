#pragma once
// Which IP addresses lie on the public internet. Everything else (this machine, the office's network, a
// cloud's own services, tunnels that hide another address) is refused by name: a link of a bundle, or whoever
// stands behind its host's name, must not make the checking machine ask its neighbours. Source: IANA
// special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its successors).

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace conglang::links {

/// Why `address` (4 or 16 bytes, network order) is no public one: "loopback", "private network"; nothing when
/// it is public. An IPv6 address that carries an IPv4 one is judged by both.
std::optional<std::string_view> why_not_public(std::span<const std::uint8_t> address);

}  // namespace conglang::links
