#include "kiosk/screens/chrome.h"

#include <algorithm>
#include <array>

#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/eave.h"
#include "kiosk/screens/widgets/gate.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::ButtonView;

constexpr float kFirstLine = 78;
constexpr float kSecondLine = 133;
constexpr float kOneLine = 104;
constexpr float kMark = 84;
constexpr float kFooterButton = 112;
constexpr float kFooterRadius = 20;
constexpr float kFooterGap = 14;
constexpr float kBannerButton = 84;

TextStyle first_line(const Palette& palette) {
  return {.em = type::kHeader, .weight = Weight::question, .color = palette.on_wall};
}
TextStyle second_line(const Palette& palette) {
  return {.em = type::kMinor, .weight = Weight::control, .color = palette.on_wall};
}

// What stands at the right: when a guide was checked, else the clock and at home the date. Returns its width.
float draw_header_right(const kiosk::HeaderView& view, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const float right = canvas.theme().width - canvas.theme().margin();
  const bool narrow = canvas.theme().portrait();
  const TextStyle minor = second_line(palette);
  if (!view.checked.empty()) {
    const std::string first = narrow ? view.checked : view.checked + " " + view.checked_on;
    const std::string second = narrow ? view.checked_on : view.code;
    const float width = std::max(canvas.width_of(first, minor), canvas.width_of(second, minor));
    canvas.line(first, right, kFirstLine, width, minor, Align::right);
    canvas.line(second, right, kSecondLine - 6, width, minor, Align::right);
    const float sign = right - canvas.width_of(first, minor) - 34;
    canvas.circle(sign, kFirstLine, 17, view.past_review ? palette.warn_ink : palette.primary);
    canvas.bold(view.past_review ? "question" : "check", sign, kFirstLine, 22, palette.wall);
    return width + 60;
  }
  const std::string& date = narrow ? std::string() : view.date;
  const TextStyle clock{
      .em = narrow ? type::kHeader : type::kTitle, .weight = Weight::question, .color = palette.on_wall};
  canvas.line(view.clock, right, date.empty() ? kOneLine : kFirstLine, 400, clock, Align::right);
  if (!date.empty()) canvas.line(date, right, kSecondLine, 700, minor, Align::right);
  return std::max(canvas.width_of(view.clock, clock), canvas.width_of(date, minor));
}

// One button of the footer: sign above word. Disabled ones fade, they never vanish.
bool footer_button(Canvas& canvas, std::string_view id, Rect box, std::string_view icon,
                   const ButtonView& view, bool dark = false) {
  const Palette& palette = canvas.palette();
  ImU32 ink = dark ? palette.page : palette.ink;
  bool touched = false;
  if (!view.enabled) {
    ink = palette.disabled_ink;
    canvas.dashed_outline(box, palette.edge, kFooterRadius);
  } else {
    const Touch touch = canvas.target(id, box);
    touched = touch.released;
    canvas.fill(box, dark ? palette.ink : palette.edge, kFooterRadius);
    if (!dark)
      canvas.fill(box.inset(2), touch.down ? palette.pressed_tile : palette.surface, kFooterRadius - 2);
    if (dark && touch.down) canvas.fill(box, palette.primary_deep, kFooterRadius);
  }
  canvas.bold(icon, box.middle_x(), box.y + 33, 40, ink);
  canvas.line(view.label, box.middle_x(), box.y + 79, box.w - 16,
              {.em = type::kMinor, .weight = Weight::control, .color = ink}, Align::center);
  return touched;
}

struct FooterEntry {
  std::string_view id;
  std::string_view icon;
  const ButtonView* view;
  Action action;
  bool dark = false;
};

float natural_width(const Canvas& canvas, const FooterEntry& entry) {
  return std::max(156.0F,
                  canvas.width_of(entry.view->label, {.em = type::kMinor, .weight = Weight::control}) + 44);
}

// Draws `entries` in a row from `x`, each `width` wide (0: as wide as its word). Returns the end.
template <std::size_t N>
float draw_row(Canvas& canvas, const std::array<FooterEntry, N>& entries, float x, float y, float width,
               std::optional<Action>& action) {
  for (const FooterEntry& entry : entries) {
    const float w = width > 0 ? width : natural_width(canvas, entry);
    if (footer_button(canvas, entry.id, {x, y, w, kFooterButton}, entry.icon, *entry.view, entry.dark)) {
      action = entry.action;
    }
    x += w + kFooterGap;
  }
  return x - kFooterGap;
}

template <std::size_t N>
float row_width(const Canvas& canvas, const std::array<FooterEntry, N>& entries) {
  float width = kFooterGap * static_cast<float>(N - 1);
  for (const FooterEntry& entry : entries) width += natural_width(canvas, entry);
  return width;
}

// The second line; where the date has no place of its own, with the date, if both fit.
std::string context_of(const kiosk::HeaderView& view, float room, const Canvas& canvas) {
  if (!canvas.theme().portrait() || view.short_date.empty()) return view.context;
  const std::string both = view.context.empty() ? view.short_date : view.context + " · " + view.short_date;
  return canvas.width_of(both, second_line(canvas.palette())) <= room ? both : view.context;
}

}  // namespace

