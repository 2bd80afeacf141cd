#pragma once
// A foreign JSON file as a value. More patient than our own files' reader: bytes that are no UTF-8 are
// mended, a name given twice is remembered instead of refused, and depth is no error.

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"

namespace conglang::import {

struct RecordJson {
  nlohmann::json root;
  std::vector<std::string> repeated_names;  ///< of fields given twice in one object; the last one holds
  bool mended_bytes = false;                ///< some were no UTF-8, now U+FFFD
};

/// Errors: parse, with `where` and the line.
Result<RecordJson> parse_record(std::string_view bytes, std::string_view where);

}  // namespace conglang::import
