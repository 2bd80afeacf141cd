#include "kiosk/model/recordings.h"

#include <algorithm>

#include "content/guide/recorded_words.h"
#include "kiosk/model/heritage.h"
#include "kiosk/model/navigation.h"
#include "kiosk/model/notices.h"
#include "kiosk/model/urgent.h"

namespace conglang::kiosk {
namespace {

bool is_without_doubt(const GuideView& view) {
  const auto doubts = [](const PaperView& paper) { return paper.handling.tone == Tone::warning; };
  return !view.past_review && view.remarks.empty() && std::ranges::none_of(view.facts, &FactView::doubtful) &&
         std::ranges::none_of(view.papers, doubts) &&
         std::ranges::none_of(
             view.rare, [&](const RarePapersView& rare) { return std::ranges::any_of(rare.papers, doubts); });
}

/// One overload a page that may have a recording.
struct RecordingOf {
  const State& state;
  const View& view;

  const std::string& language() const { return state.visit.language; }

  const guide::RecordingUse* operator()(const GuidePage&) const {
    const auto* page = std::get_if<GuideView>(&view.body);
    if (!page || !is_without_doubt(*page)) return nullptr;
    return recording_of(state.visit.reading->guide, state.visit.reading->case_id, language());
  }
  const guide::RecordingUse* operator()(const NoticePage& page) const {
    const guide::Notice* notice = find_current_notice(state, page.id);
    return notice ? recording_of(*notice, language()) : nullptr;
  }
  const guide::RecordingUse* operator()(const HeritagePage& page) const {
    const guide::Heritage* heritage = find_heritage(state, page.id);
    return heritage ? recording_of(*heritage, language()) : nullptr;
  }
  template <typename Page>
  const guide::RecordingUse* operator()(const Page&) const {
    return nullptr;
  }
};

const guide::RecordingUse* use_on(const State& state, const View& view) {
  if (view.idle || !state.content) return nullptr;
  if (std::holds_alternative<UrgentView>(view.body))
    return recording_of(*shown_urgent(state), state.visit.language);
  if (is_whole(view.body)) return nullptr;  // something else stands before the page
  return std::visit(RecordingOf{state, view}, current_page(state.visit));
}

}  // namespace

std::string recording_of_page(const State& state, const View& view) {
  const guide::RecordingUse* use = use_on(state, view);
  return use && !state.broken_recordings.contains(use->file) ? use->file : std::string();
}

void give_up_recording(State& state, const RecordingFailed& action) {
  state.broken_recordings.insert(action.file);
  auto& speech = state.visit.speech;
  if (!speech || speech->saying != action.saying) return;
  speech = Speech{.paused = speech->paused, .saying = ++state.said};
}

}  // namespace conglang::kiosk
