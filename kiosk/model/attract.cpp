#include "kiosk/model/attract.h"

#include <algorithm>

#include "kiosk/model/navigation.h"
#include "kiosk/model/notices.h"
#include "kiosk/model/urgent.h"

namespace conglang::kiosk {
namespace {

using Notices = std::vector<const guide::Notice*>;

// Notices by the screenful; one empty screenful when there are none.
std::vector<Notices> screenfuls_of(const Notices& notices) {
  std::vector<Notices> screenfuls;
  for (std::size_t first = 0; first < notices.size(); first += kAttractNotices) {
    const std::size_t end = std::min(first + kAttractNotices, notices.size());
    screenfuls.emplace_back(notices.begin() + static_cast<std::ptrdiff_t>(first),
                            notices.begin() + static_cast<std::ptrdiff_t>(end));
  }
  if (screenfuls.empty()) screenfuls.emplace_back();
  return screenfuls;
}

struct Slide {
  const guide::PictureUse* picture;
  const guide::Text* caption;
};

template <typename Page>
void add_slides(const Page& page, const guide::Text& caption, std::vector<Slide>& slides) {
  for (const guide::PictureUse& use : page.pictures) {
    const bool known =
        std::ranges::any_of(slides, [&](const Slide& slide) { return slide.picture->file == use.file; });
    if (!use.panorama && !known) slides.push_back({&use, &caption});
  }
}

// A panorama is turned by hand, not looked at from afar.
std::vector<Slide> slides_of(const guide::Content& content) {
  std::vector<Slide> slides;
  for (const guide::Heritage& page : content.heritage) add_slides(page, page.title, slides);
  for (const guide::Product& product : content.products) add_slides(product, product.name, slides);
  return slides;
}

}  // namespace

bool is_at_rest(const State& state) {
  return state.content && !state.visit.begun && is_on<HomePage>(state.visit);
}

void begin_visit(State& state, const Action& action) {
  if (!state.content || std::holds_alternative<StaffTouch>(action)) return;
  const bool covered = emergency_in_force(state) || !unread_urgent(state).empty();
  if (covered && std::holds_alternative<Touched>(action)) return;
  state.visit.begun = true;
}

std::vector<Scene> scenes_of(const State& state) {
  const auto screenfuls = screenfuls_of(current_notices(state));
  const auto slides = slides_of(*state.content);
  std::vector<Scene> scenes;
  const std::size_t turns = std::max(screenfuls.size(), slides.size());
  for (std::size_t i = 0; i < turns; ++i) {
    const Notices& notices = screenfuls[i % screenfuls.size()];
    scenes.push_back({notices, nullptr, nullptr});
    if (slides.empty()) continue;
    const Slide& slide = slides[i % slides.size()];
    scenes.push_back({notices, slide.picture, slide.caption});
  }
  return scenes;
}

int turns_at_rest(const State& state) {
  return static_cast<int>(std::max(state.now - state.touched, std::chrono::seconds{0}) / kAttractHold);
}

std::optional<Instant> next_scene_at(const State& state) {
  if (!is_at_rest(state) || emergency_in_force(state)) return std::nullopt;
  const std::size_t urgent = unread_urgent(state).size();
  const std::size_t scenes = urgent > 0 ? urgent : scenes_of(state).size();
  if (scenes < 2) return std::nullopt;
  return state.touched + kAttractHold * (turns_at_rest(state) + 1);
}

int shift_px(Instant now) {
  return static_cast<int>(now.time_since_epoch() / kShiftHold % 3 - 1) * 3;
}

}  // namespace conglang::kiosk
