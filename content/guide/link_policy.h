#pragma once
// Which addresses may become a code on the wall, and how a procedure code becomes an address. The policy is
// signed by the national and province roles only; nothing that a commune signs can widen it. Pure: no I/O.
//
// A host is allowed when it equals an entry, or ends in "." + entry for an entry with subdomains. Only https,
// only plain ASCII letters, digits, hyphens and dots in the host, no user, no port, no IP address. Hosts that
// serve more than the state (zalo.me, an app store) are allowed only as exact, listed addresses.

#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/guide/text_in_languages.h"

namespace conglang::guide {

struct AllowedHost {
  std::string host;  ///< lower case: "dichvucong.gov.vn"
  bool subdomains = false;

  bool operator==(const AllowedHost&) const = default;
};

/// `https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword={code}`
struct LinkTemplate {
  std::string id;  ///< "portal-search"
  std::string url;
  Text owner;  ///< shown under the host: "Cổng Dịch vụ công quốc gia"

  bool operator==(const LinkTemplate&) const = default;
};

struct LinkPolicy {
  std::vector<AllowedHost> hosts;
  std::vector<std::string> exact_urls;  ///< allowed as they stand, e.g. one Zalo group
  std::vector<LinkTemplate> templates;

  bool operator==(const LinkPolicy&) const = default;
};

/// An address that passed the policy. Nothing else may be turned into a code.
struct CheckedLink {
  std::string url;
  std::string host;  ///< what stands in large letters under the code
  Text owner;        ///< from the template; empty for a listed address

  bool operator==(const CheckedLink&) const = default;
};

/// Checks `url` against `policy`.
/// Errors: forbidden; the message names the host (or the part) that is refused and why.
Result<CheckedLink> check_link(const LinkPolicy& policy, std::string_view url);

/// Fills template `template_id` with `code` (percent-encoded) and checks the result.
/// Errors: not_found, no such template; invalid, a template without {code} or an empty code; forbidden.
Result<CheckedLink> expand_link(const LinkPolicy& policy, std::string_view template_id,
                                std::string_view code);

}  // namespace conglang::guide
