#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace conglang {

/// Minutes since midnight of exactly "HH:MM", 00:00 to 23:59; nothing for anything else.
std::optional<std::chrono::minutes> parse_time_of_day(std::string_view text);

/// The same back. `time`: 0 to 1439 minutes.
std::string format_time_of_day(std::chrono::minutes time);

}  // namespace conglang
