#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/text_blocks.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/warning_listen.h"
#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::UrgentView;

constexpr float kStrip = 20;
constexpr float kButton = 120;
constexpr float kGap = 36;
constexpr float kOverPill = 14;
constexpr float kCallWidth = 668;
constexpr float kPadding = 40;

// One factor for all of it: what is urgent stands on one screenful if the smallest type lets it.
struct Type {
  TextStyle title;
  TextStyle lead;
  TextStyle head;
  TextStyle point;
};

Type type_of(float factor, const Palette& palette) {
  const auto em = [factor](float size, float least) { return std::max(least, size * factor); };
  return {{.em = em(104, 64), .weight = Weight::question, .color = palette.on_emergency, .leading = 1.18F},
          {.em = em(56, 42), .weight = Weight::control, .color = palette.on_emergency, .leading = 1.28F},
          {.em = em(50, 42), .weight = Weight::question, .color = palette.ink},
          {.em = em(48, 40), .weight = Weight::name, .color = palette.ink, .leading = 1.25F}};
}

float row_height(const std::string& point, float width, const Type& type, const Canvas& canvas) {
  return canvas.paragraph_height(point, width - 2 * kPadding, type.point) + 0.9F * type.point.em;
}

float head_height(const Type& type) {
  return type.head.em * 1.85F;
}

float points_height(const UrgentView& view, float width, const Type& type, const Canvas& canvas) {
  if (view.points.empty()) return 0;
  float height = head_height(type);
  for (const std::string& point : view.points) height += row_height(point, width, type, canvas);
  return height;
}

float words_height(const UrgentView& view, float width, const Type& type, const Canvas& canvas) {
  const float lead = view.lead.empty() ? 0 : canvas.paragraph_height(view.lead, width, type.lead) + 14;
  return canvas.paragraph_height(view.title, width, type.title) + lead;
}

void draw_points(const UrgentView& view, Rect box, const Type& type, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  canvas.fill(box, palette.surface, kCardRadius);
  canvas.line(view.points_title, box.x + kPadding, box.y + head_height(type) / 2, box.w - 2 * kPadding,
              type.head);
  float y = box.y + head_height(type);
  for (const std::string& point : view.points) {
    const float height = row_height(point, box.w, type, canvas);
    canvas.fill({box.x, y, box.w, 2}, palette.line);
    canvas.paragraph(point, box.x + kPadding, y + 0.45F * type.point.em, box.w - 2 * kPadding, type.point);
    y += height;
  }
}

constexpr float kCallHead = 270;  // title, number and label
constexpr float kCallLine = 54;
constexpr float kCallFoot = 12;         // below the last of the other numbers
constexpr std::size_t kMostOthers = 3;  // where the rest of them can stand elsewhere

TextStyle call_style(const Palette& palette) {
  return {.em = 44, .weight = Weight::control, .color = palette.on_emergency};
}

// Beside its label, or below it where the label is long.
bool stands_beside(const kiosk::NumberView& other, float room, const Canvas& canvas) {
  const TextStyle style = call_style(canvas.palette());
  return canvas.width_of(other.label, style) + 24 + canvas.width_of(other.phone, style) <= room;
}

float other_height(const kiosk::NumberView& other, float width, const Canvas& canvas) {
  return stands_beside(other, width - 2 * kPadding, canvas) ? kCallLine : 2 * kCallLine;
}

// With the first `count` of the other numbers.
float call_height(const UrgentView& view, std::size_t count, float width, const Canvas& canvas) {
  float height = kCallHead;
  for (std::size_t i = 0; i < std::min(view.others.size(), count); ++i)
    height += other_height(view.others[i], width, canvas);
  return height + kCallFoot;
}

float call_height(const UrgentView& view, float width, const Canvas& canvas) {
  return call_height(view, view.others.size(), width, canvas);
}

void draw_other(const kiosk::NumberView& other, float x, float y, float room, Canvas& canvas) {
  const TextStyle style = call_style(canvas.palette());
  canvas.line(other.label, x, y, room, style);
  if (!stands_beside(other, room, canvas)) y += kCallLine;
  canvas.line(other.phone, x + room, y, room,
              {.em = style.em, .weight = Weight::question, .color = canvas.palette().emergency_accent},
              Align::right);
}

void draw_call(const UrgentView& view, std::size_t count, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  canvas.fill(box, palette.emergency_deep, kCardRadius);
  const float left = box.x + kPadding;
  const float room = box.w - 2 * kPadding;
  const TextStyle white = call_style(palette);
  canvas.line(view.call_title, left, box.y + 42, room, white);
  canvas.line(view.call.phone, left, box.y + 136, room,
              {.em = 128, .weight = Weight::question, .color = palette.emergency_accent});
  canvas.line(view.call.label, left, box.y + 240, room, white);
  float y = box.y + kCallHead + kCallLine / 2;
  for (std::size_t i = 0; i < std::min(view.others.size(), count); ++i) {
    draw_other(view.others[i], left, y, room, canvas);
    y += other_height(view.others[i], box.w, canvas);
  }
}

