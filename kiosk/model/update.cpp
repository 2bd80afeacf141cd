#include "kiosk/model/update.h"

#include <algorithm>

#include "kiosk/model/arrival.h"
#include "kiosk/model/idle.h"
#include "kiosk/model/link.h"
#include "kiosk/model/navigation.h"
#include "kiosk/model/papers.h"
#include "kiosk/model/validity.h"

namespace conglang::kiosk {
namespace {

template <typename T>
void toggle(std::set<T>& set, const T& value) {
  if (set.erase(value) == 0) set.insert(value);
}

/// One overload an action; each is total and does nothing where the action does not fit.
class Updater {
 public:
  Updater(State& state, std::vector<Effect>& effects) : state_(state), effects_(effects) {}

  void operator()(const OpenTopic& action) {
    if (!state_.content || guides_of_topic(*state_.content, action.id, today(state_)).empty()) return;
    open_list(visit(), action.id);
  }

  void operator()(const OpenGuide& action) {
    const guide::Guide* guide =
        state_.content ? find_shown(*state_.content, action.id, today(state_)) : nullptr;
    if (!guide || guide->cases.empty()) return;
    open_guide(visit(), *guide);
    count(CountUse::What::guide_opened);
  }

  void operator()(const ChooseCase& action) {
    if (!is_on<CasePage>(visit())) return;
    const auto& cases = visit().reading->guide.cases;
    if (!action.id.empty() && std::ranges::find(cases, action.id, &guide::Case::id) == cases.end()) return;
    visit().reading->case_id = action.id;
    go_to(visit(), GuidePage{});
  }

  void operator()(const OpenSteps&) {
    if (is_on<GuidePage>(visit())) go_to(visit(), StepsPage{});
  }

  void operator()(const OpenCode&) {
    if (!is_on<GuidePage>(visit()) && !is_on<StepsPage>(visit())) return;
    go_to(visit(), CodePage{});
    if (link_of(visit().reading->guide, state_.content->link_policy)) count(CountUse::What::code_shown);
  }

  void operator()(const TogglePaper& action) {
    if (has_paper([&](const Paper& paper) { return paper.id == action.id; }))
      toggle(visit().reading->ticked, action.id);
  }

  void operator()(const ToggleRare& action) {
    if (!action.id.empty() &&
        has_paper([&](const Paper& paper) { return question_id(*paper.evidence) == action.id; }))
      toggle(visit().reading->unfolded, action.id);
  }

  void operator()(const TurnPage& action) {
    int& turn = visit().trail.back().turn;
    const int last = std::max(action.turns, 1) - 1;
    turn = turn >= last ? 0 : turn + 1;
  }

  void operator()(const Back&) { go_back(visit()); }
  void operator()(const Home&) { go_home(visit()); }
  void operator()(const Done&) { visit() = fresh_visit(state_.settings); }

  void operator()(const NextLanguage&) {
    const auto& languages = state_.settings.languages;
    const auto current = std::ranges::find(languages, visit().language);
    const bool last = current == languages.end() || current + 1 == languages.end();
    visit().language = last ? languages.front() : *(current + 1);
  }

  void operator()(const SetLanguage& action) {
    const auto& languages = state_.settings.languages;
    if (std::ranges::find(languages, action.language) != languages.end()) visit().language = action.language;
  }

  void operator()(const ToggleTextSize&) {
    visit().text_size = visit().text_size == TextSize::normal ? TextSize::largest : TextSize::normal;
    for (Stop& stop : visit().trail) stop.turn = 0;  // screenfuls of another size
  }

  void operator()(const ToggleTheme&) {
    visit().theme = visit().theme == Theme::light ? Theme::contrast : Theme::light;
  }

  void operator()(const ShowNewText&) {
    if (const guide::Guide* newer = newer_text(state_); newer && !newer->cases.empty())
      replace_guide(visit(), *newer);
  }

  void operator()(const DismissNotice&) { visit().withdrawn = {}; }
  void operator()(const Touched&) {}
  void operator()(const Tick& action) { pass_time(state_, action.now); }
  void operator()(const ContentArrived& action) { take_content(state_, action); }
  void operator()(const ContentUnavailable& action) {
    if (!state_.content) state_.unavailable = action.reason;
  }

 private:
  Visit& visit() { return state_.visit; }

  void count(CountUse::What what) {
    effects_.push_back(CountUse{what, visit().reading->guide.id, today(state_)});
  }

  template <typename Predicate>
  bool has_paper(Predicate predicate) {
    if (!is_on<GuidePage>(visit())) return false;
    const Reading& reading = *visit().reading;
    return std::ranges::any_of(papers_to_bring(reading.guide, reading.case_id, today(state_)), predicate);
  }

  State& state_;
  std::vector<Effect>& effects_;
};

bool is_of_person(const Action& action) {
  return !std::holds_alternative<Tick>(action) && !std::holds_alternative<ContentArrived>(action) &&
         !std::holds_alternative<ContentUnavailable>(action);
}

}  // namespace

State initial_state(Settings settings, Instant now) {
  State state;
  state.settings = std::move(settings);
  state.now = state.touched = now;
  state.visit = fresh_visit(state.settings);
  return state;
}

Step update(State state, const Action& action) {
  Step step{std::move(state), {}};
  if (is_of_person(action)) step.state.touched = step.state.now;
  std::visit(Updater(step.state, step.effects), action);
  if (!is_on<HomePage>(step.state.visit)) step.state.visit.withdrawn = {};  // read, and gone on
  return step;
}

Instant next_deadline(const State& state) {
  const Instant minute = std::chrono::floor<std::chrono::minutes>(state.now) + std::chrono::minutes{1};
  if (!is_visited(state)) return minute;
  const Instant question = question_at(state);
  const Instant second = state.now + std::chrono::seconds{1};
  return std::min(minute, state.now < question ? question : second);
}

}  // namespace conglang::kiosk
