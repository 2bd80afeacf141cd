#include "kiosk/screens/widgets/canvas.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "kiosk/screens/theme/icons.h"
#include "kiosk/screens/theme/shapes.h"

namespace conglang::screens {
namespace {

// Ascent 1.0 em and descent 0.265 em: ImGui's sizes are line heights (Be Vietnam Pro).
constexpr float kLineBox = 1.265F;
constexpr float kHair = 0.5F;  // what sums of fractions may be off by
constexpr float kDashPx = 8;
constexpr float kLeastTarget = 81;  // 20 mm
constexpr float kPi = std::numbers::pi_v<float>;

ImVec2 rounded(ImVec2 point) {
  return {std::round(point.x), std::round(point.y)};
}

std::string utf8_of(ImWchar code_point) {
  const auto c = static_cast<unsigned>(code_point);
  std::string bytes;
  bytes += static_cast<char>(0xE0U | (c >> 12U));
  bytes += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
  bytes += static_cast<char>(0x80U | (c & 0x3FU));
  return bytes;
}

// Well-formed UTF-8 is checked where content enters.
ImWchar next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80U) return lead;
  unsigned value = lead >= 0xF0U ? lead & 0x07U : lead >= 0xE0U ? lead & 0x0FU : lead & 0x1FU;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    value = (value << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  }
  return value;
}

// The heaviest weight, which is for titles, is set a little tighter.
float tracking_of(const TextStyle& style) {
  return style.weight == Weight::question ? -0.012F * style.em : 0.0F;
}

// The last code point of `text` removed.
void drop_last(std::string& text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
  if (!text.empty()) text.pop_back();
}

}  // namespace

ImFont* Canvas::font(Weight weight) const {
  switch (weight) {
    case Weight::text:
      return theme_->fonts.text;
    case Weight::control:
      return theme_->fonts.control;
    case Weight::name:
      return theme_->fonts.name;
    case Weight::question:
      return theme_->fonts.question;
  }
  return theme_->fonts.text;
}

void Canvas::fill(Rect box, ImU32 color, float radius) {
  const ImVec2 from = rounded(to_screen(box.x, box.y));
  const ImVec2 to = rounded(to_screen(box.right(), box.bottom()));
  const float most = std::floor(std::min(to.x - from.x, to.y - from.y) / 2);
  const float r = std::min(std::round(radius * theme_->scale), most);
  if (r <= 0) return list_->AddRectFilled(from, to, color);
  // Without a graphics card rectangles and blits are fast, curves are not.
  list_->AddRectFilled({from.x, from.y + r}, {to.x, to.y - r}, color);
  list_->AddRectFilled({from.x + r, from.y}, {to.x - r, from.y + r}, color);
  list_->AddRectFilled({from.x + r, to.y - r}, {to.x - r, to.y}, color);
  const Picture disc = theme_->shapes->disc(static_cast<int>(r));
  const ImVec2 middle{(disc.uv_from.x + disc.uv_to.x) / 2, (disc.uv_from.y + disc.uv_to.y) / 2};
  const auto corner = [&](float x, float y, ImVec2 uv_from) {
    const ImVec2 uv_to{uv_from.x + middle.x - disc.uv_from.x, uv_from.y + middle.y - disc.uv_from.y};
    list_->AddImage(disc.texture, {x, y}, {x + r, y + r}, uv_from, uv_to, color);
  };
  corner(from.x, from.y, disc.uv_from);
  corner(to.x - r, from.y, {middle.x, disc.uv_from.y});
  corner(from.x, to.y - r, {disc.uv_from.x, middle.y});
  corner(to.x - r, to.y - r, middle);
}

void Canvas::dashed_outline(Rect box, ImU32 color, float radius) {
  // Dashes and gaps of about the same length, as many as fit evenly into each side and corner.
  const auto spread = [](float length, auto put) {
    const float count = std::max(1.0F, std::round(length / (2 * kDashPx)));
    const float step = length / count;
    for (float i = 0; i < count; ++i) put((i + 0.25F) * step, step / 2);
  };
  spread(box.w - 2 * radius, [&](float at, float length) {
    fill({box.x + radius + at, box.y, length, 2}, color);
    fill({box.x + radius + at, box.bottom() - 2, length, 2}, color);
  });
  spread(box.h - 2 * radius, [&](float at, float length) {
    fill({box.x, box.y + radius + at, 2, length}, color);
    fill({box.right() - 2, box.y + radius + at, 2, length}, color);
  });
  const float width = std::max(1.0F, std::round(2 * theme_->scale));
  const auto corner = [&](float x, float y, float from) {
    spread(kPi / 2 * radius, [&](float at, float length) {
      const float start = from + at / radius;
      list_->PathArcTo(to_screen(x, y), radius * theme_->scale - width / 2, start, start + length / radius);
      list_->PathStroke(color, 0, width);
    });
  };
  corner(box.right() - radius, box.bottom() - radius, 0);
  corner(box.x + radius, box.bottom() - radius, kPi / 2);
  corner(box.x + radius, box.y + radius, kPi);
  corner(box.right() - radius, box.y + radius, 3 * kPi / 2);
}

