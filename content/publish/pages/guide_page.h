#pragma once

#include <string>

#include "content/publish/pages/site.h"

namespace conglang::publish {

/// The page of a guide that stands today.
std::string guide_page(const guide::Guide& guide, const PagePlace& place);

/// The page of one that does not: it says so, and leads to the guide to read instead, or to all of them.
std::string retired_page(const guide::Guide& retired, const PagePlace& place);

}  // namespace conglang::publish
