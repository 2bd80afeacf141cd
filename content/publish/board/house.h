#pragma once
// The village house on paper: yellow wall, tiled eave, green door. Colours that a grey print keeps apart:
// text is dark on light everywhere, and nothing is told by colour alone.

#include "content/publish/board/canvas.h"

namespace conglang::board {

inline constexpr Color kWall = rgb(0xF7CB57);
inline constexpr Color kInk = rgb(0x16261F);
inline constexpr Color kInkSoft = rgb(0x4A584F);
inline constexpr Color kDoor = rgb(0x0E5A45);
inline constexpr Color kWhite = rgb(0xFFFFFF);
inline constexpr Color kEdge = rgb(0x8E8669);
inline constexpr Color kLine = rgb(0xDDD5C0);
inline constexpr Color kWarnGround = rgb(0xFFF0C2);
inline constexpr Color kWarnInk = rgb(0x6B4300);

/// The tiled eave along the page's upper edge, into the bleed. Returns its height in the middle, in mm.
double draw_eave(Canvas& canvas, double scale);

/// The gate, `side` mm square.
void draw_mark(Canvas& canvas, double x, double y, double side);

/// A triangle with an exclamation mark.
void draw_warning(Canvas& canvas, double x, double y, double side);

/// The wall below the eave, `height` mm with it, and the line it stands on.
void draw_wall(Canvas& canvas, double height);

/// `number` in white on a green disc around (`x`, `y`).
void draw_step_number(Canvas& canvas, int number, double x, double y, double radius);

}  // namespace conglang::board
