#include "kiosk/model/heritage.h"

#include <algorithm>
#include <cmath>

#include "kiosk/model/navigation.h"

namespace conglang::kiosk {

const guide::Heritage* find_heritage(const State& state, std::string_view id) {
  if (!state.content) return nullptr;
  const auto& all = state.content->heritage;
  const auto found = std::ranges::find(all, id, &guide::Heritage::id);
  return found == all.end() ? nullptr : &*found;
}

const guide::PictureUse* panorama_of(const guide::Heritage& heritage) {
  const auto found = std::ranges::find_if(heritage.pictures, &guide::PictureUse::panorama);
  return found == heritage.pictures.end() ? nullptr : &*found;
}

void open_heritage(State& state, std::string_view id) {
  if (is_on<HeritagePage>(state.visit) && find_heritage(state, id))
    state.visit.trail.back() = {HeritagePage{std::string(id), 0}, 0};
}

void open_panorama(State& state) {
  const auto* page = std::get_if<HeritagePage>(&current_page(state.visit));
  const guide::Heritage* heritage = page ? find_heritage(state, page->id) : nullptr;
  if (heritage && panorama_of(*heritage)) go_to(state.visit, PanoramaPage{heritage->id, 0});
}

void turn_panorama(State& state, float degrees) {
  auto* page = std::get_if<PanoramaPage>(&state.visit.trail.back().page);
  if (!page || !std::isfinite(degrees)) return;
  const float heading = std::fmod(page->heading + degrees, 360.0F);
  page->heading = heading < 0 ? heading + 360 : heading;
}

bool is_gone(const State& state, const HeritagePage& page) {
  return !find_heritage(state, page.id);
}

bool is_gone(const State& state, const PanoramaPage& page) {
  const guide::Heritage* heritage = find_heritage(state, page.id);
  return !heritage || !panorama_of(*heritage);
}

}  // namespace conglang::kiosk
