#pragma once
// A web address taken apart by the strictest reading: what is unusual is refused, so that no phone can
// understand it in another way than we did. Pure; no URL library, whose leniency would be ours.

#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::guide {

inline constexpr std::size_t kMaxAddressBytes = 1000;  ///< far more than a code on a screen can hold

struct WebAddress {
  std::string url;   ///< scheme and host in lower case, the rest as given
  std::string host;  ///< lower case

  bool operator==(const WebAddress&) const = default;
};

/// Reads `https://host[/path][?query]`. Refused: any other scheme, user-info, port, IP address, non-ASCII or
/// punycode host, a host of one label or with a dot at its end; in the rest: "#", "@", "\", spaces, control
/// and non-ASCII characters, broken percent-encoding, "." and ".." steps, empty steps, and a whole address
/// inside the query (open redirects).
/// Errors: forbidden; the message names the part and why.
Result<WebAddress> parse_web_address(std::string_view url);

/// What is wrong with `host` as an entry of the allow-list (which is written in lower case); nothing if fine.
std::optional<std::string> host_problem(std::string_view host);

/// `text` with every byte but unreserved characters (RFC 3986, section 2.3) percent-encoded.
std::string percent_encode(std::string_view text);

}  // namespace conglang::guide
