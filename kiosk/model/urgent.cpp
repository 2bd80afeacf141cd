#include "kiosk/model/urgent.h"

#include <algorithm>

#include "kiosk/model/attract.h"
#include "kiosk/model/notices.h"

namespace conglang::kiosk {

const guide::EmergencyScreen* emergency_in_force(const State& state) {
  if (!state.content || !state.content->emergency) return nullptr;
  const guide::EmergencyScreen& order = *state.content->emergency;
  const bool shows = order.mode == guide::EmergencyScreen::Mode::none || order.id == state.machine.lifted;
  return shows ? nullptr : &order;
}

std::vector<const guide::Notice*> unread_urgent(const State& state) {
  auto notices = current_notices(state);
  std::erase_if(notices, [&](const guide::Notice* notice) {
    return notice->urgency != guide::Notice::Urgency::emergency ||
           state.visit.read_urgent.contains(notice->id);
  });
  return notices;
}

const guide::Notice* shown_urgent(const State& state) {
  const auto notices = unread_urgent(state);
  if (notices.empty()) return nullptr;
  if (!is_at_rest(state)) return notices.front();
  return notices[static_cast<std::size_t>(turns_at_rest(state)) % notices.size()];
}

}  // namespace conglang::kiosk
