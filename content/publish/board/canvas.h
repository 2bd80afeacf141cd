#pragma once
// What boards are drawn on: the pages of a PDF, in millimetres; type sizes in points. Cairo and Pango stay
// behind it.

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/handle.h"
#include "content/base/result.h"
#include "content/base/time.h"
#include "content/publish/board/paper.h"
#include "content/publish/board/typeface.h"
#include "kiosk/qr/qr.h"

namespace conglang::board {

struct Color {
  double red = 0;
  double green = 0;
  double blue = 0;

  bool operator==(const Color&) const = default;
};

constexpr Color rgb(unsigned hex) {
  return {((hex >> 16U) & 255U) / 255.0, ((hex >> 8U) & 255U) / 255.0, (hex & 255U) / 255.0};
}

enum class Align { left, center, right };

struct Style {
  double pt = 12;
  int weight = 500;
  Color color;
  Align align = Align::left;
};

/// A part of a text in a weight of its own.
struct Run {
  std::string text;
  int weight = 500;
};

/// A text laid out to a width: measured, and drawn wherever it goes.
class Paragraph {
 public:
  double height() const;       ///< mm
  double widest_line() const;  ///< mm
  int lines() const;
  double line_height(int line) const;  ///< mm
  double first_baseline() const;       ///< mm below its top

 private:
  friend class Canvas;
  Handle<PangoLayout, g_object_unref> layout_;
  Color color_;
};

/// What a PDF says about itself.
struct About {
  std::string title;
  std::string language;  ///< BCP 47
  Date created{};
};

class Canvas {
 public:
  /// Pages of `paper` and `bleed_mm` more on every side. (0, 0) is the paper's corner.
  static Result<Canvas> open(const Typeface& type, Size paper, double bleed_mm, const About& about);

  Size paper() const { return paper_; }
  double capital_mm(double pt) const { return pt / kPointsPerMm * capital_em_; }

  /// `text` broken at blanks to lines of `width_mm`.
  Paragraph shape(std::string_view text, const Style& style, double width_mm) const;
  /// The runs one after the other, as one text.
  Paragraph shape(const std::vector<Run>& runs, const Style& style, double width_mm) const;
  /// The same in as many lines, but of about one length.
  Paragraph shape_evenly(std::string_view text, const Style& style, double width_mm) const;
  void draw(const Paragraph& text, double x, double y);
  void draw_line(const Paragraph& text, int line, double x, double y);

  void fill(const Box& box, Color color, double radius = 0);
  void stroke(const Box& box, Color color, double width, double radius = 0);
  void line(double x1, double y1, double x2, double y2, Color color, double width);
  void dashed_line(double x1, double y1, double x2, double y2, Color color, double width);
  void disc(double x, double y, double radius, Color color);
  /// The code's upper left module, without its quiet zone, at (`x`, `y`). One path: no seams between modules.
  void draw_code(const qr::Code& code, double x, double y, double module);
  /// Makes `box` lead to `url`, which the link policy has allowed, where the PDF is read on a screen.
  void link(const Box& box, std::string_view url);

  void next_page();

  /// The pages as bytes; the canvas is spent.
  /// Errors: invalid, a character that no font has; internal.
  Result<std::string> finish();

  cairo_t* cairo() { return cairo_.get(); }  ///< in points from the paper's corner, for drawings of their own

 private:
  Canvas() = default;
  void set(Color color);
  void trace(const Box& box, double radius);

  std::unique_ptr<std::string> bytes_;  // where cairo writes: must not move
  Handle<cairo_surface_t, cairo_surface_destroy> surface_;
  Handle<cairo_t, cairo_destroy> cairo_;
  Handle<PangoContext, g_object_unref> context_;
  std::string family_;
  double capital_em_ = 0;
  Size paper_;
  double bleed_ = 0;
  About about_;
  mutable std::string undrawable_;  // the first text with a character that no font has
};

}  // namespace conglang::board
