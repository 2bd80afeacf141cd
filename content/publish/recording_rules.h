#pragma once
// Recordings of a commune: what they are by their bytes, whether the pages that name them have them, and
// whether a page still has the words that they were made of.

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/guide/lint/report.h"
#include "content/guide/recorded_words.h"
#include "content/publish/finding_book.h"

namespace conglang::publish {

/// The recordings of one commune and who names them.
class RecordingShelf {
 public:
  /// Rules recording-format, recording-too-big, on the file at `path`.
  void add(const std::string& path, std::string_view file, std::string_view bytes, FindingBook& book);

  /// Rules recording-missing, recording-stale, and recording-case on the field "recordings" of a page. Call
  /// when all recordings are added.
  void lint_uses(const guide::Guide& guide, guide::Report& report);
  void lint_uses(const guide::Notice& notice, guide::Report& report);
  void lint_uses(const guide::Heritage& page, guide::Report& report);

  /// Rule recording-unused. Call when all pages are looked at.
  void lint_unused(FindingBook& book) const;

 private:
  using WordsOf = std::function<std::vector<std::string>(const guide::RecordingUse&)>;
  void lint(const std::vector<guide::RecordingUse>& uses, const WordsOf& words_of, guide::Report& report);

  std::map<std::string, std::string, std::less<>> path_by_file_;
  std::set<std::string, std::less<>> used_;
};

}  // namespace conglang::publish
