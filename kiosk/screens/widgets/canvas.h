#pragma once
// Where screens draw and are touched. All coordinates are reference pixels (theme.h); the canvas scales them,
// rounds edges to whole screen pixels and keeps no state between frames.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/theme/theme.h"
#include "kiosk/screens/widgets/focus.h"
#include "kiosk/screens/widgets/pictures.h"
#include "kiosk/screens/widgets/rect.h"
#include "kiosk/screens/widgets/scroll_motion.h"

namespace conglang::screens {

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
    bool at_edge = false;  ///< a part of it lies beyond the edge of what is scrolled
  };
  struct Target {
    std::string id;
    Rect box;  ///< what is seen of it, without the extra hit area
  };
  std::vector<Text> texts;
  std::vector<Target> targets;
};

class Canvas {
 public:
  /// `inspection` may be null.
  Canvas(ImDrawList* list, const Theme& theme, ScrollMotion& motion, Inspection* inspection)
      : list_(list), theme_(&theme), motion_(&motion), inspection_(inspection) {}

  /// new_one: the page is moved to where the sentence stands.
  enum class Lit { as_before, new_one };

  /// The sentence that is heard: from here on it is lit wherever it is drawn.
  void light(std::string_view sentence, Lit lit) {
    lit_ = sentence;
    seeks_lit_ = lit == Lit::new_one;
  }

  /// True while what is not seen has to be drawn too, to find where the sentence stands.
  bool seeks_lit() const { return seeks_lit_; }

  /// Where the sentence stands in what is scrolled, once it was drawn there.
  const std::optional<Rect>& lit_box() const { return lit_box_; }

  /// Targets and what stands on them are told to `focus` from here on.
  void tell(Focus& focus) { focus_ = &focus; }

  const Theme& theme() const { return *theme_; }
  const Palette& palette() const { return *theme_->palette; }

  void fill(Rect box, ImU32 color, float radius = 0);
  void dashed_outline(Rect box, ImU32 color, float radius);
  void circle(float x, float y, float radius, ImU32 color);

  /// `style` at this visitor's text size.
  TextStyle scaled(TextStyle style) const;

  float width_of(std::string_view text, const TextStyle& style) const;

  /// `text` broken into lines of at most `room`: at spaces and at "\n", and within a word that is wider.
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

  /// The village's picture `file` in `box`. While it is being decoded, and when it cannot be, a quiet frame
  /// stands there instead.
  void picture(std::string_view file, Rect box, Fit fit = Fit::cover, float radius = 0);

  /// A view into the panorama `file`: `yaw` degrees to the right of its middle (any number; it goes round),
  /// `pitch` degrees up, `fov` degrees wide. Coarser while it is turned, sharp once it rests.
  void panorama(std::string_view file, Rect box, float yaw, float pitch, float fov = 75);

  /// A touch target. The area that counts is a little larger than `box`: 4 to the sides and 8 downward, since
  /// touches on an upright panel land low.
  Touch target(std::string_view id, Rect box);

  /// What a control without words on it is called, for who goes by keypad.
  void name(std::string_view words, Rect box);

  /// From here to close_viewport() nothing is drawn or touched outside `box`, and a touch that scrolls is no
  /// tap. Not nested.
  void open_viewport(Rect box);
  void close_viewport();

  ScrollMotion& motion() { return *motion_; }

  /// Screen coordinates, for what must lie on whole pixels.
  ImVec2 to_screen(float x, float y) const { return {x * theme_->scale, y * theme_->scale}; }
  ImDrawList* list() { return list_; }

 private:
  ImFont* font(Weight weight) const;

  std::size_t fitting_bytes(std::string_view text, const TextStyle& style, float room) const;
  /// Calls `visit(code point, pen before, pen after)` for each, in screen pixels from the start.
  template <typename Visit>
  void for_each_glyph(std::string_view text, const TextStyle& style, Visit visit) const;

  void put_picture(const Pictures::Answer& answer, Rect box, float radius);
  void empty_frame(Rect box, float radius);
  void glyph(ImFont* font, ImWchar code_point, float x, float y, float size, ImU32 color);
  /// A part of a line, in reference pixels from its start.
  struct Stretch {
    float from = 0;
    float to = 0;
  };

  /// `lit`: the stretch that is heard, or none of any length.
  void put(std::string_view text, float x, float top, float room, const TextStyle& style, Stretch lit);
  /// The stretch of `part`, a view into `whole`, that belongs to the sentence heard.
  Stretch lit_stretch(std::string_view whole, std::string_view part, const TextStyle& style) const;

  ImDrawList* list_;
  const Theme* theme_;
  ScrollMotion* motion_;
  Inspection* inspection_;
  std::optional<Rect> viewport_;
  std::string_view lit_;
  bool seeks_lit_ = false;
  std::optional<Rect> lit_box_;
  Focus* focus_ = nullptr;
};

}  // namespace conglang::screens
