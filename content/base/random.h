#pragma once
// Bytes that nobody can foresee, from the kernel.

#include <cstddef>
#include <string>

namespace conglang {

/// `count` bytes. A kernel that has none yet is waited for.
std::string random_bytes(std::size_t count);

}  // namespace conglang
