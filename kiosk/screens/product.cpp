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
using kiosk::ProductView;

constexpr float kPictureShare = 0.5F;  // of a wide screen
constexpr float kPay = 120;
constexpr float kPillSpace = 104;

// The seller's number, as large as one who must copy it needs it.
void add_contact(std::vector<Block>& blocks, const ProductView& view, const Canvas& canvas) {
  if (view.contact.phone.empty()) return;
  const float scale = canvas.theme().text_scale;
  blocks.push_back(
      {112 * scale, 1, false, [&view, scale](Canvas& target, Rect box) -> std::optional<Action> {
         const Palette& palette = target.palette();
         target.duotone("phone", box.x + 40, box.middle_y(), 72);
         const float left = box.x + 100;
         target.line(view.contact.phone, left, box.y + 32 * scale, box.right() - left,
                     target.scaled({.em = 50, .weight = Weight::question, .color = palette.ink}));
         target.line(view.contact.label, left, box.y + 84 * scale, box.right() - left,
                     target.scaled({.em = type::kMinor, .weight = Weight::text, .color = palette.ink_soft}));
         return std::nullopt;
       }});
}

std::vector<Block> blocks_of(const ProductView& view, float width, const Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const auto style = [&](float em, Weight weight, ImU32 color) {
    return canvas.scaled({.em = em, .weight = weight, .color = color, .leading = 1.24F});
  };
  std::vector<Block> blocks;
  add_paragraph(blocks, view.name, style(62, Weight::question, palette.ink), width, 0, canvas);
  add_paragraph(blocks, view.price, style(54, Weight::question, palette.primary), width, 0, canvas);
  add_mark(blocks, view.sample, canvas);
  add_paragraph(blocks, view.seller, style(46, Weight::name, palette.ink), width, 1, canvas);
  add_contact(blocks, view, canvas);
  add_paragraph(blocks, view.description, style(44, Weight::text, palette.ink), width, 1, canvas);
  add_paragraph(blocks, view.note, style(type::kMinor, Weight::text, palette.ink_soft), width, 1, canvas);
  return blocks;
}

std::optional<Action> draw_words(const ProductView& view, const kiosk::ChromeView& chrome, Rect room,
                                 Canvas& canvas) {
  std::optional<Action> action;
  if (!view.pay.empty()) {
    const Rect pay{room.x, room.bottom() - kPay - kLedge, room.w, kPay};
    if (primary_button(canvas, "pay", pay, "qr-code", view.pay)) action = kiosk::OpenPayment{};
    room.h -= kPay + kLedge + 24;
  }
  const auto blocks = blocks_of(view, room.w, canvas);
  const Shown shown = draw_flow(
      canvas, blocks, room, {.gap = 22, .reserve = kPillSpace * canvas.theme().text_scale}, chrome.offset);
  if (auto turn = draw_turn_pill(shown, chrome.turn_page, chrome, room, canvas)) return turn;
  return action;
}

}  // namespace

std::optional<Action> draw_product(const ProductView& view, const kiosk::ChromeView& chrome, Rect room,
                                   Canvas& canvas) {
  const Theme& theme = canvas.theme();
  if (view.pictures.file.empty()) return draw_words(view, chrome, room, canvas);
  const float top = room.y - 24;  // the picture reaches from header to footer
  Rect box{0, top, theme.width * kPictureShare, room.h + 48};
  Rect controls;  // of the low mode, where none may stand on the picture
  if (theme.low) {
    const Rect stage = stage_of(theme);
    box = {0, stage.y - 24, theme.width, stage.h + 48};
    controls = {0, room.y - 36, theme.width, kPictureButton + 72};
    if (view.pictures.count > 1) {
      room.h -= controls.bottom() - 16 - room.y;
      room.y = controls.bottom() - 16;
    }
  } else if (theme.portrait()) {
    box = {0, top, theme.width, std::min(room.h * 0.44F, theme.width * 0.62F)};
    room.h -= box.bottom() + 32 - room.y;
    room.y = box.bottom() + 32;
  } else {
    const float left = box.right() + 56;
    room = {left, room.y, theme.width - theme.margin() - left, room.h};
  }
  canvas.picture(view.pictures.file, box);
  auto action = draw_picture_turn(view.pictures, theme.low ? controls : box, canvas);
  if (auto touched = draw_words(view, chrome, room, canvas)) action = std::move(touched);
  return action;
}

}  // namespace conglang::screens
