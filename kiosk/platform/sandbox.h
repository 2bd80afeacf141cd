#pragma once
// The screen opens no internet socket, whatever happens inside it: a seccomp filter says so to the kernel.

#include "content/base/result.h"

namespace conglang::platform {

/// From here on, in this process and all it starts, socket() for any family but AF_UNIX and AF_NETLINK fails
/// with EACCES. Cannot be undone. Call before the display is opened.
/// Errors: io, the kernel has no seccomp; nothing is changed then.
Result<void> forbid_internet_sockets();

}  // namespace conglang::platform
