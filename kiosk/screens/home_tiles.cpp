#include "kiosk/screens/home_tiles.h"

#include <algorithm>

#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::TileView;

constexpr float kPadding = 18;
constexpr float kIconBeside = 76;
constexpr float kBesideGap = 14;

TextStyle label_style(const Canvas& canvas) {
  return canvas.scaled(
      {.em = type::kLabel, .weight = Weight::name, .color = canvas.palette().ink, .leading = 1.15F});
}

bool draw_icon_above(const TileView& tile, Rect box, Canvas& canvas) {
  const Surface card = card_button(canvas, "tile " + tile.topic, box);
  const float room = box.w - 2 * kPadding;
  const float words = canvas.paragraph_height(tile.label, room, label_style(canvas));
  const float icon = std::clamp(box.h - words - 2 * kPadding - 10, 64.0F, 104.0F);
  canvas.duotone(tile.icon, card.box.x + kPadding - 2 + icon / 2, card.box.y + kPadding - 2 + icon / 2, icon);
  canvas.paragraph(tile.label, card.box.x + kPadding + 2, card.box.bottom() - kPadding - words, room,
                   label_style(canvas));
  return card.touch.released;
}

float room_beside(float width) {
  return width - 2 * kPadding - kIconBeside - kBesideGap;
}

bool draw_icon_beside(const TileView& tile, Rect box, Canvas& canvas) {
  const Surface card = card_button(canvas, "tile " + tile.topic, box);
  canvas.duotone(tile.icon, card.box.x + kPadding + kIconBeside / 2, card.box.middle_y(), kIconBeside);
  const float words = canvas.paragraph_height(tile.label, room_beside(box.w), label_style(canvas));
  canvas.paragraph(tile.label, card.box.x + kPadding + kIconBeside + kBesideGap,
                   card.box.middle_y() - words / 2, room_beside(box.w), label_style(canvas));
  return card.touch.released;
}

// The tile of everything leads to the catalogue.
Action opened_by(const TileView& tile) {
  if (tile.topic.empty()) return kiosk::OpenCatalogue{};
  return kiosk::OpenTopic{tile.topic};
}

}  // namespace

std::optional<Action> draw_tile_grid(const kiosk::HomeView& view, Rect room, int columns, int rows,
                                     Canvas& canvas) {
  const float width = (room.w - kTileGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float height = (room.h - kTileGap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
  const std::size_t places = static_cast<std::size_t>(columns * rows);
  const std::size_t shown = std::min(view.tiles.size(), places - 1);
  std::optional<Action> action;
  for (std::size_t i = 0; i <= shown; ++i) {
    const auto column = static_cast<float>(i % static_cast<std::size_t>(columns));
    const auto row = static_cast<float>(i / static_cast<std::size_t>(columns));
    const TileView& tile = i < shown ? view.tiles[i] : view.all;
    const Rect box{room.x + column * (width + kTileGap), room.y + row * (height + kTileGap), width,
                   height - kLedge};
    if (draw_icon_above(tile, box, canvas)) action = opened_by(tile);
  }
  return action;
}

std::optional<Action> draw_tile_row(const TileRow& row, int columns, Rect box, Canvas& canvas) {
  const float width = (box.w - kTileGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  std::optional<Action> action;
  Rect card{box.x, box.y, width, box.h - kLedge};
  for (const TileView* tile : row) {
    if (draw_icon_beside(*tile, card, canvas)) action = opened_by(*tile);
    card.x += width + kTileGap;
  }
  return action;
}

float tile_row_height(const kiosk::HomeView& view, int columns, float width, const Canvas& canvas) {
  const float tile = (width - kTileGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  float words = canvas.paragraph_height(view.all.label, room_beside(tile), label_style(canvas));
  for (const TileView& one : view.tiles) {
    words = std::max(words, canvas.paragraph_height(one.label, room_beside(tile), label_style(canvas)));
  }
  return std::max(kIconBeside, words) + 2 * kPadding + kLedge;
}

}  // namespace conglang::screens
