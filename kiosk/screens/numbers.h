#pragma once
// Telephone numbers to copy from the screen: large, beside whose they are.

#include <string_view>
#include <vector>

#include "kiosk/model/view_parts.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {

/// Label over number, in a panel.
float number_height(const kiosk::NumberView& number, float width, const Canvas& canvas);
void draw_number(const kiosk::NumberView& number, Rect box, Canvas& canvas);

/// Numbers one below the other, `after` below each, each `counted` times in what is still to come.
void add_numbers(std::vector<Block>& blocks, const std::vector<kiosk::NumberView>& numbers, float width,
                 float after, int counted, const Canvas& canvas);

}  // namespace conglang::screens
