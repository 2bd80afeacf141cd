#pragma once
// Where screens draw and are touched. All coordinates are reference pixels (theme.h); the canvas scales them,
// rounds edges to whole screen pixels and keeps no state between frames.

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/theme/theme.h"

namespace conglang::screens {

struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  float middle_x() const { return x + w / 2; }
  float middle_y() const { return y + h / 2; }
  Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
  Rect moved_down(float by) const { return {x, y + by, w, h}; }
};

enum class Align { left, center, right };

struct TextStyle {
  float em = type::kBody;
  Weight weight = Weight::text;
  ImU32 color = 0;
  float leading = 1.25F;  ///< line height in em
};

/// Down while a finger holds it; released in the frame that the finger leaves it inside.
struct Touch {
  bool down = false;
  bool released = false;
};

/// What a frame drew, for the layout tests: nothing of it is kept in a running kiosk.
struct Inspection {
  struct Text {
    std::string text;
    Rect box;        ///< the glyphs' line boxes
    float room = 0;  ///< the width that the text was given
    float em = 0;
  };
  struct Target {
    std::string id;
    Rect box;  ///< what is seen, without the extra hit area
  };
  std::vector<Text> texts;
  std::vector<Target> targets;
};

class Canvas {
 public:
  /// `inspection` may be null.
  Canvas(ImDrawList* list, const Theme& theme, Inspection* inspection)
      : list_(list), theme_(&theme), inspection_(inspection) {}

  const Theme& theme() const { return *theme_; }
  const Palette& palette() const { return *theme_->palette; }

  void fill(Rect box, ImU32 color, float radius = 0);
  void dashed_outline(Rect box, ImU32 color, float radius);
  void circle(float x, float y, float radius, ImU32 color);

  /// `style` at this visitor's text size.
  TextStyle scaled(TextStyle style) const;

  float width_of(std::string_view text, const TextStyle& style) const;

  /// `text` broken into lines of at most `room`, at spaces and at "\n".
  std::vector<std::string_view> wrap(std::string_view text, const TextStyle& style, float room) const;

  /// One line, its capitals centred on `y`. `room` is what it may take; a longer text is set smaller, down to
  /// the least readable size, then cut with "…".
  void line(std::string_view text, float x, float y, float room, TextStyle style, Align align = Align::left);

  /// Lines wrapped to `room`, the first line's box at `top`. Returns the height taken.
  float paragraph(std::string_view text, float x, float top, float room, const TextStyle& style,
                  Align align = Align::left);
  float paragraph_height(std::string_view text, float room, const TextStyle& style) const;

  /// Icons centred on a point; `size` is the em.
  void duotone(std::string_view name, float x, float y, float size);
  void duotone(std::string_view name, float x, float y, float size, ImU32 fill, ImU32 ink);
  void bold(std::string_view name, float x, float y, float size, ImU32 color);

  /// A touch target. The area that counts is a little larger than `box`: 4 to the sides and 8 downward, since
  /// touches on an upright panel land low.
  Touch target(std::string_view id, Rect box);

  /// Screen coordinates, for what must lie on whole pixels.
  ImVec2 to_screen(float x, float y) const { return {x * theme_->scale, y * theme_->scale}; }
  ImDrawList* list() { return list_; }

 private:
  ImFont* font(Weight weight) const;

  /// Calls `visit(code point, pen before, pen after)` for each, in screen pixels from the start.
  template <typename Visit>
  void for_each_glyph(std::string_view text, const TextStyle& style, Visit visit) const;

  void glyph(ImFont* font, ImWchar code_point, float x, float y, float size, ImU32 color);
  void put(std::string_view text, float x, float top, float room, const TextStyle& style);

  ImDrawList* list_;
  const Theme* theme_;
  Inspection* inspection_;
};

}  // namespace conglang::screens
