#include <algorithm>
#include <array>

#include "kiosk/screens/chrome.h"
#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

constexpr float kHeight = 84;
constexpr float kRadius = 20;
constexpr float kGap = 10;
constexpr float kIcon = 38;

// Sign and word side by side; on a narrow screen the sign gives way to the word.
bool bar_button(Canvas& canvas, std::string_view id, Rect box, std::string_view icon,
                const kiosk::ButtonView& view) {
  const Palette& palette = canvas.palette();
  const TextStyle style{.em = type::kMinor,
                        .weight = Weight::control,
                        .color = view.enabled ? palette.ink : palette.disabled_ink};
  bool touched = false;
  if (view.enabled) {
    const Touch touch = canvas.target(id, box);
    touched = touch.released;
    canvas.fill(box, palette.primary, kRadius);
    canvas.fill(box.inset(2), touch.down ? palette.pressed_tile : palette.surface, kRadius - 2);
  } else {
    canvas.dashed_outline(box, palette.edge, kRadius);
  }
  const float words = canvas.width_of(view.label, style);
  const bool with_icon = words + kIcon + 12 + 20 <= box.w;
  const float left = box.middle_x() - (words + (with_icon ? kIcon + 12 : 0)) / 2;
  if (with_icon) canvas.bold(icon, left + kIcon / 2, box.middle_y(), kIcon, style.color);
  canvas.line(view.label, with_icon ? left + kIcon + 12 : std::max(left, box.x + 4), box.middle_y(),
              box.w - 8, style);
  return touched;
}

struct Entry {
  std::string_view id;
  std::string_view icon;
  const kiosk::ButtonView& view;
  Action action;
};

}  // namespace

std::optional<Action> draw_reader(const kiosk::ReaderView& view, float top, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  canvas.fill({0, top, theme.width, kReaderHeight}, canvas.palette().primary_tint);
  canvas.fill({0, top, theme.width, 2}, canvas.palette().line);
  const std::array<Entry, 5> entries{{{"say-again", "arrow-counter-clockwise", view.again, kiosk::SayAgain{}},
                                      {"pace", "gauge", view.pace, kiosk::TogglePace{}},
                                      {"quieter", "speaker-low", view.quieter, kiosk::Quieter{}},
                                      {"louder", "speaker-high", view.louder, kiosk::Louder{}},
                                      {"stop-listening", "x", view.stop, kiosk::StopListening{}}}};
  // Each as wide as its word, and what is left shared alike.
  const TextStyle words{.em = type::kMinor, .weight = Weight::control};
  float spare = theme.content_width() - kGap * 4;
  for (const Entry& entry : entries) spare -= canvas.width_of(entry.view.label, words);
  std::optional<Action> action;
  float x = theme.margin();
  for (const Entry& entry : entries) {
    const float width = canvas.width_of(entry.view.label, words) + spare / 5;
    const Rect box{x, top + (kReaderHeight - kHeight) / 2, width, kHeight};
    if (bar_button(canvas, entry.id, box, entry.icon, entry.view)) action = entry.action;
    x += width + kGap;
  }
  return action;
}

}  // namespace conglang::screens
