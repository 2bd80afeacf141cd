#include "kiosk/screens/widgets/letter_bar.h"

#include <algorithm>
#include <cmath>

namespace conglang::screens {
namespace {

using kiosk::IndexLetterView;

constexpr float kHeight = 88;
constexpr float kGap = 10;
constexpr float kLeastWidth = 84;
constexpr float kMostWidth = 128;
constexpr float kRadius = 16;

std::vector<const IndexLetterView*> used(const std::vector<IndexLetterView>& letters) {
  std::vector<const IndexLetterView*> out;
  for (const IndexLetterView& letter : letters)
    if (letter.first) out.push_back(&letter);
  return out;
}

// In rows of about the same number of letters.
struct Grid {
  std::size_t rows = 1;
  std::size_t columns = 1;
};

Grid grid_of(std::size_t count, float room) {
  const auto most = static_cast<std::size_t>((room + kGap) / (kLeastWidth + kGap));
  Grid grid;
  grid.rows = (count + most - 1) / most;
  grid.columns = (count + grid.rows - 1) / grid.rows;
  return grid;
}

bool draw_letter(const IndexLetterView& letter, bool current, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const Touch touch = canvas.target("letter " + letter.label, box);
  canvas.fill(box, current ? palette.primary : palette.edge, kRadius);
  const ImU32 ground = touch.down ? palette.pressed_tile : current ? palette.primary : palette.surface;
  canvas.fill(box.inset(2), ground, kRadius - 2);
  const ImU32 ink = current && !touch.down ? palette.on_primary : palette.ink;
  canvas.line(letter.label, box.middle_x(), box.middle_y(), box.w,
              {.em = type::kLabel + 2, .weight = Weight::name, .color = ink}, Align::center);
  return touch.released;
}

}  // namespace

float letter_bar_height(const std::vector<IndexLetterView>& letters, float room, const Canvas&) {
  const std::size_t count = used(letters).size();
  if (count < kLeastLetters) return 0;
  return static_cast<float>(grid_of(count, room).rows) * (kHeight + kGap) - kGap;
}

std::optional<std::size_t> draw_letter_bar(const std::vector<IndexLetterView>& letters, std::size_t current,
                                           Rect box, Canvas& canvas) {
  const std::vector<const IndexLetterView*> shown = used(letters);
  const Grid grid = grid_of(shown.size(), box.w);
  const auto columns = static_cast<float>(grid.columns);
  const float width = std::min(kMostWidth, (box.w - kGap * (columns - 1)) / columns);
  std::size_t at = 0;  // the letter that `current` stands under
  for (std::size_t i = 0; i < shown.size(); ++i)
    if (*shown[i]->first <= current) at = i;
  std::optional<std::size_t> touched;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const Rect cell{box.x + static_cast<float>(i % grid.columns) * (width + kGap),
                    box.y + static_cast<float>(i / grid.columns) * (kHeight + kGap), width, kHeight};
    if (draw_letter(*shown[i], i == at, cell, canvas)) touched = shown[i]->first;
  }
  return touched;
}

}  // namespace conglang::screens
