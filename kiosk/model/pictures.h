#pragma once
// The flat pictures of a page, one at a time.

#include <vector>

#include "kiosk/model/state.h"
#include "kiosk/model/strings.h"
#include "kiosk/model/view_parts.h"

namespace conglang::kiosk {

/// Those that are no panoramas, in order.
std::vector<const guide::PictureUse*> flat_pictures(const std::vector<guide::PictureUse>& pictures);

PicturesView pictures_view(const std::vector<guide::PictureUse>& pictures, int shown, const Words& words);

/// The next picture of the page shown, if it has several.
void next_picture(State& state);

}  // namespace conglang::kiosk
