#include "content/publish/board/canvas.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "content/publish/board/pdf_amend.h"

namespace conglang::board {
namespace {

constexpr double kPt = kPointsPerMm;

double mm(int pango_units) {
  return pango_units / static_cast<double>(PANGO_SCALE) / kPt;
}

int pango_units(double millimetres) {
  return static_cast<int>(std::lround(millimetres * kPt * PANGO_SCALE));
}

cairo_status_t append(void* to, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

PangoAlignment alignment(Align align) {
  if (align == Align::left) return PANGO_ALIGN_LEFT;
  return align == Align::center ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT;
}

void describe(cairo_surface_t* surface, const About& about) {
  const std::string created = format_date(about.created) + "T00:00:00+07:00";
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, about.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Cổng Làng");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, created.c_str());
}

}  // namespace

double Paragraph::height() const {
  PangoRectangle logical;
  pango_layout_get_extents(layout_.get(), nullptr, &logical);
  return mm(logical.height);
}

double Paragraph::widest_line() const {
  PangoRectangle logical;
  pango_layout_get_extents(layout_.get(), nullptr, &logical);
  return mm(logical.width);
}

int Paragraph::lines() const {
  return pango_layout_get_line_count(layout_.get());
}

double Paragraph::line_height(int line) const {
  PangoRectangle logical;
  pango_layout_line_get_extents(pango_layout_get_line_readonly(layout_.get(), line), nullptr, &logical);
  return mm(logical.height);
}

double Paragraph::first_baseline() const {
  return mm(pango_layout_get_baseline(layout_.get()));
}

Result<Canvas> Canvas::open(const Typeface& type, Size paper, double bleed_mm, const About& about) {
  Canvas canvas;
  canvas.bytes_ = std::make_unique<std::string>();
  canvas.paper_ = paper;
  canvas.bleed_ = bleed_mm;
  canvas.about_ = about;
  canvas.family_ = type.family();
  canvas.capital_em_ = type.capital_em();
  canvas.surface_.reset(cairo_pdf_surface_create_for_stream(
      append, canvas.bytes_.get(), (paper.width + 2 * bleed_mm) * kPt, (paper.height + 2 * bleed_mm) * kPt));
  // 1.4: the plain table of objects that amend_pdf reads, and that old printers know.
  cairo_pdf_surface_restrict_to_version(canvas.surface_.get(), CAIRO_PDF_VERSION_1_4);
  describe(canvas.surface_.get(), about);
  canvas.cairo_.reset(cairo_create(canvas.surface_.get()));
  cairo_translate(canvas.cairo(), bleed_mm * kPt, bleed_mm * kPt);
  canvas.context_ = type.new_context(about.language);
  pango_cairo_update_context(canvas.cairo(), canvas.context_.get());
  return canvas;
}

Paragraph Canvas::shape(std::string_view text, const Style& style, double width_mm) const {
  Paragraph paragraph;
  paragraph.color_ = style.color;
  paragraph.layout_.reset(pango_layout_new(context_.get()));
  PangoLayout* layout = paragraph.layout_.get();
  const Handle<PangoFontDescription, pango_font_description_free> font(pango_font_description_new());
  pango_font_description_set_family(font.get(), family_.c_str());
  pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(style.weight));
  pango_font_description_set_absolute_size(font.get(), style.pt * PANGO_SCALE);
  pango_layout_set_font_description(layout, font.get());
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout, alignment(style.align));
  pango_layout_set_width(layout, pango_units(width_mm));
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  if (pango_layout_get_unknown_glyphs_count(layout) > 0 && undrawable_.empty()) undrawable_ = text;
  return paragraph;
}

Paragraph Canvas::shape(const std::vector<Run>& runs, const Style& style, double width_mm) const {
  std::string text;
  const Handle<PangoAttrList, pango_attr_list_unref> weights(pango_attr_list_new());
  for (const Run& run : runs) {
    PangoAttribute* const weight = pango_attr_weight_new(static_cast<PangoWeight>(run.weight));
    weight->start_index = static_cast<guint>(text.size());
    text += run.text;
    weight->end_index = static_cast<guint>(text.size());
    pango_attr_list_insert(weights.get(), weight);  // which owns it from here
  }
  Paragraph paragraph = shape(text, style, width_mm);
  pango_layout_set_attributes(paragraph.layout_.get(), weights.get());
  return paragraph;
}

Paragraph Canvas::shape_evenly(std::string_view text, const Style& style, double width_mm) const {
  Paragraph best = shape(text, style, width_mm);
  const int lines = best.lines();
  if (lines < 2) return best;
  double narrow = width_mm / lines;
  double wide = width_mm;
  while (wide - narrow > 0.5) {
    const double middle = (narrow + wide) / 2;
    (shape(text, style, middle).lines() > lines ? narrow : wide) = middle;
  }
  // Broken anew at the blanks found, in the full width again, so that alignment is that of the box.
  Paragraph even = shape(text, style, wide);
  std::string broken;
  for (int i = 0; i < even.lines(); ++i) {
    const PangoLayoutLine* line = pango_layout_get_line_readonly(even.layout_.get(), i);
    std::string_view words =
        text.substr(static_cast<std::size_t>(line->start_index), static_cast<std::size_t>(line->length));
    while (words.ends_with(' ')) words.remove_suffix(1);
    if (i > 0) broken += '\n';
    broken += words;
  }
  return shape(broken, style, width_mm);
}

