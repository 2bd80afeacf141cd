#pragma once
// Carries out the model's searches: over the active content, at once, in memory.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "content/database/search.h"
#include "kiosk/model/pages/search.h"

namespace conglang::platform {

class Searcher {
 public:
  /// From now on `content` is searched, which was read from the database at `path`. Before it, and after an
  /// error, nothing is found.
  /// Errors: not_found, io: the database cannot be opened.
  Result<void> prepare(const guide::Content& content, const std::filesystem::path& path);

  /// What is typed and, where they differ, the keys behind it: the best of both.
  /// Errors: as database::Search::find().
  Result<kiosk::SearchResults> answer(const kiosk::Search& asked) const;

  /// Those of `words`, folded, that search itself knows: the only ones that may be kept of what was typed.
  std::vector<std::string> known(std::vector<std::string> words) const;

 private:
  std::optional<database::Search> search_;
};

}  // namespace conglang::platform
