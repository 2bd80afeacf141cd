#pragma once
// Fields of a request's body, read with refusals that name the field in both languages.

#include <optional>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "sync/server/api/router.h"

namespace conglang::server {

/// Errors of each: refused 422 with the field: it is missing, of another type, no NFC text, or too long.
inline constexpr std::size_t kLongText = 64UL * 1024;
Result<std::string> text_field(const Json& body, const std::string& name, std::size_t max_bytes = kLongText);
/// Empty when it is missing or null.
Result<std::string> text_field_or_empty(const Json& body, const std::string& name,
                                        std::size_t max_bytes = kLongText);
Result<std::int64_t> number_field(const Json& body, const std::string& name);
Result<std::vector<std::string>> texts_field(const Json& body, const std::string& name,
                                             std::size_t max_items = 1000);
/// The object or array itself.
Result<Json> object_field(const Json& body, const std::string& name);

/// Refused 422: what is wrong with the field.
tl::unexpected<Error> wrong_field(const std::string& field, std::string vi, std::string en);

/// Refused 404, for a row that is not there or not the caller's commune's.
tl::unexpected<Error> no_such_thing();

}  // namespace conglang::server
