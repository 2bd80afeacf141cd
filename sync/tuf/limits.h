#pragma once
// Bounds on what a repository may make a client download, store or do. A file over its bound is refused while
// it arrives, before any of it is parsed (endless data).

#include <cstdint>

namespace conglang::tuf {

inline constexpr std::int64_t kMaxRootBytes = 512L * 1024;
inline constexpr std::int64_t kMaxTimestampBytes = 16L * 1024;
inline constexpr std::int64_t kMaxSnapshotBytes = 2L * 1024 * 1024;
inline constexpr std::int64_t kMaxTargetsBytes = 5L * 1024 * 1024;  ///< top-level and delegated alike
inline constexpr int kMaxRootRotations = 256;                       ///< new roots in one update
inline constexpr int kMaxDelegations = 32;  ///< delegated roles visited for one target
inline constexpr int kMaxBitLength = 32;    ///< of the bins of a delegation (TAP 15)
inline constexpr int kMaxJsonDepth = 32;    ///< nested arrays and objects

}  // namespace conglang::tuf
