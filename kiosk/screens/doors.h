#pragma once
// The village's own doors in rows: each as wide as its name needs, each row as wide as the page.

#include <optional>
#include <vector>

#include "kiosk/model/action.h"
#include "kiosk/model/views.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

/// Doors side by side, in one row of the page.
using DoorRow = std::vector<const kiosk::DoorView*>;

/// As few rows as `width` allows.
std::vector<DoorRow> door_rows(const std::vector<kiosk::DoorView>& doors, float width, const Canvas& canvas);

float door_height(const Canvas& canvas);
inline constexpr float kDoorGap = 16;

std::optional<kiosk::Action> draw_door_row(const DoorRow& row, Rect box, Canvas& canvas);

}  // namespace conglang::screens
