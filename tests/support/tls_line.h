#pragma once
// One request by TLS, as a browser that trusts whatever certificate it is shown.

#include <cstdint>
#include <string>

namespace conglang::testing {

/// The answer to `request` by TLS of at most `version` (TLS1_2_VERSION, …), as far as it comes at once; empty
/// when the two cannot agree.
std::string ask_by_tls(std::uint16_t port, const std::string& request, int version);

}  // namespace conglang::testing