void Canvas::circle(float x, float y, float radius, ImU32 color) {
  fill({x - radius, y - radius, 2 * radius, 2 * radius}, color, radius);
}

TextStyle Canvas::scaled(TextStyle style) const {
  // Titles are large already and grow less than the text below them.
  const float least = type::kBody * theme_->text_scale;
  const float title = style.em * (1 + (theme_->text_scale - 1) * 0.4F);
  style.em = style.em <= type::kBody + 2 ? style.em * theme_->text_scale : std::max(least, title);
  return style;
}

float Canvas::width_of(std::string_view text, const TextStyle& style) const {
  float width = 0;
  for_each_glyph(text, style, [&](ImWchar, float, float end) { width = end; });
  return width / theme_->scale;
}

template <typename Visit>
void Canvas::for_each_glyph(std::string_view text, const TextStyle& style, Visit visit) const {
  const float size = style.em * kLineBox * theme_->scale;
  ImFontBaked* baked = font(style.weight)->GetFontBaked(size);
  const float tracking = tracking_of(style) * theme_->scale;
  const float to_size = size / baked->Size;
  float pen = 0;
  for (std::size_t at = 0; at < text.size();) {
    const ImWchar code_point = next_code_point(text, at);
    const float end = pen + baked->GetCharAdvance(code_point) * to_size + tracking;
    visit(code_point, pen, end);
    pen = end;
  }
}

std::vector<std::string_view> Canvas::wrap(std::string_view text, const TextStyle& style, float room) const {
  std::vector<std::string_view> lines;
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t hard_end = std::min(text.find('\n', start), text.size());
    std::size_t end = hard_end;
    while (end > start && width_of(text.substr(start, end - start), style) > room) {
      const std::size_t space = text.rfind(' ', end - 1);
      if (space == std::string_view::npos || space <= start) break;
      end = space;
    }
    end = start + fitting_bytes(text.substr(start, end - start), style, room);
    lines.push_back(text.substr(start, end - start));
    const bool at_gap = end < text.size() && (text[end] == ' ' || text[end] == '\n');
    start = at_gap ? end + 1 : end;
  }
  return lines;
}

// All of `text`, or of a word that is wider than the room as many whole letters as fit, and at least one.
std::size_t Canvas::fitting_bytes(std::string_view text, const TextStyle& style, float room) const {
  if (width_of(text, style) <= room) return text.size();
  std::size_t fitting = 0;
  std::size_t at = 0;
  for_each_glyph(text, style, [&](ImWchar, float, float end) {
    next_code_point(text, at);
    if (end <= room * theme_->scale || fitting == 0) fitting = at;
  });
  return fitting;
}

Canvas::Stretch Canvas::lit_stretch(std::string_view whole, std::string_view part,
                                    const TextStyle& style) const {
  constexpr std::size_t kTellsItself = 12;  // bytes; a shorter text may stand within any other
  const std::size_t at = lit_.empty() ? std::string_view::npos : whole.find(lit_);
  if (at == std::string_view::npos || (lit_.size() < kTellsItself && lit_.size() != whole.size())) return {};
  const auto start = static_cast<std::size_t>(part.data() - whole.data());
  const std::size_t from = std::clamp(at, start, start + part.size()) - start;
  const std::size_t to = std::clamp(at + lit_.size(), start, start + part.size()) - start;
  return {width_of(part.substr(0, from), style), width_of(part.substr(0, to), style)};
}

void Canvas::put(std::string_view text, float x, float top, float room, const TextStyle& style, Stretch lit) {
  if (lit.to > lit.from) {
    const float height = style.em * kLineBox;
    if (viewport_ && !lit_box_) lit_box_ = Rect{x, top, room, height};
    fill({x + lit.from - 6, top + 0.04F * height, lit.to - lit.from + 12, 0.98F * height},
         palette().match_highlight, 10);
  }
  const auto is_lit = [&](float at) {
    return at >= lit.from * theme_->scale - 0.5F && at < lit.to * theme_->scale - 0.5F;
  };
  const float size = style.em * kLineBox * theme_->scale;
  ImFont* const face = font(style.weight);
  const ImVec2 origin = to_screen(x, top);
  // Each glyph on whole pixels: a picture of a letter that lies between them is smeared by the sampler.
  for_each_glyph(text, style, [&](ImWchar code_point, float from, float) {
    face->RenderChar(list_, size, rounded({origin.x + from, origin.y}),
                     is_lit(from) ? palette().ink : style.color, code_point);
  });
  if (inspection_ == nullptr) return;
  const Rect box{x, top, width_of(text, style), style.em * kLineBox};
  const float seen = viewport_ ? shared(box, *viewport_).h : box.h;
  if (seen > 0) inspection_->texts.push_back({std::string(text), box, room, style.em, seen < box.h - kHair});
}

