#include <algorithm>
#include <array>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/picture_box.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/gate.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::AttractView;

constexpr float kCourt = 208;  // landscape
constexpr float kStart = 134;
constexpr float kHead = 96;
constexpr float kRow = 162;
constexpr float kEdge = 96;  // from the screen's edge to the gate

// Where the parts stand.
struct Frame {
  Rect gate;
  Rect name;
  Rect notices;
  Rect start;
  float court_top = 0;
};

float notices_height(const AttractView& view) {
  return kHead + kRow * static_cast<float>(std::max<std::size_t>(view.notices.size(), 1));
}

Frame landscape_frame(const AttractView& view, const Theme& theme) {
  Frame frame;
  frame.court_top = theme.height - kCourt;
  const float size = std::min(1.0F, (frame.court_top - 56) / kGateHeight);
  frame.gate = {kEdge, frame.court_top - kGateHeight * size, kGateWidth * size, kGateHeight * size};
  const float left = frame.gate.right() + 88;
  const float width = theme.width - theme.margin() - left;
  frame.name = {left, 80, width, 150};
  frame.notices = {left, 248, width, notices_height(view)};
  frame.start = {kEdge, frame.court_top + 35, 1385.0F * theme.width / 1920, kStart};
  return frame;
}

Frame portrait_frame(const AttractView& view, const Theme& theme) {
  const float margin = theme.margin();
  const float width = theme.content_width();
  Frame frame;
  frame.start = {margin, theme.height - 280, width, 146};
  const float notices = notices_height(view);
  frame.notices = {margin, frame.start.y - 42 - notices, width, notices};
  // Few notices leave the gate more room, up to its own size.
  frame.court_top = frame.notices.y - 48;
  frame.name = {margin, 56, width, 76};
  const float size = std::min(width / kGateWidth, (frame.court_top - 168) / kGateHeight);
  frame.gate = {theme.width / 2 - kGateWidth * size / 2, frame.court_top - kGateHeight * size,
                kGateWidth * size, kGateHeight * size};
  return frame;
}

// Trees behind the gate.
void draw_trees(const Frame& frame, Canvas& canvas) {
  if (canvas.theme().kind == kiosk::Theme::contrast) return;
  struct Crown {
    float x, y, radius;  // in gate widths, from its foot's middle
  };
  constexpr std::array kCrowns{Crown{-0.52F, -0.36F, 0.15F}, Crown{-0.62F, -0.19F, 0.21F},
                               Crown{0.49F, -0.36F, 0.14F}, Crown{0.60F, -0.22F, 0.18F},
                               Crown{0.53F, -0.10F, 0.16F}};
  const float scale = canvas.theme().scale;
  for (const Crown& crown : kCrowns) {
    const ImVec2 middle = canvas.to_screen(frame.gate.middle_x() + crown.x * frame.gate.w,
                                           frame.gate.bottom() + crown.y * frame.gate.w);
    canvas.list()->AddCircleFilled(middle, crown.radius * frame.gate.w * scale, canvas.palette().primary_tint,
                                   64);
  }
}

// The time stands in the arch, on the middle of its room.
void draw_clock(const AttractView& view, Rect arch, float size, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const float x = arch.middle_x() + static_cast<float>(view.shift_px);
  const float room = arch.w - 24;
  const auto line = [&](const std::string& text, float y, TextStyle style) {
    canvas.line(text, x, arch.y + y * size, room, style, Align::center);
  };
  const TextStyle day{.em = 44 * size, .weight = Weight::control, .color = palette.ink};
  const TextStyle lunar{.em = 44 * size, .weight = Weight::control, .color = palette.brick};
  line(view.clock, 168, {.em = 156 * size, .weight = Weight::question, .color = palette.ink});
  line(view.weekday, 286, day);
  line(view.day, 345, day);
  line(view.lunar_day, 409, lunar);
  line(view.lunar_year, 466, lunar);
}

void draw_gate_scene(const AttractView& view, const Frame& frame, Canvas& canvas) {
  draw_trees(frame, canvas);
  const float size = frame.gate.w / kGateWidth;
  const Rect arch = draw_gate(canvas, frame.gate.x, frame.gate.y, size, view.sign);
  draw_clock(view, arch, size, canvas);
}

void draw_notice(const kiosk::AttractNoticeView& notice, Rect row, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  canvas.fill({row.x, row.y, row.w, 2}, palette.line);
  canvas.duotone(notice.icon, row.x + 70, row.middle_y(), 76, palette.icon_fill,
                 notice.important ? palette.warn_ink : palette.primary);
  const float left = row.x + 134;
  const float room = row.right() - 28 - left;
  canvas.line(notice.title, left, row.middle_y() - 27, room,
              {.em = 44, .weight = Weight::name, .color = palette.ink});
  canvas.line(notice.when, left, row.middle_y() + 29, room,
              {.em = type::kMinor, .weight = Weight::text, .color = palette.ink_soft});
}

