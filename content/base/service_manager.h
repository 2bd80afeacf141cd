#pragma once
// What a program tells whoever started it and looks after it, by the protocol of sd_notify(3): a datagram to
// the socket that NOTIFY_SOCKET names. Started by hand, there is nobody to tell, and nothing is done.

#include <chrono>
#include <optional>
#include <string_view>

namespace conglang {

/// Sends `state`: "READY=1", "WATCHDOG=1", "STATUS=…", "STOPPING=1"; several, a line each. True when it was
/// sent.
bool notify_service_manager(std::string_view state);

/// How often "WATCHDOG=1" must come at least, as WATCHDOG_USEC says; nothing when nobody waits for it.
std::optional<std::chrono::microseconds> watchdog_interval();

}  // namespace conglang
