#pragma once
// How long, how much, where, what you get: the summary that stands before everything else of a guide.

#include <vector>

#include "kiosk/model/views.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

/// One panel, a fact below the other. A note that finds no height is left to the page of steps.
void draw_fact_column(const std::vector<kiosk::FactView>& facts, Rect box, Canvas& canvas);

/// Two facts a row, in one panel.
void draw_fact_grid(const std::vector<kiosk::FactView>& facts, Rect box, Canvas& canvas);
float fact_grid_height(const std::vector<kiosk::FactView>& facts, float width, const Canvas& canvas);

}  // namespace conglang::screens