void draw_notices(const AttractView& view, Rect box, Canvas& canvas) {
  if (view.notices.empty()) return;
  const Palette& palette = canvas.palette();
  panel(canvas, box);
  canvas.line(view.notices_title, box.x + 36, box.y + kHead / 2, box.w - 72,
              {.em = 48, .weight = Weight::question, .color = palette.ink});
  float y = box.y + kHead;
  for (const kiosk::AttractNoticeView& notice : view.notices) {
    draw_notice(notice, {box.x + 2, y, box.w - 4, kRow}, canvas);
    y += kRow;
  }
}

// How fresh the content is: a sign and words, over two lines where it stands beside the button.
void draw_freshness(const kiosk::ChipView& chip, Rect box, Canvas& canvas) {
  if (chip.text.empty()) return;
  const Palette& palette = canvas.palette();
  const TextStyle style{.em = type::kMinor, .weight = Weight::control, .color = palette.ink_soft};
  const bool good = chip.tone == kiosk::Tone::good;
  const ImU32 sign = chip.tone == kiosk::Tone::warning ? palette.warn_ink : palette.primary;
  const float room = box.w - 62;
  const float width = std::min(room, canvas.width_of(chip.text, style));
  const float left = canvas.theme().portrait() ? box.middle_x() - (width + 62) / 2 : box.x;
  canvas.bold(good ? "check-circle" : chip.icon, left + 22, box.middle_y(), 44, sign);
  canvas.paragraph(chip.text, left + 62, box.middle_y() - canvas.paragraph_height(chip.text, room, style) / 2,
                   room, style);
}

void draw_name(const AttractView& view, Rect box, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  TextStyle style{.em = 62, .weight = Weight::question, .color = canvas.palette().ink, .leading = 1.18F};
  const float left = box.x + static_cast<float>(view.shift_px);
  if (theme.portrait()) {
    canvas.line(view.name, box.middle_x() + static_cast<float>(view.shift_px), box.middle_y(), box.w, style,
                Align::center);
    return;
  }
  while (style.em > 46 && canvas.paragraph_height(view.name_in_two, box.w, style) > box.h) style.em -= 4;
  const float height = canvas.paragraph_height(view.name_in_two, box.w, style);
  canvas.paragraph(view.name_in_two, left, box.y + (box.h - height) / 2, box.w, style);
}

// Over the court, or on a tall screen between the name and the court.
Rect slide_box(const Frame& frame, const Theme& theme) {
  const float top = theme.portrait() ? frame.name.bottom() + 28 : 0;
  return {0, top, theme.width, frame.court_top - top};
}

// A line on a dark ground of its own, so that it is read on any picture. `x` is its left or right edge.
void draw_pill(std::string_view text, float x, float y, Align align, const TextStyle& style, Canvas& canvas) {
  if (text.empty()) return;
  const float width = std::min(canvas.theme().width * 0.6F, canvas.width_of(text, style) + 72);
  const float height = style.em * 1.25F + 40;
  const Rect pill{align == Align::right ? x - width : x, y, width, height};
  canvas.fill(pill, light_palette().ink, 28);
  canvas.line(text, pill.middle_x(), pill.middle_y(), width - 60, style, Align::center);
}

void draw_slide(const AttractView& view, Rect box, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const Palette& light = light_palette();
  canvas.picture(view.slide.file, box);
  const TextStyle clock{.em = 84, .weight = Weight::question, .color = light.wall};
  const TextStyle words{.em = 46, .weight = Weight::name, .color = light.surface};
  const float shift = static_cast<float>(view.shift_px);
  const float right = theme.width - theme.margin() + shift;
  draw_pill(view.clock, right, box.y + 40, Align::right, clock, canvas);
  draw_pill(view.slide.caption, theme.margin() + shift, box.bottom() - 138, Align::left, words, canvas);
  if (!theme.portrait()) draw_pill(view.name, theme.margin() + shift, box.y + 40, Align::left, words, canvas);
}

}  // namespace

std::optional<Action> draw_attract(const AttractView& view, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const Palette& palette = canvas.palette();
  const Frame frame = theme.portrait() ? portrait_frame(view, theme) : landscape_frame(view, theme);
  canvas.fill({0, 0, theme.width, theme.height}, palette.page);
  const Rect slide = slide_box(frame, theme);
  const bool gate = view.slide.file.empty();
  gate ? draw_gate_scene(view, frame, canvas) : draw_slide(view, slide, canvas);
  if (gate) prepare_picture(view.next_picture, slide, canvas);
  canvas.fill({0, frame.court_top, theme.width, theme.height - frame.court_top}, palette.court);
  canvas.fill({0, frame.court_top, theme.width, 2}, palette.line);
  // On a wide screen a picture takes the place of name and notices.
  if (gate || theme.portrait()) {
    draw_name(view, frame.name, canvas);
    draw_notices(view, frame.notices, canvas);
  }
  const bool started = large_button(canvas, "start", frame.start, "hand-tap",
                                    theme.portrait() ? view.start_short : view.start);
  const Rect beside{frame.start.right() + 44, frame.start.y, theme.width - frame.start.right() - 84,
                    frame.start.h};
  const Rect below{theme.margin(), frame.start.bottom() + 28, theme.content_width(), 80};
  draw_freshness(view.freshness, theme.portrait() ? below : beside, canvas);
  if (started) return kiosk::Touched{};
  return std::nullopt;
}

}  // namespace conglang::screens