float draw_head(const UrgentView& view, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const Palette& palette = canvas.palette();
  const float margin = theme.margin();
  const TextStyle kind{.em = 60, .weight = Weight::question, .color = palette.emergency_accent};
  const TextStyle fact{.em = 42, .weight = Weight::control, .color = palette.on_emergency};
  canvas.bold("warning", margin + 48, 106, 96, palette.emergency_accent);
  canvas.line(view.kind, margin + 130, 106, 500, kind);
  const float right = theme.width - margin;
  const float room = right - margin - 130 - canvas.width_of(view.kind, kind) - 40;
  canvas.line(view.issuer, right, view.until.empty() ? 106 : 82, room, fact, Align::right);
  canvas.line(view.until, right, view.issuer.empty() ? 106 : 136, room, fact, Align::right);
  return 190;
}

bool draw_done(const UrgentView& view, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const Touch touch = canvas.target("read", box);
  const Rect face = touch.down ? box.moved_down(kLedge) : box;
  if (!touch.down) canvas.fill(box.moved_down(kLedge), palette.emergency_deep, kCardRadius);
  canvas.fill(face, touch.down ? palette.emergency_accent : palette.on_emergency, kCardRadius);
  const TextStyle style{.em = 46, .weight = Weight::name, .color = IM_COL32(0x16, 0x26, 0x1F, 255)};
  const float width = canvas.width_of(view.done, style);
  const float left = face.middle_x() - (width + 76) / 2;
  canvas.bold("check", left + 26, face.middle_y(), 52, style.color);
  canvas.line(view.done, left + 76, face.middle_y(), face.right() - left - 90, style);
  return touch.released;
}

// Who asked for large words gets no smaller ones than anybody else's; the rest is on further screenfuls.
float least_factor(const Canvas& canvas) {
  return canvas.theme().text_scale > 1 ? 1.0F : 0.6F;
}

// The largest type for which `fits` holds; nothing when there is none.
template <typename Fits>
std::optional<Type> largest_type(const Canvas& canvas, const Fits& fits) {
  for (const float factor : {1.5F, 1.25F, 1.0F, 0.9F, 0.8F, 0.7F, 0.6F}) {
    if (factor > std::max(1.0F, canvas.theme().text_scale) || factor < least_factor(canvas)) continue;
    const Type type = type_of(factor, canvas.palette());
    if (fits(type)) return type;
  }
  return std::nullopt;
}

// The largest that lets all of it stand on one screenful. `reserve`: what stands beside the points.
std::optional<Type> fitting_type(const UrgentView& view, Rect room, float points_width, float reserve,
                                 const Canvas& canvas) {
  return largest_type(canvas, [&](const Type& type) {
    return words_height(view, room.w, type, canvas) + kGap +
               std::max(points_height(view, points_width, type, canvas), reserve) <=
           room.h;
  });
}

// What to do is no smaller than its own room asks for.
Type points_type(const UrgentView& view, Rect box, const Type& least, const Canvas& canvas) {
  return largest_type(canvas,
                      [&](const Type& type) { return points_height(view, box.w, type, canvas) <= box.h; })
      .value_or(least);
}

float draw_words(const UrgentView& view, Rect room, const Type& type, Canvas& canvas) {
  float y = room.y + canvas.paragraph(view.title, room.x, room.y, room.w, type.title);
  if (!view.lead.empty()) y += 14 + canvas.paragraph(view.lead, room.x, y + 14, room.w, type.lead);
  return y + kGap;
}

// Numbers that `count` of them left over, for the end of the words.
std::vector<std::string> further_numbers(const UrgentView& view, std::size_t count) {
  std::vector<std::string> lines;
  for (std::size_t i = count; i < view.others.size(); ++i)
    lines.push_back(view.others[i].label + ": " + view.others[i].phone);
  return lines;
}

void add_line(std::vector<Block>& blocks, const Canvas& canvas) {
  const ImU32 color = canvas.palette().emergency_accent;
  blocks.push_back({22, 0, true, [color](Canvas& target, Rect box) -> std::optional<Action> {
                      target.fill({box.x, box.y, box.w, 2}, color);
                      return std::nullopt;
                    }});
}

