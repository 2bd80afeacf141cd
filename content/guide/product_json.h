#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/guide/product.h"

namespace conglang::guide {

/// Errors: parse, invalid; as read_guide (guide_json.h).
Result<Product> read_product(std::string_view json, std::string_view where);

/// The canonical file form.
std::string write_product(const Product& product);

}  // namespace conglang::guide
