#pragma once
// What a visitor does among the village's places and customs.

#include <string_view>

#include "kiosk/model/state.h"

namespace conglang::kiosk {

/// One of them; nothing when there is none of that name.
const guide::Heritage* find_heritage(const State& state, std::string_view id);

/// Its picture of all around; nothing when it has none.
const guide::PictureUse* panorama_of(const guide::Heritage& heritage);

void open_heritage(State& state, std::string_view id);
void open_panorama(State& state);
void turn_panorama(State& state, float degrees);

bool is_gone(const State& state, const HeritagePage& page);
bool is_gone(const State& state, const PanoramaPage& page);

}  // namespace conglang::kiosk
