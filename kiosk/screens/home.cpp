#include <algorithm>

#include "kiosk/screens/doors.h"
#include "kiosk/screens/home_tiles.h"
#include "kiosk/screens/pages.h"
#include "kiosk/screens/search_bar.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::HomeView;

constexpr float kListWidth = 496;
constexpr float kAskedCard = 96;
constexpr float kTallestTile = 300;
constexpr float kSpace = 24;  // between the parts of the page

TextStyle asked_style(const Canvas& canvas) {
  return canvas.scaled({.em = type::kLabel, .weight = Weight::control, .color = canvas.palette().ink});
}

TextStyle heading_style(const Canvas& canvas) {
  return canvas.scaled({.em = type::kLabel, .weight = Weight::question, .color = canvas.palette().ink});
}

// One card with a row a guide, as many as there is height for.
std::optional<Action> draw_asked_list(const HomeView& view, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  list_card(canvas, box);
  const float head = 86;
  canvas.line(view.most_asked_title, box.x + 30, box.y + head / 2, box.w - 60, heading_style(canvas));
  const float least = 95;
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
    canvas.line(view.most_asked[i].title, row.x + 28, row.middle_y(), row.w - 100, asked_style(canvas));
    canvas.bold("caret-right", row.right() - 40, row.middle_y(), 40, palette.primary);
    if (touch.released) action = kiosk::OpenGuide{view.most_asked[i].guide};
  }
  return action;
}

// Small cards side by side: those of the most asked from `first` on.
std::optional<Action> draw_asked_row(const HomeView& view, std::size_t first, std::size_t columns, Rect box,
                                     Canvas& canvas) {
  const auto n = static_cast<float>(columns);
  const float width = (box.w - kTileGap * (n - 1)) / n;
  std::optional<Action> action;
  for (std::size_t i = first; i < std::min(first + columns, view.most_asked.size()); ++i) {
    const float x = box.x + static_cast<float>(i - first) * (width + kTileGap);
    const Surface card =
        card_button(canvas, "asked " + view.most_asked[i].guide, {x, box.y, width, box.h - kLedge});
    canvas.line(view.most_asked[i].title, card.box.x + 26, card.box.middle_y(), card.box.w - 90,
                asked_style(canvas));
    canvas.bold("caret-right", card.box.right() - 38, card.box.middle_y(), 38, canvas.palette().primary);
    if (card.touch.released) action = kiosk::OpenGuide{view.most_asked[i].guide};
  }
  return action;
}

kiosk::ChipView freshness_chip(const HomeView& view) {
  kiosk::ChipView chip = view.freshness;
  if (chip.icon.empty()) chip.icon = chip.tone == kiosk::Tone::good ? "check" : "clock";
  return chip;
}

struct Head {
  float height = 0;
  std::optional<Action> action;
};

// The question, and beside it, or below it where the page is narrow, the way into search. How fresh the
// guides are is said here only when they are not.
Head draw_head(const HomeView& view, Rect room, Canvas& canvas) {
  const float scale = canvas.theme().text_scale;
  const bool below = canvas.theme().portrait() || scale > 1;
  const TextStyle style =
      canvas.scaled({.em = type::kTitle, .weight = Weight::question, .color = canvas.palette().ink});
  Head head{below ? 84 * scale : kSearchBarHeight, std::nullopt};
  canvas.line(view.question, room.x, room.y + head.height / 2, room.w, style);
  Rect bar{room.x, room.y + head.height + 8, room.w, kSearchBarHeight};
  if (!below) {
    const float question = canvas.width_of(view.question, style) + 36;
    bar = {room.x + question, room.y, room.w - question, kSearchBarHeight};
  }
  if (draw_search_bar(view.search_hint, bar, canvas)) head.action = kiosk::OpenSearch{};
  if (below) head.height += 8 + kSearchBarHeight;
  if (view.freshness.text.empty() || view.freshness.tone == kiosk::Tone::good) return head;
  const float line = (kChipHeight + 16) * scale;
  draw_chip(canvas, freshness_chip(view), room.x, room.y + head.height + line / 2, room.w);
  head.height += line;
  return head;
}

// The doors at the foot of `body`. Takes their height from it.
std::optional<Action> draw_doors(const HomeView& view, Rect& body, Canvas& canvas) {
  const std::vector<DoorRow> rows = door_rows(view.doors, body.w, canvas);
  std::optional<Action> action;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    body.h -= door_height(canvas);
    const Rect box{body.x, body.bottom(), body.w, door_height(canvas)};
    if (auto touched = draw_door_row(*row, box, canvas)) action = touched;
    body.h -= kDoorGap;
  }
  if (!rows.empty()) body.h -= kSpace - kDoorGap;
  return action;
}

std::optional<Action> draw_landscape(const HomeView& view, Rect body, Canvas& canvas) {
  auto action = draw_doors(view, body, canvas);
  Rect tiles = body;
  if (!view.most_asked.empty()) {
    tiles.w -= kListWidth + kTileGap;
    const Rect list{tiles.right() + kTileGap, body.y, kListWidth, body.h - kLedge};
    if (auto asked = draw_asked_list(view, list, canvas)) action = asked;
  }
  if (auto tile = draw_tile_grid(view, tiles, 4, 2, canvas)) action = tile;
  return action;
}

