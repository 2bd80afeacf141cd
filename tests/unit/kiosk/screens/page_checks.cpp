#include "tests/unit/kiosk/screens/page_checks.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace conglang::kiosk::test {
namespace {

std::string about(const testing::HeadlessScreen& screen, const View& view) {
  const screens::Theme& theme = screen.theme();
  return fmt::format("{} x {}, text x {}{}, page {} \"{}\"", theme.width, theme.height, theme.text_scale,
                     theme.low ? ", low" : "", view.body.index(), view.chrome.header.title);
}

}  // namespace

void check_texts(testing::HeadlessScreen& screen, const View& view) {
  screen.draw(view);
  const screens::Theme& theme = screen.theme();
  REQUIRE(!screen.drawn().texts.empty());
  // The staff's status may be smaller: all of it stands on one page, and staff stand near.
  const float least = screens::type::kMinor * (view.staff ? 0.75F : 1.0F);
  for (const auto& text : screen.drawn().texts) {
    INFO(about(screen, view) << ": " << text.text);
    CHECK(text.em >= least);
    CHECK(text.box.w <= text.room + 1);
    CHECK(text.box.x >= 0);
    CHECK(text.box.right() <= theme.width);
    if (text.at_edge) continue;
    CHECK(text.box.y >= 0);
    CHECK(text.box.bottom() <= theme.height);
  }
}

void check_targets(testing::HeadlessScreen& screen, const View& view) {
  screen.draw(view);
  const screens::Theme& theme = screen.theme();
  const auto& targets = screen.drawn().targets;
  const double mm = theme.mm_per_px * static_cast<double>(theme.scale);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const auto& box = targets[i].box;
    INFO(about(screen, view) << ": " << targets[i].id);
    CHECK(static_cast<double>(std::min(box.w, box.h)) * mm >= 20.0);
    CHECK(box.x >= 0);
    CHECK(box.right() <= theme.width);
    CHECK(box.bottom() <= theme.height);
    for (std::size_t k = 0; k < i; ++k) {
      INFO("over " << targets[k].id);
      CHECK_FALSE(overlap(box, targets[k].box));
    }
  }
}

bool overlap(const screens::Rect& a, const screens::Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

std::vector<Action> wishes(int steps, bool low) {
  std::vector<Action> first(static_cast<std::size_t>(steps), NextTextSize{});
  if (low) first.emplace_back(ToggleReach{});
  return first;
}

}  // namespace conglang::kiosk::test
