#include "kiosk/model/house.h"

#include <algorithm>

namespace conglang::kiosk {

const guide::Place* find_place(const State& state) {
  if (!state.content) return nullptr;
  const auto& places = state.content->places;
  const auto found = std::ranges::find(places, state.settings.place, &guide::Place::id);
  return found == places.end() ? nullptr : &*found;
}

}  // namespace conglang::kiosk
