#include "kiosk/model/link.h"

namespace conglang::kiosk {

Result<guide::CheckedLink> link_of(const guide::Guide& guide, const guide::LinkPolicy& policy) {
  if (guide.links.empty())
    return fail(Errc::not_found, "Guide {} has no link; add one to its file", guide.id);
  const guide::Link& link = guide.links.front();
  if (link.template_id.empty()) return guide::check_link(policy, link.url);
  return guide::expand_link(policy, link.template_id, link.code);
}

Result<guide::CheckedLink> link_of_procedure(std::string_view code, const guide::LinkPolicy& policy) {
  return guide::expand_link(policy, "portal-search", code);
}

}  // namespace conglang::kiosk
