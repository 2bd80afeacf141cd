#pragma once
// What a process holds, to tell whether it grows.

#include <sys/types.h>

#include <cstdint>

namespace conglang::soak {

/// Bytes that this process has allocated and not freed.
std::int64_t allocated_bytes();

/// Bytes of memory that are `process`'s own and in use.
std::int64_t private_bytes(pid_t process);

/// Open files, sockets and pipes of `process`.
int open_handles(pid_t process);

}  // namespace conglang::soak
