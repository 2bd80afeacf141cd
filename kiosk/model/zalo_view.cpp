#include <algorithm>

#include "kiosk/model/page_views.h"
#include "kiosk/model/wording.h"
#include "kiosk/model/zalo.h"

namespace conglang::kiosk {

ZaloView zalo_view(const State& state, const Words& words) {
  ZaloView view;
  view.mark = warning_chip(words(Key::zalo_mark));
  for (const ListedGroup& one : listed_groups(state))
    view.rows.push_back({one.group->url, in(one.group->name, words), in(one.place->village, words)});
  view.more = {words(Key::zalo_more)};
  return view;
}

QrView zalo_code_view(const State& state, const ZaloCodePage& page, const Words& words) {
  const auto groups = listed_groups(state);
  const auto found =
      std::ranges::find_if(groups, [&](const ListedGroup& one) { return one.group->url == page.url; });
  if (found == groups.end()) return code_refused(Key::zalo_refused, words);
  const auto link = guide::check_link(state.content->link_policy, page.url);
  auto code = link ? qr::encode(link->url) : fail(Errc::not_found, "{} is not listed", page.url);
  if (!code) return code_refused(Key::zalo_refused, words);
  QrView view = code_shown(*std::move(code), words);
  view.host = link->host;
  view.mark = warning_chip(words(Key::zalo_mark));
  view.title = in(found->group->name, words);
  view.reminder = words(Key::zalo_reminder);
  return view;
}

}  // namespace conglang::kiosk
