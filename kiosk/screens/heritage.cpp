#include <algorithm>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/picture_box.h"
#include "kiosk/screens/stage.h"
#include "kiosk/screens/text_blocks.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::HeritageView;

constexpr float kPictureShare = 0.615F;  // of a wide screen
constexpr float kNext = 112;
constexpr float kPillSpace = 104;

TextStyle title_style(const Canvas& canvas) {
  return canvas.scaled(
      {.em = 62, .weight = Weight::question, .color = canvas.palette().ink, .leading = 1.22F});
}

TextStyle paragraph_style(const Canvas& canvas) {
  return canvas.scaled({.em = 44, .weight = Weight::text, .color = canvas.palette().ink, .leading = 1.4F});
}

std::vector<Block> blocks_of(const HeritageView& view, float width, const Canvas& canvas) {
  std::vector<Block> blocks;
  add_paragraph(blocks, view.title, title_style(canvas), width, 0, canvas);
  add_mark(blocks, view.sample, canvas);
  for (const std::string& paragraph : view.paragraphs)
    add_paragraph(blocks, paragraph, paragraph_style(canvas), width, 1, canvas);
  return blocks;
}

// `controls`: where the buttons stand at the foot of, on the picture unless they must be lower.
std::optional<Action> draw_pictures(const HeritageView& view, Rect box, Rect controls, Canvas& canvas) {
  canvas.picture(view.pictures.file, box);
  box = controls;
  auto action = draw_picture_turn(view.pictures, box, canvas);
  if (view.panorama.empty()) return action;
  const Rect button{box.x + 40, box.bottom() - 36 - kPictureButton,
                    picture_button_width(canvas, view.panorama), kPictureButton};
  if (picture_button(canvas, "panorama", button, "arrows-horizontal", view.panorama)) {
    action = kiosk::OpenPanorama{};
  }
  return action;
}

std::optional<Action> draw_words(const HeritageView& view, const kiosk::ChromeView& chrome, Rect room,
                                 Canvas& canvas) {
  std::optional<Action> action;
  if (!view.next.empty()) {
    const Rect next{room.x, room.bottom() - kNext - kLedge, room.w, kNext};
    if (secondary_button(canvas, "next place", next, "arrow-right", view.next)) {
      action = kiosk::OpenHeritage{view.next_id};
    }
    room.h -= kNext + kLedge + 24;
  }
  const auto blocks = blocks_of(view, room.w, canvas);
  const float scale = canvas.theme().text_scale;
  const Shown shown =
      draw_flow(canvas, blocks, room, {.gap = 20, .reserve = kPillSpace * scale}, chrome.offset);
  if (auto turn = draw_turn_pill(shown, view.more, chrome, room, canvas)) return turn;
  return action;
}

}  // namespace

std::optional<Action> draw_heritage(const HeritageView& view, const kiosk::ChromeView& chrome, Rect room,
                                    Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const float top = room.y - 24;  // the picture reaches from header to footer
  const bool pictures = !view.pictures.file.empty() || !view.panorama.empty();
  if (!pictures) return draw_words(view, chrome, room, canvas);
  std::optional<Action> action;
  if (theme.low) {
    const Rect stage = stage_of(theme);
    const Rect row{0, room.y - 36, theme.width, kPictureButton + 72};
    action = draw_pictures(view, {0, stage.y - 24, theme.width, stage.h + 48}, row, canvas);
    room.h -= row.bottom() - 16 - room.y;
    room.y = row.bottom() - 16;
  } else if (theme.portrait()) {
    const Rect box{0, top, theme.width, std::min(room.h * 0.46F, theme.width * 0.66F)};
    action = draw_pictures(view, box, box, canvas);
    room.h -= box.bottom() + 32 - room.y;
    room.y = box.bottom() + 32;
  } else {
    const Rect box{0, top, theme.width * kPictureShare, room.h + 48};
    action = draw_pictures(view, box, box, canvas);
    const float left = box.right() + 48;
    room = {left, room.y, theme.width - theme.margin() - left, room.h};
  }
  if (auto touched = draw_words(view, chrome, room, canvas)) action = std::move(touched);
  return action;
}

}  // namespace conglang::screens
