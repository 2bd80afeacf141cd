#include "kiosk/model/rate.h"

#include "kiosk/model/navigation.h"
#include "kiosk/model/validity.h"

namespace conglang::kiosk {
namespace {

using Stage = RatePage::Stage;

RatePage* page_at(Visit& visit, Stage stage) {
  auto* page = std::get_if<RatePage>(&visit.trail.back().page);
  return page && page->stage == stage ? page : nullptr;
}

bool has_read(const Visit& visit) {
  return is_on<GuidePage>(visit) || is_on<StepsPage>(visit) || is_on<CodePage>(visit);
}

Effect rating(const RatePage& page, CountRating::Answer answer, RateReason reason, const State& state) {
  return CountRating{page.guide_id, answer, reason, today(state)};
}

}  // namespace

std::chrono::seconds rating_time(const RatePage& page) {
  return page.stage == Stage::thanks ? kThanks : kPatienceForRating;
}

void finish(State& state) {
  Visit next = fresh_visit(state.settings);
  if (has_read(state.visit)) {
    next.language = state.visit.language;
    next.text_size = state.visit.text_size;
    next.theme = state.visit.theme;
    next.reach = state.visit.reach;
    next.motion = state.visit.motion;
    next.pace = state.visit.pace;
    next.loudness = state.visit.loudness;
    next.read_urgent = state.visit.read_urgent;  // it would stand before the question again
    go_to(next, RatePage{state.visit.reading->guide.id, Stage::question});
  }
  state.visit = std::move(next);
}

void rate_helped(State& state, std::vector<Effect>& effects) {
  RatePage* page = page_at(state.visit, Stage::question);
  if (!page) return;
  effects.push_back(rating(*page, CountRating::Answer::helped, RateReason::none, state));
  page->stage = Stage::thanks;
}

void rate_not_helped(State& state, std::vector<Effect>& effects) {
  RatePage* page = page_at(state.visit, Stage::question);
  if (!page) return;
  effects.push_back(rating(*page, CountRating::Answer::did_not_help, RateReason::none, state));
  page->stage = Stage::reason;
}

void give_reason(State& state, RateReason reason, std::vector<Effect>& effects) {
  RatePage* page = page_at(state.visit, Stage::reason);
  if (!page || reason == RateReason::none) return;
  effects.push_back(rating(*page, CountRating::Answer::reason, reason, state));
  page->stage = Stage::thanks;
}

}  // namespace conglang::kiosk
