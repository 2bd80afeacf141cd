#include "kiosk/model/validity.h"

#include <algorithm>

namespace conglang::kiosk {

Date today(const State& state) {
  return local_date(state.now);
}

const guide::Guide* find_shown(const guide::Content& content, std::string_view id, Date today) {
  const auto found = std::ranges::find(content.guides, id, &guide::Guide::id);
  return found != content.guides.end() && is_shown(*found, today) ? &*found : nullptr;
}

std::vector<const guide::Guide*> guides_of_topic(const guide::Content& content, std::string_view id,
                                                 Date today) {
  std::vector<const guide::Guide*> guides;
  for (const guide::Guide& guide : content.guides) {
    const bool belongs = id.empty() || std::ranges::find(guide.life_events, id) != guide.life_events.end();
    if (belongs && is_shown(guide, today)) guides.push_back(&guide);
  }
  return guides;
}

}  // namespace conglang::kiosk
