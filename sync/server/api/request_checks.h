#pragma once
// What a browser's request must show before it may change anything. Pure.

#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "sync/server/api/router.h"
#include "sync/server/http/server.h"

namespace conglang::server {

inline constexpr std::string_view kSessionCookie = "conglang_session";
inline constexpr std::string_view kCsrfHeader = "X-Conglang-Csrf";

/// The session token of the Cookie header; nothing when there is none, or two that differ.
std::optional<std::string> session_token(const http::Request& request);

/// Errors: refused 403, a change that another site's page sent: by its Origin or Sec-Fetch-Site.
Result<void> check_origin(const http::Request& request);

/// Errors: refused 403, X-Conglang-Csrf is not `expected`.
Result<void> check_csrf(const http::Request& request, std::string_view expected);

/// Errors: refused 422 (415 in spirit), a body of another type than the route takes.
Result<void> check_content_type(const http::Request& request, Takes takes);

/// The body as a JSON object; null for no body. Errors: refused 400, no JSON, no object, or too deep.
Result<Json> json_body(std::string_view bytes);

}  // namespace conglang::server
