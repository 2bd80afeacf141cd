#include "kiosk/model/notices.h"

#include <algorithm>
#include <tuple>

#include "kiosk/model/navigation.h"
#include "kiosk/model/validity.h"

namespace conglang::kiosk {

std::vector<const guide::Notice*> current_notices(const State& state) {
  std::vector<const guide::Notice*> notices;
  if (!state.content) return notices;
  for (const guide::Notice& notice : state.content->notices)
    if (is_shown(notice, today(state)) && is_for(notice, state.settings.place)) notices.push_back(&notice);
  std::ranges::stable_sort(notices, [](const guide::Notice* a, const guide::Notice* b) {
    return std::tie(a->urgency, a->from) > std::tie(b->urgency, b->from);
  });
  return notices;
}

const guide::Notice* find_current_notice(const State& state, std::string_view id) {
  const auto notices = current_notices(state);
  const auto found = std::ranges::find(notices, id, &guide::Notice::id);
  return found == notices.end() ? nullptr : *found;
}

void open_notice(State& state, std::string_view id) {
  const bool listed = is_on<NoticesPage>(state.visit);
  if (listed && find_current_notice(state, id)) go_to(state.visit, NoticePage{std::string(id)});
}

}  // namespace conglang::kiosk
