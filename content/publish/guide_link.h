#pragma once

#include <optional>

#include "content/guide/guide.h"

namespace conglang::publish {

/// The address that a guide's first link leads to; nothing when it has none, or the link policy refuses it.
std::optional<guide::CheckedLink> link_of(const guide::Guide& guide, const guide::LinkPolicy& policy);

}  // namespace conglang::publish
