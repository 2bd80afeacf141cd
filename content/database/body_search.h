#pragma once

#include <string>
#include <utility>
#include <vector>

#include "content/database/search.h"
#include "content/database/sqlite.h"

namespace conglang::database {

/// The full-text half of search, over the table `body` of an open database of ours.
class BodySearch {
 public:
  explicit BodySearch(Connection database) : database_(std::move(database)) {}

  /// Guides whose bodies have all of `words` (folded, without signs), the last as a beginning.
  /// Errors: invalid, io.
  Result<std::vector<Hit>> find(const std::vector<std::string>& words, std::size_t limit);

 private:
  Connection database_;
};

}  // namespace conglang::database
