#include "kiosk/model/zalo.h"

#include <algorithm>

#include "kiosk/model/house.h"
#include "kiosk/model/navigation.h"

namespace conglang::kiosk {
namespace {

void add_groups(std::vector<ListedGroup>& groups, const State& state, const guide::Place& place) {
  const guide::LinkPolicy& policy = state.content->link_policy;
  for (const guide::ZaloGroup& group : place.zalo_groups) {
    const bool listed = std::ranges::find(policy.exact_urls, group.url) != policy.exact_urls.end();
    if (listed && guide::check_link(policy, group.url)) groups.push_back({&place, &group});
  }
}

}  // namespace

std::vector<ListedGroup> listed_groups(const State& state) {
  std::vector<ListedGroup> groups;
  if (!state.content) return groups;
  const guide::Place* home = find_place(state);
  if (home) add_groups(groups, state, *home);
  for (const guide::Place& place : state.content->places)
    if (&place != home) add_groups(groups, state, place);
  return groups;
}

void open_zalo_group(State& state, std::string_view url) {
  const auto groups = listed_groups(state);
  const bool listed =
      std::ranges::any_of(groups, [&](const ListedGroup& one) { return one.group->url == url; });
  if (listed && is_on<ZaloPage>(state.visit)) go_to(state.visit, ZaloCodePage{std::string(url)});
}

}  // namespace conglang::kiosk
