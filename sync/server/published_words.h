#pragma once
// The words of what is published, for the door that kiosks' counters come through: read again on the server's
// own time when something was published, and handed out from memory.

#include <memory>
#include <mutex>

#include "content/base/result.h"
#include "sync/server/fleet/known_words.h"
#include "sync/server/review/published.h"

namespace conglang::server {

class PublishedWords {
 public:
  explicit PublishedWords(PublishedContent& content) : content_(content) {}

  /// Reads what is published, unless nothing was since the last time. Errors: PublishedContent's; the words
  /// are then as they were.
  Result<void> read();

  std::shared_ptr<const fleet::KnownWords> now() const;

 private:
  PublishedContent& content_;
  std::int64_t timestamp_ = -1;  ///< of the tree that `words_` are of
  mutable std::mutex mutex_;
  std::shared_ptr<const fleet::KnownWords> words_ = std::make_shared<const fleet::KnownWords>();
};

}  // namespace conglang::server