std::optional<Action> draw_portrait(const HomeView& view, Rect body, Canvas& canvas) {
  auto action = draw_doors(view, body, canvas);
  constexpr std::size_t kMostAsked = 4;
  constexpr float kHead = 72;
  const std::size_t shown = std::min(view.most_asked.size(), kMostAsked);
  const std::size_t rows = (shown + 1) / 2;
  if (shown > 0) {
    const float row = kAskedCard + kTileGap;
    const float top = body.bottom() - static_cast<float>(rows) * row + kTileGap - kLedge;
    canvas.line(view.most_asked_title, body.x, top - kHead / 2, body.w, heading_style(canvas));
    for (std::size_t i = 0; i < rows; ++i) {
      const Rect box{body.x, top + static_cast<float>(i) * row, body.w, kAskedCard + kLedge};
      if (auto asked = draw_asked_row(view, 2 * i, 2, box, canvas)) action = asked;
    }
    body.h = top - kHead - body.y;
  }
  const int columns = 3;
  const int needed = (static_cast<int>(view.tiles.size()) + columns) / columns;
  const int tile_rows = std::clamp(needed, 1, 3);
  body.h = std::min(body.h, static_cast<float>(tile_rows) * kTallestTile);
  if (auto tile = draw_tile_grid(view, body, columns, tile_rows, canvas)) action = tile;
  return action;
}

void add_tiles(std::vector<Block>& blocks, const HomeView& view, float width, const Canvas& canvas) {
  constexpr std::size_t kMostTopics = 8;
  const bool widest = canvas.theme().text_scale > 1.3F;  // "Chuyển nhà," on one line
  const int columns = !canvas.theme().portrait() ? 3 : widest ? 1 : 2;
  const float height = tile_row_height(view, columns, width, canvas);
  TileRow row;
  const auto put = [&](const kiosk::TileView& tile, bool last) {
    row.push_back(&tile);
    if (row.size() < static_cast<std::size_t>(columns) && !last) return;
    blocks.push_back({height, 0, false, [row, columns](Canvas& painter, Rect box) {
                        return draw_tile_row(row, columns, box, painter);
                      }});
    row.clear();
  };
  const std::size_t topics = std::min(view.tiles.size(), kMostTopics);
  for (std::size_t i = 0; i < topics; ++i) put(view.tiles[i], false);
  put(view.all, true);
}

void add_asked(std::vector<Block>& blocks, const HomeView& view, const Canvas& canvas) {
  if (view.most_asked.empty()) return;
  const float scale = canvas.theme().text_scale;
  blocks.push_back({60 * scale, 0, true, [&view](Canvas& painter, Rect box) -> std::optional<Action> {
                      painter.line(view.most_asked_title, box.x, box.middle_y(), box.w,
                                   heading_style(painter));
                      return std::nullopt;
                    }});
  const std::size_t columns = canvas.theme().portrait() ? 1 : 2;
  for (std::size_t first = 0; first < view.most_asked.size(); first += columns) {
    blocks.push_back(
        {kAskedCard * scale + kLedge, 0, false, [&view, first, columns](Canvas& painter, Rect box) {
           return draw_asked_row(view, first, columns, box, painter);
         }});
  }
}

// Large words need room, and low mode has little: the same parts one below the other, page by page.
std::optional<Action> draw_large(const HomeView& view, const kiosk::ChromeView& chrome, Rect body,
                                 Canvas& canvas) {
  std::vector<Block> blocks;
  add_tiles(blocks, view, body.w, canvas);
  add_asked(blocks, view, canvas);
  for (DoorRow& row : door_rows(view.doors, body.w, canvas)) {
    blocks.push_back({door_height(canvas), 0, false, [row = std::move(row)](Canvas& painter, Rect box) {
                        return draw_door_row(row, box, painter);
                      }});
  }
  const FlowLayout layout{.gap = kTileGap, .reserve = turn_pill_height(canvas) + 14};
  Shown shown = draw_flow(canvas, blocks, body, layout, chrome.offset);
  return draw_turn_pill(shown, chrome.turn_page, chrome, body, canvas);
}

}  // namespace

std::optional<Action> draw_home(const HomeView& view, const kiosk::ChromeView& chrome, Rect room,
                                Canvas& canvas) {
  const Head head = draw_head(view, room, canvas);
  const float taken = head.height + 24;
  const Rect body{room.x, room.y + taken, room.w, room.h - taken};
  const bool large = canvas.theme().text_scale > 1 || canvas.theme().low;
  const auto action = large                       ? draw_large(view, chrome, body, canvas)
                      : canvas.theme().portrait() ? draw_portrait(view, body, canvas)
                                                  : draw_landscape(view, body, canvas);
  return head.action ? head.action : action;
}

}  // namespace conglang::screens
