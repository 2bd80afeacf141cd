#pragma once
// Checks a folder of guides the way a careful colleague would before it goes out, and brings every file into
// the canonical form. Everything that a kiosk would refuse or set aside is found here first, and more: what a
// resident must be told must be there, what is referred to must exist, and what is stale, hard to read or
// private is named. `conglang lint` prints what this finds; `conglang build` refuses on its errors. The rules
// are in content/guide/lint/rules.h.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "content/base/time.h"
#include "content/guide/bundle.h"
#include "content/guide/lint/finding.h"
#include "content/publish/layer_check.h"

namespace conglang::publish {

struct Checked {
  guide::Files files;                    ///< canonical; whole only when there is no error
  std::vector<guide::Finding> findings;  ///< by path, then line
  std::vector<std::string> communes;     ///< codes that have files, in order
  std::size_t guides = 0;                ///< the nation's and the communes' own
  std::size_t patches = 0;
  std::size_t places = 0;

  std::size_t count(guide::Severity severity) const;
};

/// Checks `source`, the files of a folder by the paths of content/guide/bundle.h. `today`: the day in Việt
/// Nam; only warnings and notes depend on it. `each_file` is called as often as there are files.
Checked check_bundle(
    const guide::Files& source, Date today, const std::function<void()>& each_file = [] {});

/// What the files of commune `code` are held against: the nation's layer and its province's, read once for
/// check_commune(). Whatever else is wrong with those files is not told.
Shelf shelf_above_commune(const guide::Files& source, const std::string& code, Date today);

/// What check_bundle() says about the files of `source` that commune `code` signs, without reading the layers
/// above again; only what a kiosk's reader alone would find is left out. For whoever waits while they write.
std::vector<guide::Finding> check_commune(const guide::Files& source, const std::string& code,
                                          const Shelf& above, Date today);

}  // namespace conglang::publish
