#include <algorithm>

#include "kiosk/screens/indexed_list.h"
#include "kiosk/screens/pages.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/clamped_text.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::EntryView;
using kiosk::SectorTileView;

constexpr float kGap = 20;
constexpr float kEntryHeight = 196;
constexpr float kNameHeight = 96;
constexpr float kTileHeight = 176;
constexpr float kFieldHeight = 142;
constexpr std::size_t kTitleLines = 2;

TextStyle label_style(const Canvas& canvas) {
  return canvas.scaled(
      {.em = type::kLabel, .weight = Weight::name, .color = canvas.palette().ink, .leading = 1.15F});
}

TextStyle note_style(const Canvas& canvas) {
  return canvas.scaled({.em = type::kMinor, .weight = Weight::text, .color = canvas.palette().ink_soft});
}

Action action_of(const SectorTileView& tile) {
  if (tile.leads == SectorTileView::Leads::guides) return kiosk::OpenTopic{};
  return kiosk::OpenCatalogue{tile.part};
}

std::string id_of(const SectorTileView& tile) {
  if (tile.leads == SectorTileView::Leads::guides) return "tile guides";
  return tile.leads == SectorTileView::Leads::nation ? "tile nation" : "tile " + tile.part.sector;
}

// Icon beside the words, the count below them.
std::optional<Action> draw_tile(const SectorTileView& tile, Rect box, Canvas& canvas) {
  const Surface card = card_button(canvas, id_of(tile), box);
  constexpr float kIcon = 76;
  canvas.duotone(tile.icon, card.box.x + 24 + kIcon / 2, card.box.middle_y(), kIcon);
  const float left = card.box.x + kIcon + 42;
  const float room = card.box.right() - left - 16;
  const TextStyle label = label_style(canvas);
  const float words = canvas.paragraph_height(tile.label, room, label);
  const float line = type::kMinor * 1.2F * canvas.theme().text_scale;
  const float top = card.box.middle_y() - (words + line) / 2;
  canvas.paragraph(tile.label, left, top, room, label);
  canvas.line(tile.count, left, top + words + line / 2, room, note_style(canvas));
  if (card.touch.released) return action_of(tile);
  return std::nullopt;
}

std::optional<Action> draw_entry(const EntryView& entry, Rect box, Canvas& canvas) {
  const std::string id = "entry " + (entry.leads == EntryView::Leads::field ? entry.part.field : entry.id);
  const Surface card = card_button(canvas, id, box);
  const float left = card.box.x + 32;
  const float room = card.box.w - 130;
  const TextStyle title = label_style(canvas);
  const float words = clamped_height(canvas, entry.title, room, title, kTitleLines);
  const float line = kChipHeight * canvas.theme().text_scale;
  const float top = card.box.middle_y() - (words + line) / 2;
  draw_clamped(canvas, entry.title, {}, left, top, room, title, kTitleLines);
  const float y = top + words + line / 2 + 2;
  float taken = 0;
  if (!entry.chip.text.empty())
    taken = draw_chip(canvas, entry.chip, left + room, y, room / 2, Align::right) + 20;
  canvas.line(entry.note, left, y, room - taken, note_style(canvas));
  canvas.bold("caret-right", card.box.right() - 52, card.box.middle_y(), 46, canvas.palette().primary);
  if (!card.touch.released) return std::nullopt;
  if (entry.leads == EntryView::Leads::field) return kiosk::OpenCatalogue{entry.part};
  if (entry.leads == EntryView::Leads::guide) return kiosk::OpenGuide{entry.id};
  return kiosk::OpenProcedure{entry.id};
}

std::size_t tile_columns(const Theme& theme) {
  if (theme.portrait()) return theme.text_scale > 1.25F ? 1 : 2;
  return theme.text_scale > 1 ? 2 : 3;
}

// The name of a guide alone, on one line.
std::optional<Action> draw_name(const EntryView& guide, Rect box, Canvas& canvas) {
  const Surface card = card_button(canvas, "entry " + guide.id, box);
  canvas.line(guide.title, card.box.x + 32, card.box.middle_y(), card.box.w - 120, label_style(canvas));
  canvas.bold("caret-right", card.box.right() - 48, card.box.middle_y(), 42, canvas.palette().primary);
  if (card.touch.released) return kiosk::OpenGuide{guide.id};
  return std::nullopt;
}

Block heading_block(const std::string& text, const Canvas& canvas) {
  return {
      66 * canvas.theme().text_scale, 0, true, [&text](Canvas& painter, Rect box) -> std::optional<Action> {
        painter.line(text, box.x, box.middle_y(), box.w,
                     painter.scaled(
                         {.em = type::kHeading, .weight = Weight::question, .color = painter.palette().ink}));
        return std::nullopt;
      }};
}

// Things side by side, `columns` in a block.
template <typename Thing, typename Draw>
void add_rows(std::vector<Block>& blocks, const std::vector<Thing>& things, std::size_t columns, float height,
              Draw draw) {
  for (std::size_t first = 0; first < things.size(); first += columns) {
    const std::size_t end = std::min(first + columns, things.size());
    blocks.push_back({height + kLedge, static_cast<int>(end - first), false,
                      [&things, first, end, columns, draw](Canvas& painter, Rect box) {
                        const auto n = static_cast<float>(columns);
                        const float width = (box.w - kGap * (n - 1)) / n;
                        std::optional<Action> action;
                        for (std::size_t i = first; i < end; ++i) {
                          const Rect cell{box.x + static_cast<float>(i - first) * (width + kGap), box.y,
                                          width, box.h - kLedge};
                          if (auto touched = draw(things[i], cell, painter)) action = touched;
                        }
                        return action;
                      }});
  }
}

}  // namespace

std::optional<Action> draw_sectors(const kiosk::SectorsView& view, const kiosk::ChromeView& chrome, Rect room,
                                   Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const bool narrow = theme.portrait() || theme.text_scale > 1;
  std::vector<Block> blocks;
  if (!view.guides.empty()) {
    blocks.push_back(heading_block(view.guides_title, canvas));
    add_rows(blocks, view.guides, narrow ? 1 : 2, kNameHeight * theme.text_scale, draw_name);
    blocks.push_back(heading_block(view.sectors_title, canvas));
  }
  add_rows(blocks, view.tiles, tile_columns(theme), kTileHeight * theme.text_scale, draw_tile);
  const FlowLayout layout{.gap = kGap - kLedge, .reserve = turn_pill_height(canvas) + 14};
  const Shown shown = draw_flow(canvas, blocks, room, layout, chrome.offset);
  return draw_turn_pill(shown, view.more, chrome, room, canvas);
}

std::optional<Action> draw_entries(const kiosk::EntriesView& view, const kiosk::ChromeView& chrome, Rect room,
                                   Canvas& canvas) {
  const bool fields = !view.rows.empty() && view.rows.front().leads == EntryView::Leads::field;
  const float height = (fields ? kFieldHeight : kEntryHeight) * canvas.theme().text_scale;
  const IndexedList list{view.rows.size(), height, height, kGap, view.letters, view.more, view.search};
  room.y += 4;
  room.h -= 4;
  return draw_indexed_list(canvas, list, chrome, room,
                           [&](std::size_t i, Rect box) { return draw_entry(view.rows[i], box, canvas); });
}

}  // namespace conglang::screens
