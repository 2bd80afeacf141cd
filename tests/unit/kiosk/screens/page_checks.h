#pragma once
// What holds of every page, whichever it is: its texts lie in their places, its targets are large and alone.

#include "tests/support/headless_screen.h"

namespace conglang::kiosk::test {

struct Size {
  int width;
  int height;
};

/// Every text of `view` is large enough, fits the room that it was given, and lies on the screen unless it is
/// scrolled half out of sight.
void check_texts(testing::HeadlessScreen& screen, const View& view);

/// Every target of `view` is at least 20 mm each way, on the screen, and over no other.
void check_targets(testing::HeadlessScreen& screen, const View& view);

bool overlap(const screens::Rect& a, const screens::Rect& b);

/// What a visitor does first who wants the text larger, `steps` times, and low.
std::vector<Action> wishes(int steps, bool low);

}  // namespace conglang::kiosk::test
