#pragma once
// One server to one database: who holds FILE.lock may write. A killed server's hold ends with it.

#include <filesystem>

#include "content/base/file_descriptor.h"
#include "content/base/result.h"

namespace conglang::server {

class Hold {
 public:
  /// Errors: conflict, another process has it; io.
  static Result<Hold> take(const std::filesystem::path& file);

 private:
  explicit Hold(FileDescriptor lock) : lock_(std::move(lock)) {}

  FileDescriptor lock_;
};

}  // namespace conglang::server
