#pragma once
// SIGTERM and SIGINT as an ordinary event: nothing runs in a signal handler.

#include "content/base/file_descriptor.h"
#include "content/base/result.h"

namespace conglang::platform {

/// From here on SIGTERM and SIGINT wait on the returned descriptor instead of killing the process. Call
/// before any other thread is started: threads inherit it.
/// Errors: io.
Result<FileDescriptor> catch_quit_signals();

/// Takes one signal from the descriptor, so that it is not readable any more.
void take_quit_signal(int descriptor);

}  // namespace conglang::platform
