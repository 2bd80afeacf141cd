#include "kiosk/model/page_views.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {

CaseView case_view(const State& state, const Words& words) {
  const guide::Guide& guide = state.visit.reading->guide;
  CaseView view;
  view.question = guide.case_question.empty() ? words(Key::case_question) : in(guide.case_question, words);
  view.hint = in(guide.case_hint, words);
  for (const guide::Case& one : guide.cases)
    view.choices.push_back({one.id, one.icon, in(one.label, words), in(one.note, words)});
  const Key every = guide.cases.size() == 2 ? Key::case_unsure_two : Key::case_unsure_all;
  view.choices.push_back({"", "question", words(Key::case_unsure), words(every)});
  return view;
}

}  // namespace conglang::kiosk
