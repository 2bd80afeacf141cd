#include <algorithm>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/picture_box.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::ProductCardView;

constexpr float kGap = 28;
constexpr float kPicture = 300;
constexpr float kPillSpace = 104;

struct Styles {
  TextStyle name, price, seller;
};

Styles styles(const Canvas& canvas) {
  const Palette& palette = canvas.palette();
  return {canvas.scaled({.em = 44, .weight = Weight::name, .color = palette.ink, .leading = 1.18F}),
          canvas.scaled({.em = 44, .weight = Weight::question, .color = palette.primary, .leading = 1.2F}),
          canvas.scaled(
              {.em = type::kMinor, .weight = Weight::text, .color = palette.ink_soft, .leading = 1.2F})};
}

float words_height(const ProductCardView& card, float width, const Canvas& canvas) {
  const Styles style = styles(canvas);
  return canvas.paragraph_height(card.name, width, style.name) +
         canvas.paragraph_height(card.price, width, style.price) +
         canvas.paragraph_height(card.seller, width, style.seller) + 20;
}

void draw_words(const ProductCardView& card, Rect box, Canvas& canvas) {
  const Styles style = styles(canvas);
  float y = box.y;
  y += canvas.paragraph(card.name, box.x, y, box.w, style.name) + 10;
  y += canvas.paragraph(card.price, box.x, y, box.w, style.price) + 10;
  canvas.paragraph(card.seller, box.x, y, box.w, style.seller);
}

// Picture above words on a wide screen, beside them on a tall one.
std::optional<Action> draw_card(const ProductCardView& card, Rect box, Canvas& canvas) {
  const Surface surface = card_button(canvas, "product " + card.id, box);
  const Rect face = surface.box;
  if (canvas.theme().portrait()) {
    canvas.picture(card.picture, {face.x + 14, face.y + 14, kPicture, face.h - 28}, Fit::cover, 14);
    const Rect words{face.x + kPicture + 46, face.y + 32, face.w - kPicture - 76, 0};
    draw_words(card, words, canvas);
  } else {
    canvas.picture(card.picture, {face.x + 14, face.y + 14, face.w - 28, kPicture}, Fit::cover, 14);
    draw_words(card, {face.x + 30, face.y + kPicture + 36, face.w - 60, 0}, canvas);
  }
  if (surface.touch.released) return kiosk::OpenProduct{card.id};
  return std::nullopt;
}

float card_height(const ProductCardView& card, float width, const Canvas& canvas) {
  if (canvas.theme().portrait()) {
    return std::max(kPicture * 0.8F, words_height(card, width - kPicture - 76, canvas) + 64);
  }
  return kPicture + 64 + words_height(card, width - 60, canvas);
}

// A block holds one row of cards.
std::vector<Block> blocks_of(const kiosk::ProductsView& view, std::size_t columns, float room,
                             const Canvas& canvas) {
  std::vector<Block> blocks;
  const auto n = static_cast<float>(columns);
  const float width = (room - kGap * (n - 1)) / n;
  for (std::size_t first = 0; first < view.cards.size(); first += columns) {
    const std::size_t end = std::min(first + columns, view.cards.size());
    float height = 0;
    for (std::size_t i = first; i < end; ++i) {
      height = std::max(height, card_height(view.cards[i], width, canvas));
    }
    blocks.push_back({height + kLedge, static_cast<int>(end - first), false,
                      [&view, first, end, width, height](Canvas& target, Rect box) {
                        std::optional<Action> action;
                        for (std::size_t i = first; i < end; ++i) {
                          const float x = box.x + static_cast<float>(i - first) * (width + kGap);
                          if (auto touched = draw_card(view.cards[i], {x, box.y, width, height}, target)) {
                            action = touched;
                          }
                        }
                        return action;
                      }});
  }
  return blocks;
}

}  // namespace

std::optional<Action> draw_products(const kiosk::ProductsView& view, const kiosk::ChromeView& chrome,
                                    Rect room, Canvas& canvas) {
  if (view.cards.empty()) {
    canvas.paragraph(view.empty, room.x, room.y + 40, room.w,
                     canvas.scaled({.em = 44, .weight = Weight::control, .color = canvas.palette().ink}));
    return std::nullopt;
  }
  const float scale = canvas.theme().text_scale;
  const std::size_t wide = scale > 1.3F ? 2 : 3;
  const std::size_t columns = canvas.theme().portrait() ? 1 : wide;
  const auto blocks = blocks_of(view, columns, room.w, canvas);
  Shown shown = draw_flow(canvas, blocks, room, {.gap = kGap, .reserve = kPillSpace * scale}, chrome.offset);
  return draw_turn_pill(shown, view.more, chrome, room, canvas);
}

}  // namespace conglang::screens
