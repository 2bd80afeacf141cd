#pragma once
// The one way from a guide to an address that may be drawn as a code.

#include "content/guide/guide.h"

namespace conglang::kiosk {

/// The guide's first link, checked against `policy` as it is now, not as it was when the guide was opened.
/// Errors: not_found, the guide has no link or its template is gone; invalid; forbidden.
Result<guide::CheckedLink> link_of(const guide::Guide& guide, const guide::LinkPolicy& policy);

/// The page of a procedure of the catalogue on the portal.
/// Errors: not_found, the policy has no template for it; invalid; forbidden.
Result<guide::CheckedLink> link_of_procedure(std::string_view code, const guide::LinkPolicy& policy);

}  // namespace conglang::kiosk
