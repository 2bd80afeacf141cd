#pragma once
// What a guide in force must tell, and what it may refer to. The shape of each field was checked when it was
// read; this looks across the files of a bundle.

#include <set>
#include <string>

#include "content/guide/guide.h"
#include "content/guide/problems.h"

namespace conglang::publish {

/// What the guides of a bundle may refer to.
struct Surroundings {
  std::optional<guide::LinkPolicy> policy;      ///< nothing when links.json does not read
  std::optional<std::set<std::string>> topics;  ///< nothing when topics.json does not read
  std::set<std::string> guides;                 ///< ids of all guides, in force or not
};

/// Notes in `problems` what `one` lacks, and what it refers to in vain.
void check_facts(const guide::Guide& one, const Surroundings& around, guide::Problems& problems);

}  // namespace conglang::publish
