#pragma once
// A province's tree on disk for measurements: real keys, real publishing, content of a given weight.

#include <cstddef>
#include <filesystem>
#include <string>

#include "content/base/time.h"

namespace conglang::bench {

class ServedTree {
 public:
  /// `folder`: an empty one that this fills.
  explicit ServedTree(std::filesystem::path folder);

  /// Writes `count` guides, made of the starter content's, into the bundle.
  void add_guides(std::size_t count) const;
  /// Writes `count` media files of `bytes` each, which do not compress, into the bundle.
  void add_media(std::size_t count, std::size_t bytes) const;
  /// Makes the tree on the first call; signs what changed. Ends the program with the reason when it fails.
  void publish();

  std::filesystem::path bundle() const { return folder_ / "bundle"; }
  std::filesystem::path tree() const { return folder_ / "tree"; }
  /// The first root.
  std::string anchor() const;

 private:
  std::filesystem::path folder_;
};

/// The time, in whole seconds.
Instant time_now();

/// Prints `what` and ends the program.
[[noreturn]] void give_up(const std::string& what);

}  // namespace conglang::bench
