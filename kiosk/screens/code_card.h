#pragma once
// A QR code as phones read it best: whole pixels a module, black on white, a light page around it.

#include <string>

#include "kiosk/model/view_parts.h"
#include "kiosk/qr/qr.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

inline constexpr float kCodeCardWidth = 656;

/// The ground of a page with a code is always light, or phones see the code late.
const Palette& code_page_palette();

/// Fills the page's room with that ground.
void fill_code_page(Rect room, Canvas& canvas);

/// Dark modules as whole-pixel rectangles, runs of a row joined, centred in `box`, which is the room with the
/// quiet zone. The ground must be white already.
void draw_code(const qr::Code& code, Rect box, Canvas& canvas);

/// What stands under a code: large, then small or on a chip that warns.
struct CodeCaption {
  std::string large;
  std::string small;
  kiosk::ChipView mark;  ///< in the place of `small`, when its text is not empty
};

/// A white card with a code and its caption.
void draw_code_card(const qr::Code& code, const CodeCaption& caption, Rect box, Canvas& canvas);

}  // namespace conglang::screens
