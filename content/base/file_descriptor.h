#pragma once
// Ownership of an open file or socket of the operating system.

#include <unistd.h>

#include <utility>

namespace conglang {

/// Closes its descriptor at scope exit. Empty when it holds -1.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int fd) : fd_(fd) {}
  FileDescriptor(FileDescriptor&& other) noexcept : fd_(other.release()) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    if (this != &other) reset(other.release());
    return *this;
  }
  ~FileDescriptor() { reset(-1); }

  explicit operator bool() const { return fd_ >= 0; }
  int get() const { return fd_; }

  /// The descriptor, now the caller's to close.
  [[nodiscard]] int release() { return std::exchange(fd_, -1); }

 private:
  void reset(int fd) {
    if (fd_ >= 0) ::close(fd_);
    fd_ = fd;
  }

  int fd_ = -1;
};

}  // namespace conglang
