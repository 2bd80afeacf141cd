#include "content/publish/guide_link.h"

#include <utility>

namespace conglang::publish {

std::optional<guide::CheckedLink> link_of(const guide::Guide& guide, const guide::LinkPolicy& policy) {
  if (guide.links.empty()) return std::nullopt;
  const guide::Link& link = guide.links.front();
  auto checked = link.template_id.empty() ? check_link(policy, link.url)
                                          : expand_link(policy, link.template_id, link.code);
  if (!checked) return std::nullopt;
  return std::move(*checked);
}

}  // namespace conglang::publish
