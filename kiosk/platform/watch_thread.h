#pragma once
// A thread that sleeps in the kernel until a descriptor has something to say. The screen's own thread never
// polls: whatever comes from outside wakes it through here.

#include <functional>
#include <thread>

#include "content/base/file_descriptor.h"

namespace conglang::platform {

class WatchThread {
 public:
  /// `on_readable` is called from the new thread whenever `watched` can be read, and must read it. It may
  /// touch nothing of the screen but its event queue.
  WatchThread(FileDescriptor watched, std::function<void(int descriptor)> on_readable);

  /// Wakes the thread and waits for its end.
  ~WatchThread();
  WatchThread(const WatchThread&) = delete;
  WatchThread& operator=(const WatchThread&) = delete;

 private:
  void watch() const;

  FileDescriptor watched_;
  FileDescriptor stop_;
  std::function<void(int)> on_readable_;
  std::thread thread_;
};

}  // namespace conglang::platform
