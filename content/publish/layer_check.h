#pragma once
// One layer of a bundle held against the layers above it.

#include <functional>
#include <map>
#include <set>
#include <string>

#include "content/base/time.h"
#include "content/guide/bundle.h"
#include "content/guide/lint/lint_references.h"
#include "content/publish/finding_book.h"

namespace conglang::publish {

/// What the files of a layer may build on: the layers above, or those and the layer itself.
struct Shelf {
  guide::LinkPolicy policy;
  bool policy_reads = false;                    ///< else no address can be judged
  std::map<std::string, guide::Guide> guides;   ///< by id, in force or not, patches applied
  std::set<std::string> broken_guides;          ///< ids of guides that do not read
  std::optional<std::set<std::string>> topics;  ///< nothing when topics.json does not read
  std::optional<std::set<std::string>> codes;   ///< of the catalogue; nothing: there is none
};

/// What one layer came to.
struct CheckedLayer {
  Shelf shelf;         ///< the layers above and this one
  guide::Files files;  ///< canonical
  std::size_t guides = 0;
  std::size_t patches = 0;
  std::size_t places = 0;
};

/// Checks the files of `source` below `folder` ("national/", "communes/09784/"). links.json, topics.json,
/// catalogue.json and sectors.json are in `above` already and passed over. `each_file` is called as often as
/// there are files.
CheckedLayer check_layer(const guide::Files& source, const std::string& folder, Shelf above, Date today,
                         FindingBook& book, const std::function<void()>& each_file);

}  // namespace conglang::publish