void Canvas::line(std::string_view text, float x, float y, float room, TextStyle style, Align align) {
  std::string shown(text);
  float width = width_of(shown, style);
  if (width > room) {
    // A little less than measured: glyphs are whole pixels, widths do not shrink evenly.
    style.em = std::max(type::kMinor, style.em * room / width * 0.985F);
    width = width_of(shown, style);
  }
  while (width > room && !shown.empty()) {
    drop_last(shown);
    while (!shown.empty() && shown.back() == ' ') shown.pop_back();
    width = width_of(shown + "…", style);
    if (width <= room || shown.empty()) shown += "…";
  }
  if (align == Align::center) x -= width / 2;
  if (align == Align::right) x -= width;
  const float top = y - style.em * kLineBox / 2;
  // Of a line that was cut, what is left of it is lit whole.
  const Stretch whole = lit_stretch(text, text, style);
  const bool cut = shown.size() != text.size();
  put(shown, x, top, room, style, whole.to > whole.from && cut ? Stretch{0, width} : whole);
  if (focus_ != nullptr) focus_->reads(text, {x, top, width, style.em * kLineBox});
}

float Canvas::paragraph(std::string_view text, float x, float top, float room, const TextStyle& style,
                        Align align) {
  const float step = style.em * style.leading;
  float y = top;
  for (const std::string_view words : wrap(text, style, room)) {
    float left = x;
    if (align == Align::center) left = x + (room - width_of(words, style)) / 2;
    if (align == Align::right) left = x + room - width_of(words, style);
    put(words, left, y + (step - style.em * kLineBox) / 2, room, style, lit_stretch(text, words, style));
    y += step;
  }
  if (focus_ != nullptr) focus_->reads(text, {x, top, room, y - top});
  return y - top;
}

float Canvas::paragraph_height(std::string_view text, float room, const TextStyle& style) const {
  return static_cast<float>(wrap(text, style, room).size()) * style.em * style.leading;
}

void Canvas::glyph(ImFont* font, ImWchar code_point, float x, float y, float size, ImU32 color) {
  if (font == nullptr) return;
  const float px = std::round(size * theme_->scale);
  const std::string bytes = utf8_of(code_point);
  const ImVec2 middle = to_screen(x, y);
  list_->AddText(font, px, rounded({middle.x - px / 2, middle.y - px / 2}), color, bytes.data(),
                 bytes.data() + bytes.size());
}

void Canvas::duotone(std::string_view name, float x, float y, float size) {
  duotone(name, x, y, size, palette().icon_fill, palette().primary);
}

void Canvas::duotone(std::string_view name, float x, float y, float size, ImU32 fill_color, ImU32 ink) {
  const DuotoneIcon& icon = duotone_icon(name);
  glyph(theme_->fonts.duotone, icon.fill, x, y, size, fill_color);
  glyph(theme_->fonts.duotone, icon.line, x, y, size, ink);
}

void Canvas::bold(std::string_view name, float x, float y, float size, ImU32 color) {
  glyph(theme_->fonts.bold, bold_icon(name).glyph, x, y, size, color);
}

void Canvas::open_viewport(Rect box) {
  viewport_ = box;
  const ImVec2 from = rounded(to_screen(box.x, box.y));
  const ImVec2 to = rounded(to_screen(box.right(), box.bottom()));
  ImGui::PushClipRect(from, to, true);
}

void Canvas::close_viewport() {
  viewport_.reset();
  ImGui::PopClipRect();
}

void Canvas::name(std::string_view words, Rect box) {
  if (focus_ != nullptr) focus_->reads(words, box);
}

Touch Canvas::target(std::string_view id, Rect box) {
  if (viewport_) {
    const Rect seen = shared(box, *viewport_);
    // What is left of a target at the edge is touched only while a thumb can hit it.
    if (seen.h < box.h && seen.h < kLeastTarget) return {};
    box = seen;
  }
  if (inspection_ != nullptr) inspection_->targets.push_back({std::string(id), box});
  const ImVec2 from = to_screen(box.x - 4, box.y);
  const ImVec2 to = to_screen(box.right() + 4, box.bottom() + 8);
  ImGui::SetCursorScreenPos(from);
  ImGui::PushID(id.data(), id.data() + id.size());
  Touch touch;
  touch.released = ImGui::InvisibleButton("", {to.x - from.x, to.y - from.y});
  touch.down = ImGui::IsItemActive() && ImGui::IsItemHovered();
  ImGui::PopID();
  if (focus_ != nullptr && focus_->meets(id, box)) return {.down = false, .released = true};
  if (viewport_ && motion_->takes_touch()) return {};
  return touch;
}

}  // namespace conglang::screens
