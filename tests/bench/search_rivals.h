#pragma once
// What our search is measured against: SQLite's full-text table as it comes, and ripgrep over the files.

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/base/result.h"
#include "content/database/sqlite.h"

namespace conglang::bench {

/// FTS5 with its default tokenizer (unicode61), ranked by bm25.
class FullText {
 public:
  /// How the words of a question are joined.
  enum class Join { all, any };

  /// `rows`: id and text. `prefix_index`: with indexes of beginnings of two to four letters.
  static Result<FullText> over(const std::vector<std::pair<std::string, std::string>>& rows,
                               bool prefix_index);

  /// Ids of the best rows, the last word as a beginning; the words as they are typed.
  std::vector<std::string> find(std::string_view typed, Join join, std::int64_t limit);

 private:
  explicit FullText(database::Connection connection) : connection_(std::move(connection)) {}

  database::Connection connection_;
};

/// Names of the files of `folder` that have `typed` in them, without ".json", by path: `rg`, or `grep`
/// without it.
class FileSearch {
 public:
  explicit FileSearch(std::filesystem::path folder);

  const std::string& program() const { return program_; }
  std::vector<std::string> find(const std::string& typed) const;

 private:
  std::filesystem::path folder_;
  std::string program_;
};

}  // namespace conglang::bench
