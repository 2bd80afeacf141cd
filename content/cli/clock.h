#pragma once

#include <chrono>

#include "content/base/time.h"

namespace conglang::cli {

/// The system's clock, read by commands alone: everything below them is handed the time.
inline Instant system_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace conglang::cli
