#pragma once
// How long the agent waits before its next try. Pure: chance comes in as a number.

#include <chrono>

namespace conglang::agent {

/// Between two tries, unless the operator says otherwise: with the tenth more that chance may add, and ten
/// seconds to fetch and build, what was signed is on the screen within a minute.
inline constexpr std::chrono::seconds kDefaultInterval{45};

/// After a success: `interval`, a tenth more or less, so that a village of machines switched on together does
/// not ask together. After `failures` in a row: anywhere between a second and a bound that doubles each time
/// up to 15 intervals (exponential back-off with full jitter). `chance`: from 0 to 1.
std::chrono::milliseconds next_pause(std::chrono::seconds interval, int failures, double chance);

}  // namespace conglang::agent
