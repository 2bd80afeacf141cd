#pragma once
// The words of what is published, verified from the repository's root: what kiosks may count (fleet).

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "content/base/result.h"
#include "sync/repository/tree.h"
#include "sync/server/fleet/known_words.h"

namespace conglang::server {

class PublishedWords {
 public:
  explicit PublishedWords(repository::Tree tree) : tree_(std::move(tree)) {}

  /// As of the last time that the tree was read; it is read now when it never was. Null when it cannot be
  /// read.
  std::shared_ptr<const fleet::KnownWords> now();

  /// Reads the tree when its timestamp is another. What was known is kept when it cannot be read. Errors:
  /// Tree::load's.
  Result<void> refresh();

 private:
  Result<std::shared_ptr<const fleet::KnownWords>> load() const;

  repository::Tree tree_;
  std::mutex reading_;     ///< one reader of the tree
  std::mutex mutex_;       ///< of what follows
  std::string timestamp_;  ///< what `words_` was read under
  std::shared_ptr<const fleet::KnownWords> words_;
};

}  // namespace conglang::server
