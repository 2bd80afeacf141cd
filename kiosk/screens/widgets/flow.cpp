#include "kiosk/screens/widgets/flow.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/widgets/scroll_area.h"

namespace conglang::screens {
namespace {

constexpr float kNear = 0.5F;

struct Placed {
  int column = 0;
  float top = 0;
  float bottom = 0;
};

// Where everything stands in a place of some height.
struct Setting {
  std::vector<Placed> places;  // of each block
  std::vector<float> rests;    // offsets at which the flow may rest, rising; the first is 0
  std::vector<float> pages;    // those where a page begins
  float height = 0;            // of the place
};

// How many blocks from `first` on fit into `height`; at least one, so that every block is shown somewhere.
std::size_t fitting(const std::vector<Block>& blocks, std::size_t first, float height, float gap) {
  std::size_t end = first;
  float used = 0;
  while (end < blocks.size()) {
    const float more = blocks[end].height + (end > first ? gap : 0);
    if (end > first && used + more > height) break;
    used += more;
    ++end;
  }
  if (end == blocks.size()) return end;
  while (end > first + 1 && blocks[end - 1].keep_with_next) --end;
  return end;
}

// A block that is higher than the place is read in steps of a little less than the place.
void add_rests(std::vector<float>& rests, const Placed& place, float height) {
  for (float at = place.top; at == place.top || place.bottom - at > height; at += height * 0.8F)
    rests.push_back(at);
}

// Several columns: spreads, one below the other.
Setting set_spreads(const std::vector<Block>& blocks, float height, const FlowLayout& layout) {
  Setting setting{{}, {}, {}, height};
  float spread = 0;
  for (std::size_t first = 0; first < blocks.size();) {
    float bottom = spread + height;
    for (int column = 0; column < layout.columns && first < blocks.size(); ++column) {
      const std::size_t end = fitting(blocks, first, height, layout.gap);
      float y = spread;
      for (; first < end; ++first) {
        setting.places.push_back({column, y, y + blocks[first].height});
        y += blocks[first].height + layout.gap;
      }
      bottom = std::max(bottom, y - layout.gap);
    }
    add_rests(setting.rests, {0, spread, bottom}, height + kNear);
    spread = bottom;
  }
  setting.pages = setting.rests;
  return setting;
}

// The first rest at which all that follows fits.
float furthest(const std::vector<float>& rests, float bottom, float height) {
  const auto last =
      std::find_if(rests.begin(), rests.end(), [&](float rest) { return bottom - rest <= height + kNear; });
  return last == rests.end() ? rests.back() : *last;
}

// Pages of a column: each begins with the first block that the one before did not show whole.
void find_pages(Setting& setting, const std::vector<Block>& blocks) {
  setting.pages = {0};
  const float last = setting.rests.back();
  while (setting.pages.back() < last) {
    const float end = setting.pages.back() + setting.height + kNear;
    std::size_t cut = 0;
    while (cut < blocks.size() && setting.places[cut].bottom <= end) ++cut;
    while (cut > 0 && blocks[cut - 1].keep_with_next) --cut;
    float next = cut < blocks.size() ? setting.places[cut].top : last;
    if (next <= setting.pages.back())  // inside a block higher than the place
      next = *std::upper_bound(setting.rests.begin(), setting.rests.end(), setting.pages.back());
    setting.pages.push_back(std::min(next, last));
  }
}

Setting set_column(const std::vector<Block>& blocks, float height, const FlowLayout& layout) {
  Setting setting{{}, {}, {}, height};
  float y = 0;
  for (const Block& block : blocks) {
    setting.places.push_back({0, y, y + block.height});
    add_rests(setting.rests, setting.places.back(), height);
    y += block.height + layout.gap;
  }
  const float last = furthest(setting.rests, y - layout.gap, height);
  std::erase_if(setting.rests, [&](float rest) { return rest > last; });
  find_pages(setting, blocks);
  return setting;
}

Setting set_in(const std::vector<Block>& blocks, float height, const FlowLayout& layout) {
  return layout.columns > 1 ? set_spreads(blocks, height, layout) : set_column(blocks, height, layout);
}

Setting set_blocks(const std::vector<Block>& blocks, float height, const FlowLayout& layout) {
  Setting setting = set_in(blocks, height, layout);
  return setting.pages.size() > 1 ? set_in(blocks, height - layout.reserve, layout) : setting;
}

Track track_of(const Setting& setting) {
  return {setting.rests.back(), [&setting](float offset) {
            return *std::min_element(setting.rests.begin(), setting.rests.end(), [&](float one, float other) {
              return std::abs(one - offset) < std::abs(other - offset);
            });
          }};
}

// Which page the offset is on, and what comes after it.
void tell(Shown& shown, const Setting& setting, const std::vector<Block>& blocks, float offset) {
  const auto after = std::upper_bound(setting.pages.begin(), setting.pages.end(), offset + kNear);
  shown.pages = static_cast<int>(setting.pages.size());
  shown.page = std::max(0, static_cast<int>(after - setting.pages.begin()) - 1);
  shown.next = after == setting.pages.end() ? 0 : *after;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (setting.places[i].bottom > offset + setting.height + kNear) shown.counted_after += blocks[i].counted;
  }
}

// Where the flow has to rest for the sentence that has come to be heard, if it is not seen as it is.
std::optional<float> rest_of_lit(const Canvas& canvas, const Setting& setting, const ScrollArea& area) {
  if (!canvas.seeks_lit() || !canvas.lit_box()) return std::nullopt;
  const float top = canvas.lit_box()->y - area.y(0);
  const float bottom = top + canvas.lit_box()->h;
  if (top >= area.offset() && bottom <= area.offset() + setting.height) return std::nullopt;
  const auto after = std::upper_bound(setting.rests.begin(), setting.rests.end(), top + kNear);
  return after == setting.rests.begin() ? setting.rests.front() : *(after - 1);
}

// A block that is higher than the place is never seen whole. A heading is seen with what it stands over.
bool is_shown(Canvas& canvas, const ScrollArea& area, const std::vector<Block>& blocks, std::size_t which,
              const Setting& setting) {
  const bool rests = canvas.motion().is_still();
  while (rests && blocks[which].keep_with_next && which + 1 < blocks.size()) ++which;
  const Placed& place = setting.places[which];
  const bool whole = rests && place.bottom - place.top <= setting.height;
  return whole ? area.shows_whole(place.top, place.bottom) : area.shows(place.top, place.bottom);
}

}  // namespace