// More than one screenful: all words in a column that is turned page by page.
std::optional<Action> draw_pages(const UrgentView& view, const std::vector<std::string>& numbers, Rect room,
                                 const kiosk::ChromeView& chrome, Canvas& canvas) {
  Type type = type_of(least_factor(canvas), canvas.palette());
  type.head.color = canvas.palette().emergency_accent;
  type.point.color = canvas.palette().on_emergency;
  std::vector<Block> blocks;
  add_text(blocks, view.title, type.title, room.w, 14, canvas);
  add_text(blocks, view.lead, type.lead, room.w, kGap, canvas);
  if (!view.points.empty()) {
    add_text(blocks, view.points_title, type.head, room.w, 18, canvas);
    blocks.back().keep_with_next = true;
  }
  for (const std::string& point : view.points) {
    add_line(blocks, canvas);
    add_text(blocks, point, type.point, room.w, 24, canvas);
  }
  for (const std::string& number : numbers) {
    add_line(blocks, canvas);
    add_text(blocks, number, type.point, room.w, 24, canvas);
  }
  const Shown shown =
      draw_flow(canvas, blocks, room, {.reserve = turn_pill_height(canvas) + kOverPill}, chrome.offset);
  return draw_turn_pill(shown, chrome.turn_page, chrome, room, canvas);
}

// Nothing: it does not all fit.
std::optional<Type> draw_wide_whole(const UrgentView& view, Rect room, Canvas& canvas) {
  const bool call = !view.call_title.empty();
  const float width = call && !view.points.empty() ? room.w - kCallWidth - kGap : room.w;
  const auto type = fitting_type(view, room, width, call ? call_height(view, kCallWidth, canvas) : 0, canvas);
  if (!type) return type;
  const float y = draw_words(view, room, *type, canvas);
  const float height = room.bottom() - y;
  if (!view.points.empty()) {
    const Type own = points_type(view, {room.x, y, width, height}, *type, canvas);
    const float points = points_height(view, width, own, canvas);
    draw_points(view, {room.x, y, width, call ? height : std::min(height, points)}, own, canvas);
  }
  if (call) draw_call(view, view.others.size(), {room.right() - kCallWidth, y, kCallWidth, height}, canvas);
  return type;
}

std::optional<Action> draw_landscape(const UrgentView& view, Rect room, const kiosk::ChromeView& chrome,
                                     Canvas& canvas) {
  if (draw_wide_whole(view, room, canvas)) return std::nullopt;
  if (view.call_title.empty()) return draw_pages(view, {}, room, chrome, canvas);
  std::size_t count = view.others.size();
  while (count > 0 && call_height(view, count, kCallWidth, canvas) > room.h) --count;
  draw_call(view, count, {room.right() - kCallWidth, room.y, kCallWidth, room.h}, canvas);
  room.w -= kCallWidth + kGap;
  return draw_pages(view, further_numbers(view, count), room, chrome, canvas);
}

std::optional<Action> draw_portrait(const UrgentView& view, Rect room, const kiosk::ChromeView& chrome,
                                    Canvas& canvas) {
  const bool has_call = !view.call_title.empty();
  const float call = has_call ? call_height(view, room.w, canvas) + 20 : 0;
  const Rect upper{room.x, room.y, room.w, room.h - (has_call ? call + kGap : 0)};
  if (const auto type = fitting_type(view, upper, room.w, 0, canvas)) {
    const float y = draw_words(view, room, *type, canvas);
    const float points = std::min(points_height(view, room.w, *type, canvas), upper.bottom() - y);
    if (!view.points.empty()) draw_points(view, {room.x, y, room.w, points}, *type, canvas);
    if (has_call) {
      draw_call(view, view.others.size(), {room.x, y + (points > 0 ? points + kGap : 0), room.w, call},
                canvas);
    }
    return std::nullopt;
  }
  if (!has_call) return draw_pages(view, {}, room, chrome, canvas);
  const float height = call_height(view, kMostOthers, room.w, canvas) + 20;
  draw_call(view, kMostOthers, {room.x, room.bottom() - height, room.w, height}, canvas);
  room.h -= height + kGap;
  return draw_pages(view, further_numbers(view, kMostOthers), room, chrome, canvas);
}

}  // namespace

std::optional<Action> draw_urgent(const UrgentView& view, const kiosk::ChromeView& chrome, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const Palette& palette = canvas.palette();
  canvas.fill({0, 0, theme.width, theme.height}, palette.emergency);
  canvas.fill({0, 0, theme.width, kStrip}, palette.emergency_accent);
  const float top = draw_head(view, canvas);
  const float margin = theme.margin();
  const float foot = theme.portrait() ? 60 : 40;
  const float width = (theme.content_width() - 28) / 2;
  const Rect done{margin, theme.height - foot - kButton - kLedge, width, kButton};
  const Rect room{margin, top, theme.content_width(), done.y - kGap - top};
  std::optional<Action> action = theme.portrait() ? draw_portrait(view, room, chrome, canvas)
                                                  : draw_landscape(view, room, chrome, canvas);
  if (draw_listen_to_warning(chrome.footer.listen, {done.right() + 28, done.y, width, kButton}, canvas))
    action = kiosk::Listen{};
  if (draw_done(view, done, canvas)) action = kiosk::ReadUrgent{view.id};
  return action;
}

}  // namespace conglang::screens
