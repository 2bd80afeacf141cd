#pragma once
// A number of the house as it is shown.

#include "content/guide/place.h"
#include "kiosk/model/strings.h"
#include "kiosk/model/view_parts.h"

namespace conglang::kiosk {

NumberView number_view(const guide::PlaceContact& contact, const Words& words);

}  // namespace conglang::kiosk
