#pragma once
// Checks a folder of guides the way a careful colleague would before it goes out, and brings every file into
// the canonical form. Everything that a kiosk would refuse or set aside is found here first, and more: what a
// resident must be told (fee, time, legal basis, a link) must be there, and what is referred to must exist.
// Messages are for the staff who write the files: Vietnamese, one problem a line, "path:line: what and
// where".

#include <cstddef>
#include <string>
#include <vector>

#include "content/guide/bundle.h"

namespace conglang::publish {

struct Checked {
  guide::Files files;                 ///< canonical; whole only when there is no problem
  std::vector<std::string> problems;  ///< by path, then line
  std::vector<std::string> communes;  ///< codes that have files, in order
  std::size_t guides = 0;             ///< the nation's and the communes' own
  std::size_t patches = 0;
  std::size_t places = 0;
};

/// Checks `source`, the files of a folder by the paths of content/guide/bundle.h.
Checked check_bundle(const guide::Files& source);

}  // namespace conglang::publish
