#include "kiosk/screens/chrome.h"

#include <algorithm>

#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/eave.h"
#include "kiosk/screens/widgets/gate.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

constexpr float kFirstLine = 78;
constexpr float kSecondLine = 133;
constexpr float kOneLine = 104;
constexpr float kMark = 84;
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
  const float right = canvas.theme().width - canvas.theme().margin() + static_cast<float>(view.shift_px);
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

// The second line; where the date has no place of its own, with the date, if both fit.
std::string context_of(const kiosk::HeaderView& view, float room, const Canvas& canvas) {
  if (!canvas.theme().portrait() || view.short_date.empty()) return view.context;
  const std::string both = view.context.empty() ? view.short_date : view.context + " · " + view.short_date;
  return canvas.width_of(both, second_line(canvas.palette())) <= room ? both : view.context;
}

std::string_view banner_icon(kiosk::BannerView::Kind kind) {
  switch (kind) {
    case kiosk::BannerView::Kind::new_text:
      return "arrow-counter-clockwise";
    case kiosk::BannerView::Kind::withdrawn:
      return "warning";
    case kiosk::BannerView::Kind::untranslated:
      return "translate";
  }
  return "info";
}

// What the button of a bar takes of its width, with the space before it.
float button_room(const kiosk::BannerView& view, const Canvas& canvas) {
  if (view.button.empty()) return 0;
  return canvas.width_of(view.button, {.em = type::kMinor, .weight = Weight::control}) + 64 + 24;
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
  const float start = theme.margin() + static_cast<float>(view.shift_px);
  draw_mark(canvas, start + kMark / 2, kOneLine, kMark);
  const float taken = draw_header_right(view, canvas);
  const float left = start + kMark + (theme.portrait() ? 16.0F : 24.0F);
  const float room = theme.width - theme.margin() - left - taken - (theme.portrait() ? 10.0F : 20.0F);
  const bool long_fits = canvas.width_of(view.title, first_line(palette)) <= room;
  const std::string& title = long_fits ? view.title : view.short_title;
  const std::string context = context_of(view, room, canvas);
  canvas.line(title, left, context.empty() ? kOneLine : kFirstLine, room, first_line(palette));
  if (!context.empty()) canvas.line(context, left, kSecondLine, room, second_line(palette));
}

float banner_height(const kiosk::BannerView& view, const Canvas& canvas) {
  const TextStyle style{.em = type::kMinor, .weight = Weight::control};
  const float room = canvas.theme().content_width() - button_room(view, canvas) - 76;
  const float least = view.button.empty() ? 0 : kBannerButton;
  return std::max(least, canvas.paragraph_height(view.text, room, style)) + 24;
}

std::optional<Action> draw_banner(const kiosk::BannerView& view, float top, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const Palette& palette = canvas.palette();
  const Rect bar{0, top, theme.width, banner_height(view, canvas)};
  canvas.fill(bar, tone_ground(palette, view.tone));
  canvas.fill({0, bar.bottom() - 2, bar.w, 2}, palette.line);
  const TextStyle style{.em = type::kMinor, .weight = Weight::control, .color = tone_ink(palette, view.tone)};
  canvas.bold(banner_icon(view.kind), theme.margin() + 26, bar.middle_y(), 48, style.color);
  const float left = theme.margin() + 76;
  const float room = theme.content_width() - button_room(view, canvas) - 76;
  canvas.paragraph(view.text, left, bar.middle_y() - canvas.paragraph_height(view.text, room, style) / 2,
                   room, style);
  if (view.button.empty()) return std::nullopt;
  const float width = button_room(view, canvas) - 24;
  const Rect button{theme.width - theme.margin() - width, bar.middle_y() - kBannerButton / 2, width,
                    kBannerButton};
  const Touch touch = canvas.target("banner", button);
  canvas.fill(button, style.color, 20);
  canvas.fill(button.inset(3), touch.down ? palette.pressed_tile : palette.surface, 17);
  canvas.line(view.button, button.middle_x(), button.middle_y(), width - 24,
              {.em = type::kMinor, .weight = Weight::name, .color = palette.ink}, Align::center);
  if (!touch.released) return std::nullopt;
  const bool is_new = view.kind == kiosk::BannerView::Kind::new_text;
  return is_new ? Action(kiosk::ShowNewText{}) : Action(kiosk::DismissNotice{});
}

}  // namespace conglang::screens