void draw_header(const kiosk::HeaderView& view, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const Palette& palette = canvas.palette();
  canvas.fill({0, 0, theme.width, theme.header_height()}, palette.wall);
  if (theme.kind == kiosk::Theme::contrast) {
    canvas.fill({0, theme.header_height() - 3, theme.width, 3}, palette.line);
  }
  draw_eave(canvas);
  draw_mark(canvas, theme.margin() + kMark / 2, kOneLine, kMark);
  const float taken = draw_header_right(view, canvas);
  const float left = theme.margin() + kMark + (theme.portrait() ? 16.0F : 24.0F);
  const float room = theme.width - theme.margin() - left - taken - (theme.portrait() ? 10.0F : 20.0F);
  const bool long_fits = canvas.width_of(view.title, first_line(palette)) <= room;
  const std::string& title = long_fits ? view.title : view.short_title;
  const std::string context = context_of(view, room, canvas);
  canvas.line(title, left, context.empty() ? kOneLine : kFirstLine, room, first_line(palette));
  if (!context.empty()) canvas.line(context, left, kSecondLine, room, second_line(palette));
}

std::optional<Action> draw_footer(const kiosk::FooterView& view, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const float top = theme.height - theme.footer_height();
  canvas.fill({0, top, theme.width, theme.footer_height()}, canvas.palette().court);
  canvas.fill({0, top, theme.width, 2}, canvas.palette().line);

  const std::array<FooterEntry, 3> tools{{{"text-size", "text-aa", &view.text_size, kiosk::ToggleTextSize{}},
                                          {"theme", "circle-half", &view.theme, kiosk::ToggleTheme{}},
                                          {"language", "translate", &view.language, kiosk::NextLanguage{}}}};
  const std::array<FooterEntry, 2> ways{
      {{"back", "arrow-left", &view.back, kiosk::Back{}}, {"home", "house", &view.home, kiosk::Home{}}}};
  const std::array<FooterEntry, 1> done{{{"done", "check", &view.done, kiosk::Done{}, true}}};

  std::optional<Action> action;
  const float margin = theme.margin();
  if (theme.portrait()) {
    const float width = (theme.content_width() - 2 * kFooterGap) / 3;
    draw_row(canvas, tools, margin, top + 17, width, action);
    const float end = draw_row(canvas, ways, margin, top + 17 + kFooterButton + kFooterGap, width, action);
    draw_row(canvas, done, end + kFooterGap, top + 17 + kFooterButton + kFooterGap, width, action);
  } else {
    const float y = top + (theme.footer_height() - kFooterButton) / 2;
    const float left = draw_row(canvas, ways, margin, y, 0, action);
    const float right = theme.width - margin - row_width(canvas, done);
    draw_row(canvas, tools, (left + right - row_width(canvas, tools)) / 2, y, 0, action);
    draw_row(canvas, done, right, y, 0, action);
  }
  return action;
}

float banner_height(const kiosk::BannerView& view, const Canvas& canvas) {
  const TextStyle style{.em = type::kMinor, .weight = Weight::control};
  const float button = canvas.width_of(view.button, style) + 64;
  const float room = canvas.theme().content_width() - button - 110;
  return std::max(kBannerButton, canvas.paragraph_height(view.text, room, style)) + 24;
}

std::optional<Action> draw_banner(const kiosk::BannerView& view, float top, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const Palette& palette = canvas.palette();
  const Rect bar{0, top, theme.width, banner_height(view, canvas)};
  canvas.fill(bar, tone_ground(palette, view.tone));
  canvas.fill({0, bar.bottom() - 2, bar.w, 2}, palette.line);
  const TextStyle style{.em = type::kMinor, .weight = Weight::control, .color = tone_ink(palette, view.tone)};
  const float width = canvas.width_of(view.button, style) + 64;
  const Rect button{theme.width - theme.margin() - width, bar.middle_y() - kBannerButton / 2, width,
                    kBannerButton};
  const bool is_new = view.kind == kiosk::BannerView::Kind::new_text;
  canvas.bold(is_new ? "arrow-counter-clockwise" : "warning", theme.margin() + 26, bar.middle_y(), 48,
              style.color);
  const float left = theme.margin() + 76;
  const float room = button.x - left - 24;
  canvas.paragraph(view.text, left, bar.middle_y() - canvas.paragraph_height(view.text, room, style) / 2,
                   room, style);
  const Touch touch = canvas.target("banner", button);
  canvas.fill(button, style.color, 20);
  canvas.fill(button.inset(3), touch.down ? palette.pressed_tile : palette.surface, 17);
  canvas.line(view.button, button.middle_x(), button.middle_y(), width - 24,
              {.em = type::kMinor, .weight = Weight::name, .color = palette.ink}, Align::center);
  if (!touch.released) return std::nullopt;
  return is_new ? Action(kiosk::ShowNewText{}) : Action(kiosk::DismissNotice{});
}

}  // namespace conglang::screens
