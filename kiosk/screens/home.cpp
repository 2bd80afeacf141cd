#include <algorithm>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

constexpr float kGap = 20;
constexpr float kListWidth = 496;

bool draw_tile(const kiosk::TileView& tile, Rect box, Canvas& canvas) {
  const Surface card = card_button(canvas, "tile " + tile.topic, box);
  const float icon = 84;
  canvas.duotone(tile.icon, card.box.x + 24 + icon / 2, card.box.y + 22 + icon / 2, icon);
  const TextStyle style = canvas.scaled(
      {.em = type::kLabel, .weight = Weight::name, .color = canvas.palette().ink, .leading = 1.15F});
  const float room = box.w - 40;
  const float height = canvas.paragraph_height(tile.label, room, style);
  canvas.paragraph(tile.label, card.box.x + 24, card.box.bottom() - 20 - height, room, style);
  return card.touch.released;
}

std::optional<Action> draw_tiles(const kiosk::HomeView& view, Rect room, int columns, int rows,
                                 Canvas& canvas) {
  const float width = (room.w - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float height = (room.h - kGap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
  const std::size_t places = static_cast<std::size_t>(columns * rows);
  const std::size_t shown = std::min(view.tiles.size(), places - 1);
  std::optional<Action> action;
  for (std::size_t i = 0; i <= shown; ++i) {
    const auto column = static_cast<float>(i % static_cast<std::size_t>(columns));
    const auto row = static_cast<float>(i / static_cast<std::size_t>(columns));
    const kiosk::TileView& tile = i < shown ? view.tiles[i] : view.all;
    const Rect box{room.x + column * (width + kGap), room.y + row * (height + kGap), width, height - 6};
    if (draw_tile(tile, box, canvas)) action = kiosk::OpenTopic{tile.topic};
  }
  return action;
}

// One card with a row a guide, as many as there is height for.
std::optional<Action> draw_most_asked(const kiosk::HomeView& view, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  panel(canvas, box);
  const float head = 86 * canvas.theme().text_scale;
  canvas.line(view.most_asked_title, box.x + 30, box.y + head / 2, box.w - 60,
              canvas.scaled({.em = type::kLabel, .weight = Weight::question, .color = palette.ink}));
  const float least = 95 * canvas.theme().text_scale;
  const auto fit = static_cast<std::size_t>((box.h - head) / least);
  const std::size_t count = std::min(fit, view.most_asked.size());
  if (count == 0) return std::nullopt;
  const float height = std::min((box.h - head) / static_cast<float>(count), 1.5F * least);
  std::optional<Action> action;
  for (std::size_t i = 0; i < count; ++i) {
    const Rect row{box.x + 2, box.y + head + height * static_cast<float>(i), box.w - 4, height};
    const Touch touch = canvas.target("asked " + view.most_asked[i].guide, row);
    canvas.fill({row.x, row.y, row.w, 2}, palette.line);
    if (touch.down) canvas.fill({row.x, row.y + 2, row.w, row.h - 4}, palette.pressed_tile, 12);
    canvas.line(view.most_asked[i].title, row.x + 28, row.middle_y(), row.w - 100,
                canvas.scaled({.em = type::kLabel, .weight = Weight::control, .color = palette.ink}));
    canvas.bold("caret-right", row.right() - 40, row.middle_y(), 40, palette.primary);
    if (touch.released) action = kiosk::OpenGuide{view.most_asked[i].guide};
  }
  return action;
}

// Portrait: two columns of small cards.
std::optional<Action> draw_asked_cards(const kiosk::HomeView& view, Rect room, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const int columns = canvas.theme().text_scale > 1 ? 1 : 2;
  const float width = (room.w - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float height = 96 * canvas.theme().text_scale;
  std::optional<Action> action;
  for (std::size_t i = 0; i < view.most_asked.size(); ++i) {
    const auto column = static_cast<float>(i % static_cast<std::size_t>(columns));
    const auto row = static_cast<float>(i / static_cast<std::size_t>(columns));
    const Rect box{room.x + column * (width + kGap), room.y + row * (height + kGap), width, height};
    if (box.bottom() > room.bottom()) break;
    const Surface card = card_button(canvas, "asked " + view.most_asked[i].guide, box);
    canvas.line(view.most_asked[i].title, card.box.x + 26, card.box.middle_y(), card.box.w - 90,
                canvas.scaled({.em = type::kLabel, .weight = Weight::control, .color = palette.ink}));
    canvas.bold("caret-right", card.box.right() - 38, card.box.middle_y(), 38, palette.primary);
    if (card.touch.released) action = kiosk::OpenGuide{view.most_asked[i].guide};
  }
  return action;
}

void draw_freshness(const kiosk::HomeView& view, float y, Rect room, Canvas& canvas) {
  if (view.freshness.text.empty()) return;
  kiosk::ChipView chip = view.freshness;
  if (chip.icon.empty()) chip.icon = chip.tone == kiosk::Tone::good ? "check" : "clock";
  draw_chip(canvas, chip, room.x, y, room.w);
}

}  // namespace

std::optional<Action> draw_home(const kiosk::HomeView& view, Rect room, Canvas& canvas) {
  const float scale = canvas.theme().text_scale;
  const float chip = kChipHeight * scale;
  const TextStyle question =
      canvas.scaled({.em = type::kTitle, .weight = Weight::question, .color = canvas.palette().ink});
  const float head = 84 * scale;
  canvas.line(view.question, room.x, room.y + head / 2, room.w, question);
  draw_freshness(view, room.bottom() - chip / 2, room, canvas);
  const Rect body{room.x, room.y + head + 12, room.w, room.h - head - 12 - chip - 24};
  if (!canvas.theme().portrait()) {
    const Rect tiles{body.x, body.y, body.w - kListWidth * scale - kGap, body.h};
    const int columns = scale > 1 ? 3 : 4;
    auto action = draw_tiles(view, tiles, columns, 2, canvas);
    const Rect list{tiles.right() + kGap, body.y, kListWidth * scale, body.h};
    if (auto asked = draw_most_asked(view, list, canvas)) action = std::move(asked);
    return action;
  }
  const auto asked_rows =
      static_cast<float>(scale > 1 ? 2 : (std::min<std::size_t>(view.most_asked.size(), 6) + 1) / 2);
  const float asked_height = 72 * scale + asked_rows * (96 * scale + kGap);
  const Rect tiles{body.x, body.y, body.w, body.h - asked_height};
  auto action = draw_tiles(view, tiles, scale > 1 ? 2 : 3, 3, canvas);
  canvas.line(view.most_asked_title, room.x, tiles.bottom() + 44 * scale, room.w,
              canvas.scaled({.em = type::kLabel, .weight = Weight::question, .color = canvas.palette().ink}));
  const float cards = tiles.bottom() + 80 * scale;
  if (auto asked = draw_asked_cards(view, {body.x, cards, body.w, body.bottom() - cards + 8}, canvas)) {
    action = std::move(asked);
  }
  return action;
}

}  // namespace conglang::screens
