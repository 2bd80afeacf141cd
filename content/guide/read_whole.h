#pragma once

#include <string_view>
#include <utility>

#include "content/guide/json_document.h"
#include "content/guide/object_reader.h"

namespace conglang::guide {

/// Reads a whole file with `fields(ObjectReader&)`, then lets `check(value, Problems&)` look across it.
/// Errors: parse; invalid, with every problem of the file.
template <typename Fields, typename Check>
auto read_whole(std::string_view json, std::string_view where, Fields fields, Check check)
    -> Result<decltype(fields(std::declval<ObjectReader&>()))> {
  TRY(const Document document, parse_document(json, where));
  Problems problems;
  ObjectReader in(document.root, "", problems);
  auto value = fields(in);
  in.refuse_unknown();
  check(value, problems);
  if (!problems.empty()) return tl::unexpected<Error>(problems.to_error(document));
  return value;
}

template <typename Fields>
auto read_whole(std::string_view json, std::string_view where, Fields fields)
    -> Result<decltype(fields(std::declval<ObjectReader&>()))> {
  return read_whole(json, where, fields, [](const auto&, Problems&) {});
}

}  // namespace conglang::guide
