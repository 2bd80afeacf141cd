#pragma once

#include <string>

#include "content/publish/pages/site.h"

namespace conglang::publish {

/// The page of all guides: most asked first, then by topic; a guide stands under each topic it belongs to.
std::string index_page(const PagePlace& place);

}  // namespace conglang::publish
