#pragma once
// Which requests are refused by their headers alone, before a byte of their body is read. Pure.

#include <cstddef>
#include <optional>

#include "sync/server/http/server.h"

namespace conglang::http {

/// A sentence as a plain page.
Response plain(int status, std::string sentence);

/// The length of the body that `request` announces; 0 without one. Precondition: check_framing(request) is
/// empty.
std::size_t announced_length(const Request& request);

/// What two parsers could frame differently (RFC 9112, section 11.2): names that are no token, chunks, more
/// than one length, one that is no number. The connection must be closed with the answer, so that no byte of
/// a body is ever taken for a request.
std::optional<Response> check_framing(const Request& request);

/// 413 for a body longer than `max_body`, or one that is not wanted at all. To be closed likewise.
std::optional<Response> check_length(const Request& request, std::size_t max_body);

}  // namespace conglang::http
