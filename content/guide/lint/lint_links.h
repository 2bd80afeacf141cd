#pragma once
// Every address of a file, held against the allow-list. This looks at the values as they stand in the file,
// whatever the kind of content they belong to; what a kiosk turns into a code is checked again there.

#include "content/guide/json_document.h"
#include "content/guide/link_policy.h"
#include "content/guide/lint/report.h"

namespace conglang::guide {

/// Rules link-address, link-host, link-lookalike, link-dead, link-template-unknown: on each object with "url"
/// or "template".
void lint_links(const Document& document, const LinkPolicy& policy, Report& report);

/// Rules on the allow-list itself, a links.json: link-template-code, link-template-host, link-address,
/// link-lookalike, link-dead, host-unfamiliar. `inherited`: the hosts that a layer above allows.
void lint_link_policy(const Document& document, const LinkPolicy& inherited, Report& report);

}  // namespace conglang::guide
