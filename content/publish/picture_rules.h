#pragma once
// Pictures of a commune: what they are by their bytes, and whether the pages that name them have them.

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "content/guide/json_document.h"
#include "content/guide/lint/report.h"
#include "content/guide/picture.h"
#include "content/publish/finding_book.h"

namespace conglang::publish {

/// The pictures of one commune and who names them.
class PictureShelf {
 public:
  /// Rules picture-format, picture-too-big, on the file at `path`.
  void add(const std::string& path, std::string_view file, std::string_view bytes, FindingBook& book);

  /// Picture `file` drawn of the SVG file `bytes` at `path` (drawing.h), under the same rules; nothing when
  /// it cannot be.
  std::optional<std::string> draw(const std::string& path, std::string_view file, std::string_view bytes,
                                  FindingBook& book);

  /// Rules picture-missing and picture-too-big (a panorama where none is expected), on a page's "pictures".
  /// Call when all pictures are added.
  void lint_uses(const guide::Document& page, guide::Report& report);

  /// Rule picture-unused. Call when all pages are looked at.
  void lint_unused(FindingBook& book) const;

 private:
  struct Kept {
    std::string path;
    std::optional<guide::Picture> picture;  // nothing for one that cannot be used
  };
  std::map<std::string, Kept, std::less<>> by_file_;
  std::set<std::string, std::less<>> used_;
};

}  // namespace conglang::publish
