#pragma once
// What must hold between the fields of one guide, beyond the shape of each: ids are unique, what is referred
// to exists, what depends on another field agrees with it.

#include "content/guide/guide.h"
#include "content/guide/problems.h"

namespace conglang::guide {

/// Notes every broken rule in `problems`.
void check_rules(const Guide& guide, Problems& problems);

}  // namespace conglang::guide
