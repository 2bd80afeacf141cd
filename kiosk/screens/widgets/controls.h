#pragma once
// The components of the look, each drawn in the state that the finger puts it in: pressed is down by the
// ledge, in the same frame as the touch.

#include <string_view>

#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

inline constexpr float kLedge = 6;
inline constexpr float kCardRadius = 24;
inline constexpr float kChipHeight = 54;

/// Where a control's content goes, after the press has moved it.
struct Surface {
  Rect box;
  Touch touch;
};

/// A white card with edge and ledge, as tile and row have it. `checked`: tinted, as a ticked row.
enum class CardFill { plain, checked };
Surface card_button(Canvas& canvas, std::string_view id, Rect box, CardFill fill = CardFill::plain,
                    ImU32 edge = 0);

/// A card whose rows are touched, not itself.
void list_card(Canvas& canvas, Rect box);

/// A white panel that is not touched.
void panel(Canvas& canvas, Rect box);

/// Green, one a page. Returns true when touched.
bool primary_button(Canvas& canvas, std::string_view id, Rect box, std::string_view icon,
                    std::string_view label);

/// The same, for a page with nothing else on it.
bool large_button(Canvas& canvas, std::string_view id, Rect box, std::string_view icon,
                  std::string_view label);

/// White with a green border.
bool secondary_button(Canvas& canvas, std::string_view id, Rect box, std::string_view icon,
                      std::string_view label);

/// The dark pill that turns the page.
bool pill_button(Canvas& canvas, std::string_view id, Rect box, std::string_view label,
                 std::string_view icon);

/// One line in a tinted box, `right` or `left` edge at `x`. Never touched. Returns its width.
float chip_width(const Canvas& canvas, const kiosk::ChipView& chip);
/// `ground`: instead of the tone's own, where the chip lies on a tinted row.
float draw_chip(Canvas& canvas, const kiosk::ChipView& chip, float x, float y, float room,
                Align align = Align::left, ImU32 ground = 0);

/// A sentence in a tinted box over as many lines as it needs. Returns the height.
float draw_notice(Canvas& canvas, const kiosk::ChipView& chip, Rect box);
float notice_height(const Canvas& canvas, const kiosk::ChipView& chip, float room);

/// The box of a checklist.
void draw_checkbox(Canvas& canvas, float x, float y, float size, bool ticked);

ImU32 tone_ground(const Palette& palette, kiosk::Tone tone);
ImU32 tone_ink(const Palette& palette, kiosk::Tone tone);

}  // namespace conglang::screens
