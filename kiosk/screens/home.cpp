#include <algorithm>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

constexpr float kGap = 20;
constexpr float kListWidth = 496;
constexpr float kAskedCard = 96;
constexpr float kTallestTile = 300;

bool draw_tile(const kiosk::TileView& tile, Rect box, Canvas& canvas) {
  const Surface card = card_button(canvas, "tile " + tile.topic, box);
  const float icon = std::clamp(box.h * 0.36F, 76.0F, 116.0F);
  canvas.duotone(tile.icon, card.box.x + 18 + icon / 2, card.box.y + 18 + icon / 2, icon);
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
  list_card(canvas, box);
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
  const float height = kAskedCard * canvas.theme().text_scale;
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

kiosk::ChipView freshness_chip(const kiosk::HomeView& view) {
  kiosk::ChipView chip = view.freshness;
  if (chip.icon.empty()) chip.icon = chip.tone == kiosk::Tone::good ? "check" : "clock";
  return chip;
}

// The question, and at its right, where there is width, how fresh the guides are. Returns whether that
// fitted.
bool draw_question(const kiosk::HomeView& view, Rect box, Canvas& canvas) {
  const TextStyle style =
      canvas.scaled({.em = type::kTitle, .weight = Weight::question, .color = canvas.palette().ink});
  canvas.line(view.question, box.x, box.middle_y(), box.w, style);
  if (view.freshness.text.empty()) return true;
  const kiosk::ChipView chip = freshness_chip(view);
  const float width = chip_width(canvas, chip);
  if (canvas.width_of(view.question, style) + 40 + width > box.w) return false;
  draw_chip(canvas, chip, box.right(), box.middle_y(), width, Align::right);
  return true;
}

std::optional<Action> draw_landscape(const kiosk::HomeView& view, Rect body, Canvas& canvas) {
  // Large words need wide tiles: the list then stays behind the topics.
  if (canvas.theme().text_scale > 1) return draw_tiles(view, body, 4, 2, canvas);
  const Rect tiles{body.x, body.y, body.w - kListWidth - kGap, body.h};
  auto action = draw_tiles(view, tiles, 4, 2, canvas);
  const Rect list{tiles.right() + kGap, body.y, kListWidth, body.h - kLedge};
  if (auto asked = draw_most_asked(view, list, canvas)) action = std::move(asked);
  return action;
}

std::optional<Action> draw_portrait(const kiosk::HomeView& view, Rect body, Canvas& canvas) {
  // Large words need wide tiles: the list then stays behind the topics.
  if (canvas.theme().text_scale > 1) return draw_tiles(view, body, 2, 4, canvas);
  constexpr std::size_t kMostAsked = 8;
  const auto rows = static_cast<float>((std::min(view.most_asked.size(), kMostAsked) + 1) / 2);
  const float head = 72;
  const float asked_height = head + rows * (kAskedCard + kGap);
  const int columns = 3;
  const int needed = (static_cast<int>(view.tiles.size()) + columns) / columns;
  const int tile_rows = std::clamp(needed, 1, 4);
  const float tiles_height = std::min(body.h - asked_height, static_cast<float>(tile_rows) * kTallestTile);
  const Rect tiles{body.x, body.y, body.w, tiles_height};
  auto action = draw_tiles(view, tiles, columns, tile_rows, canvas);
  const float top = tiles.bottom() + kGap / 2;
  canvas.line(view.most_asked_title, body.x, top + head / 2, body.w,
              canvas.scaled({.em = type::kLabel, .weight = Weight::question, .color = canvas.palette().ink}));
  const Rect cards{body.x, top + head, body.w, body.bottom() - top - head + kLedge};
  if (auto asked = draw_asked_cards(view, cards, canvas)) action = std::move(asked);
  return action;
}

}  // namespace

std::optional<Action> draw_home(const kiosk::HomeView& view, Rect room, Canvas& canvas) {
  const float scale = canvas.theme().text_scale;
  const float head = 84 * scale;
  const bool complete = draw_question(view, {room.x, room.y, room.w, head}, canvas);
  Rect body{room.x, room.y + head + 16, room.w, room.h - head - 16};
  if (!complete) {
    const float chip = kChipHeight * scale;
    draw_chip(canvas, freshness_chip(view), room.x, room.bottom() - chip / 2, room.w);
    body.h -= chip + kGap;
  }
  return canvas.theme().portrait() ? draw_portrait(view, body, canvas) : draw_landscape(view, body, canvas);
}

}  // namespace conglang::screens
