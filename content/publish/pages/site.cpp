#include "content/publish/pages/site.h"

#include <algorithm>
#include <set>

#include "content/guide/standing.h"

namespace conglang::publish {

std::string PagePlace::path(std::string_view name, std::string_view language) {
  std::string path = language == "vi" ? "" : std::string(language) + "/";
  path += name;
  return path += ".html";
}

const guide::Guide* find_shown(const Site& site, std::string_view id) {
  const auto found = std::ranges::find(site.content.guides, id, &guide::Guide::id);
  return found != site.content.guides.end() && is_shown(*found, site.today) ? &*found : nullptr;
}

const guide::Guide* successor(const Site& site, const guide::Guide& retired) {
  const auto& others = site.content.retired;
  std::set<std::string_view> seen = {retired.id};
  std::string_view id = retired.replaced_by;
  while (!id.empty() && seen.insert(id).second) {
    if (const guide::Guide* shown = find_shown(site, id)) return shown;
    const auto next = std::ranges::find(others, id, &guide::Guide::id);
    id = next == others.end() ? std::string_view() : std::string_view(next->replaced_by);
  }
  return nullptr;
}

}  // namespace conglang::publish
