#include <algorithm>
#include <vector>

#include "kiosk/screens/chrome.h"
#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::ButtonView;

constexpr float kHeight = 112;
constexpr float kRadius = 20;
constexpr float kGap = 10;
constexpr float kLeastPadding = 10;  // to each side of a label
constexpr float kPadding = 22;
constexpr float kLeastWidth = 132;
constexpr float kFirstRow = 17;  // portrait: from the top of the footer

struct Entry {
  std::string_view id;
  std::string_view icon;
  ButtonView view;
  Action action;
  enum class Look { plain, dark, green } look = Look::plain;
};

using Row = std::vector<Entry>;

// Sign above word. Disabled ones fade, they never vanish.
bool footer_button(Canvas& canvas, const Entry& entry, Rect box) {
  const Palette& palette = canvas.palette();
  const bool plain = entry.look == Entry::Look::plain;
  const bool green = entry.look == Entry::Look::green;
  ImU32 ink = plain ? palette.ink : green ? palette.on_primary : palette.page;
  bool touched = false;
  if (!entry.view.enabled) {
    ink = palette.disabled_ink;
    canvas.dashed_outline(box, palette.edge, kRadius);
  } else {
    const Touch touch = canvas.target(entry.id, box);
    touched = touch.released;
    const ImU32 face = green ? palette.primary : palette.ink;
    canvas.fill(box, plain ? palette.edge : touch.down ? palette.primary_deep : face, kRadius);
    if (plain) canvas.fill(box.inset(2), touch.down ? palette.pressed_tile : palette.surface, kRadius - 2);
  }
  canvas.bold(entry.icon, box.middle_x(), box.y + 33, 40, ink);
  canvas.line(entry.view.label, box.middle_x(), box.y + 79, box.w - 8,
              {.em = type::kMinor, .weight = Weight::control, .color = ink}, Align::center);
  return touched;
}

float label_width(const Canvas& canvas, const Entry& entry) {
  return canvas.width_of(entry.view.label, {.em = type::kMinor, .weight = Weight::control});
}

// How wide each button of a row is that has `room`: its word, and to its sides what all can have alike.
std::vector<float> widths_of(const Canvas& canvas, const Row& row, float room, float most_padding) {
  const auto count = static_cast<float>(row.size());
  float words = kGap * (count - 1);
  for (const Entry& entry : row) words += label_width(canvas, entry);
  const float padding = std::clamp((room - words) / count / 2, kLeastPadding, most_padding);
  std::vector<float> widths;
  for (const Entry& entry : row)
    widths.push_back(std::max(kLeastWidth, label_width(canvas, entry) + 2 * padding));
  return widths;
}

struct Span {
  std::size_t first;
  std::size_t end;
};

// Draws a part of a row from `x`. Returns where it ends.
float draw_span(Canvas& canvas, const Row& row, const std::vector<float>& widths, Span span, ImVec2 at,
                std::optional<Action>& action) {
  for (std::size_t i = span.first; i < span.end; ++i) {
    if (footer_button(canvas, row[i], {at.x, at.y, widths[i], kHeight})) action = row[i].action;
    at.x += widths[i] + kGap;
  }
  return at.x - kGap;
}

float span_width(const std::vector<float>& widths, Span span) {
  float width = -kGap;
  for (std::size_t i = span.first; i < span.end; ++i) width += widths[i] + kGap;
  return width;
}

// All of the room, whatever the words.
void draw_full_row(Canvas& canvas, const Row& row, float y, std::optional<Action>& action) {
  const Theme& theme = canvas.theme();
  std::vector<float> widths = widths_of(canvas, row, theme.content_width(), 200);
  const float spare = theme.content_width() - span_width(widths, {0, row.size()});
  for (float& width : widths) width += spare / static_cast<float>(row.size());
  draw_span(canvas, row, widths, {0, row.size()}, {theme.margin(), y}, action);
}

struct Entries {
  Entry back, home, listen, text_size, theme, language, reach, motion, done;
};

Entries entries_of(const kiosk::FooterView& view, const Canvas& canvas) {
  ButtonView reach = view.reach;
  reach.enabled = reach.enabled && canvas.theme().portrait();  // a wide screen is low as it is
  const bool low = canvas.theme().low;
  const bool reading = view.listen.reading;
  return {{"back", "arrow-left", view.back, kiosk::Back{}},
          {"home", "house", view.home, kiosk::Home{}},
          {"listen", reading ? "pause" : "speaker-high", view.listen.button, kiosk::Listen{},
           reading ? Entry::Look::green : Entry::Look::plain},
          {"text-size", "text-aa", view.text_size, kiosk::NextTextSize{}},
          {"theme", "circle-half", view.theme, kiosk::ToggleTheme{}},
          {"language", "translate", view.language, kiosk::NextLanguage{}},
          {"reach", low ? "arrow-line-up" : "arrow-line-down", reach, kiosk::ToggleReach{}},
          {"motion", "film-strip", view.motion, kiosk::ToggleMotion{}},
          {"done", "check", view.done, kiosk::Done{}, Entry::Look::dark}};
}

// The ways out left and right, what fits the screen to its reader in the middle.
void draw_landscape(Canvas& canvas, const Entries& of, float y, std::optional<Action>& action) {
  const Theme& theme = canvas.theme();
  const Row row{of.back,     of.home,  of.listen, of.text_size, of.theme,
                of.language, of.reach, of.motion, of.done};
  const std::size_t last = row.size() - 1;
  const std::vector<float> widths = widths_of(canvas, row, theme.content_width() - 2 * kGap, kPadding);
  const float left = draw_span(canvas, row, widths, {0, 2}, {theme.margin(), y}, action);
  const float right = theme.width - theme.margin() - widths[last];
  const float tools = span_width(widths, {2, last});
  draw_span(canvas, row, widths, {2, last}, {(left + right - tools) / 2, y}, action);
  draw_span(canvas, row, widths, {last, row.size()}, {right, y}, action);
}

}  // namespace

std::optional<Action> draw_footer(const kiosk::FooterView& view, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const float top = theme.height - theme.footer_height();
  canvas.fill({0, top, theme.width, theme.footer_height()}, canvas.palette().court);
  canvas.fill({0, top, theme.width, 2}, canvas.palette().line);
  const Entries of = entries_of(view, canvas);
  std::optional<Action> action;
  if (!theme.portrait()) {
    draw_landscape(canvas, of, top + (theme.footer_height() - kHeight) / 2, action);
    return action;
  }
  draw_full_row(canvas, {of.listen, of.text_size, of.theme, of.language, of.reach}, top + kFirstRow, action);
  draw_full_row(canvas, {of.back, of.home, of.motion, of.done}, top + kFirstRow + kHeight + 14, action);
  return action;
}

}  // namespace conglang::screens
