#pragma once
// How long what we sign is good for. The shorter, the sooner a client notices that it is kept in the dark;
// the longer, the longer a holiday the people who sign can take.

#include <chrono>

namespace conglang::repository {

inline constexpr std::chrono::days kTimestampLifetime{14};
inline constexpr std::chrono::days kSnapshotLifetime{30};
inline constexpr std::chrono::days kTargetsLifetime{365};
inline constexpr std::chrono::days kRootLifetime{730};

}  // namespace conglang::repository