void Canvas::draw(const Paragraph& text, double x, double y) {
  set(text.color_);
  cairo_move_to(cairo(), x * kPt, y * kPt);
  pango_cairo_show_layout(cairo(), text.layout_.get());
}

void Canvas::draw_line(const Paragraph& text, int line, double x, double y) {
  PangoLayoutLine* const drawn = pango_layout_get_line_readonly(text.layout_.get(), line);
  PangoRectangle logical;
  pango_layout_line_get_extents(drawn, nullptr, &logical);
  set(text.color_);
  cairo_move_to(cairo(), x * kPt, y * kPt - logical.y / static_cast<double>(PANGO_SCALE));
  pango_cairo_show_layout_line(cairo(), drawn);
}

void Canvas::set(Color color) {
  cairo_set_source_rgb(cairo(), color.red, color.green, color.blue);
}

void Canvas::trace(const Box& box, double radius) {
  constexpr double kQuarter = std::numbers::pi / 2;
  const double r = radius * kPt;
  const double left = box.x * kPt;
  const double top = box.y * kPt;
  const double right = box.right() * kPt;
  const double bottom = box.bottom() * kPt;
  cairo_new_path(cairo());
  if (radius <= 0) {
    cairo_rectangle(cairo(), left, top, right - left, bottom - top);
    return;
  }
  cairo_arc(cairo(), right - r, top + r, r, -kQuarter, 0);
  cairo_arc(cairo(), right - r, bottom - r, r, 0, kQuarter);
  cairo_arc(cairo(), left + r, bottom - r, r, kQuarter, 2 * kQuarter);
  cairo_arc(cairo(), left + r, top + r, r, 2 * kQuarter, 3 * kQuarter);
  cairo_close_path(cairo());
}

void Canvas::fill(const Box& box, Color color, double radius) {
  set(color);
  trace(box, radius);
  cairo_fill(cairo());
}

void Canvas::stroke(const Box& box, Color color, double width, double radius) {
  set(color);
  trace(box, radius);
  cairo_set_line_width(cairo(), width * kPt);
  cairo_stroke(cairo());
}

void Canvas::line(double x1, double y1, double x2, double y2, Color color, double width) {
  set(color);
  cairo_set_line_width(cairo(), width * kPt);
  cairo_move_to(cairo(), x1 * kPt, y1 * kPt);
  cairo_line_to(cairo(), x2 * kPt, y2 * kPt);
  cairo_stroke(cairo());
}

void Canvas::dashed_line(double x1, double y1, double x2, double y2, Color color, double width) {
  const double dash = 1.2 * kPt;
  cairo_set_dash(cairo(), &dash, 1, 0);
  line(x1, y1, x2, y2, color, width);
  cairo_set_dash(cairo(), nullptr, 0, 0);
}

void Canvas::disc(double x, double y, double radius, Color color) {
  set(color);
  cairo_new_path(cairo());
  cairo_arc(cairo(), x * kPt, y * kPt, radius * kPt, 0, 2 * std::numbers::pi);
  cairo_fill(cairo());
}

void Canvas::draw_code(const qr::Code& code, double x, double y, double module) {
  set({});
  cairo_new_path(cairo());
  for (int row = 0; row < code.size; ++row) {
    for (int column = 0; column < code.size; ++column) {
      const int first = column;
      while (column < code.size && code.dark(column, row)) ++column;
      if (column == first) continue;
      cairo_rectangle(cairo(), (x + first * module) * kPt, (y + row * module) * kPt,
                      (column - first) * module * kPt, module * kPt);
    }
  }
  cairo_fill(cairo());
}

void Canvas::link(const Box& box, std::string_view url) {
  std::string uri(url);
  for (std::size_t at = 0; (at = uri.find('\'', at)) != std::string::npos;) uri.replace(at, 1, "%27");
  const std::string attributes = fmt::format("rect=[{:.2f} {:.2f} {:.2f} {:.2f}] uri='{}'", box.x * kPt,
                                             box.y * kPt, box.width * kPt, box.height * kPt, uri);
  cairo_tag_begin(cairo(), CAIRO_TAG_LINK, attributes.c_str());
  cairo_tag_end(cairo(), CAIRO_TAG_LINK);
}

void Canvas::next_page() {
  cairo_show_page(cairo());
}

Result<std::string> Canvas::finish() {
  if (!undrawable_.empty()) {
    return fail(Errc::invalid, "không phông chữ nào trên máy có đủ chữ để in \"{}\"; sửa lại đoạn này",
                undrawable_);
  }
  cairo_show_page(cairo());
  cairo_surface_finish(surface_.get());
  if (const cairo_status_t status = cairo_status(cairo()); status != CAIRO_STATUS_SUCCESS) {
    return fail(Errc::internal, "không vẽ được trang in: {}", cairo_status_to_string(status));
  }
  return amend_pdf(*bytes_, {about_.language, bleed_ * kPt});
}

}  // namespace conglang::board