int count_pages(const std::vector<Block>& blocks, float height, const FlowLayout& layout) {
  return blocks.empty() ? 1 : static_cast<int>(set_blocks(blocks, height, layout).pages.size());
}

Shown draw_flow(Canvas& canvas, const std::vector<Block>& blocks, Rect room, const FlowLayout& layout,
                float offset) {
  Shown shown;
  if (blocks.empty()) return shown;
  const Setting setting = set_blocks(blocks, room.h, layout);
  const ScrollArea area(canvas, {room.x, room.y, room.w, setting.height}, offset, track_of(setting));
  const float width = layout.column_width(room.w);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Placed& place = setting.places[i];
    if (!is_shown(canvas, area, blocks, i, setting) && !canvas.seeks_lit()) continue;
    const float x = room.x + static_cast<float>(place.column) * (width + layout.column_gap);
    auto action = blocks[i].draw(canvas, {x, area.y(place.top), width, blocks[i].height});
    if (action) shown.action = std::move(action);
  }
  if (area.rest()) shown.action = kiosk::ScrollTo{*area.rest()};
  if (const auto rest = rest_of_lit(canvas, setting, area)) shown.action = kiosk::ScrollTo{*rest};
  tell(shown, setting, blocks, area.offset());
  return shown;
}

}  // namespace conglang::screens
