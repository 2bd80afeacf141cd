#pragma once
// A disk so small that a test can fill it to its last byte: a tmpfs, mounted where only this object and what
// is run inside() see it. It needs root or user namespaces.

#include <filesystem>
#include <memory>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace conglang::testing {

class SmallDisk {
 public:
  explicit SmallDisk(int megabytes);

  /// False where this machine lets nobody mount it.
  bool is_there() const { return holder_ != nullptr; }

  /// Where it is mounted, for what runs inside().
  std::filesystem::path path() const { return folder_.path(); }
  /// The same place, as this process sees it.
  std::filesystem::path from_here() const;
  /// The words that a command begins with to run there.
  Arguments inside() const;

  /// Writes until there is no byte left.
  void fill() const;
  /// Takes away what fill() wrote.
  void free() const;

 private:
  TemporaryFolder folder_;
  bool has_own_users_ = false;
  std::unique_ptr<Process> holder_;  ///< keeps the mount; nothing else is left of it when it ends
};

}  // namespace conglang::testing
