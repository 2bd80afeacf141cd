#pragma once
// For a program that is to do nothing any more but turn what it has read into what it writes.

#include <cstddef>

#include "content/base/result.h"

namespace conglang::voice {

/// From now on this process may read and write the files that it has open, take up to `more_memory` bytes
/// more, compute for `seconds`, and end: every other system call is refused. Its libraries must be loaded.
/// Errors: io.
Result<void> confine_process(std::size_t more_memory, unsigned seconds);

}  // namespace conglang::voice
