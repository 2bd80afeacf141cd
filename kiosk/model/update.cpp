#include "kiosk/model/update.h"

#include <algorithm>

#include "kiosk/model/arrival.h"
#include "kiosk/model/attract.h"
#include "kiosk/model/catalogue.h"
#include "kiosk/model/code.h"
#include "kiosk/model/doors.h"
#include "kiosk/model/heritage.h"
#include "kiosk/model/idle.h"
#include "kiosk/model/link.h"
#include "kiosk/model/navigation.h"
#include "kiosk/model/notices.h"
#include "kiosk/model/papers.h"
#include "kiosk/model/pictures.h"
#include "kiosk/model/products.h"
#include "kiosk/model/rate.h"
#include "kiosk/model/recordings.h"
#include "kiosk/model/search.h"
#include "kiosk/model/staff.h"
#include "kiosk/model/urgent.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/zalo.h"

namespace conglang::kiosk {
namespace {

template <typename T>
void toggle(std::set<T>& set, const T& value) {
  if (set.erase(value) == 0) set.insert(value);
}

TextSize next_text_size(TextSize size) {
  if (size == TextSize::normal) return TextSize::large;
  return size == TextSize::large ? TextSize::largest : TextSize::normal;
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
    count_found(state_, action.id, effects_);
    open_guide(visit(), *guide);
    count(CountUse::What::guide_opened, action.id);
  }

  void operator()(const OpenSearch&) {
    if (state_.content) open_search(visit());
  }
  void operator()(const PressKey& action) { press_key(state_, action.key, effects_); }
  void operator()(const EraseSign&) { erase_sign(state_, effects_); }
  void operator()(const EraseLine&) { erase_line(state_, effects_); }
  void operator()(const NextInputMethod&) { next_input_method(state_); }
  void operator()(const NextKeyLayout&) { next_key_layout(state_); }
  void operator()(const SearchResults& action) { take_results(state_, action); }

  void operator()(const OpenCatalogue& action) {
    if (!state_.content) return;
    const CataloguePart part = asked_part(*state_.content, action.part);
    if (state_.content->catalogue.entries.empty()) return (*this)(OpenTopic{});
    if (!entries_of(*state_.content, part).empty()) open_catalogue(visit(), part);
  }

  void operator()(const OpenProcedure& action) {
    if (!state_.content || !guide::find_entry(state_.content->catalogue, action.code)) return;
    count_found(state_, action.code, effects_);
    open_procedure(visit(), action.code);
    count(CountUse::What::guide_opened, action.code);
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
    if (const auto* procedure = std::get_if<ProcedurePage>(&current_page(visit())))
      return show_procedure_code(procedure->code);
    if (!is_on<GuidePage>(visit()) && !is_on<StepsPage>(visit())) return;
    go_to(visit(), CodePage{});
    const guide::Guide& guide = visit().reading->guide;
    if (link_of(guide, state_.content->link_policy)) count(CountUse::What::code_shown, guide.id);
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

  void operator()(const ScrollTo& action) {
    if (action.offset >= 0) shown_offset() = action.offset;  // NaN is not
  }

  void operator()(const Back&) { go_back(visit()); }
  void operator()(const Home&) { go_home(visit()); }
  void operator()(const Done&) { finish(state_); }

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

  void operator()(const NextTextSize&) {
    visit().text_size = next_text_size(visit().text_size);
    scroll_to_top();  // nothing is where it was
  }

  void operator()(const ToggleTheme&) {
    visit().theme = visit().theme == Theme::light ? Theme::contrast : Theme::light;
  }

  void operator()(const ToggleReach&) {
    visit().reach = visit().reach == Reach::whole ? Reach::low : Reach::whole;
    scroll_to_top();
  }

  void operator()(const ToggleMotion&) {
    visit().motion = visit().motion == Motion::full ? Motion::reduced : Motion::full;
  }

  void operator()(const Listen&) {
    if (!state_.has_sound) return;
    const auto& speech = visit().speech;
    if (!speech || !speech->name.empty()) return start_saying({});
    visit().speech->paused = !speech->paused;
  }

  void operator()(const SayAgain&) {
    if (is_reading()) start_saying({.sentence = visit().speech->sentence});
  }

  void operator()(const TogglePace&) {
    visit().pace = visit().pace == Pace::normal ? Pace::slow : Pace::normal;
    if (is_reading()) start_saying({.sentence = visit().speech->sentence});
  }

  void operator()(const Louder&) { visit().loudness = std::min(visit().loudness + 1, kLoudest); }
  void operator()(const Quieter&) { visit().loudness = std::max(visit().loudness - 1, 1); }
  void operator()(const StopListening&) { visit().speech.reset(); }

  void operator()(const NameControl& action) {
    if (state_.has_sound && !action.name.empty()) start_saying({.name = action.name});
  }

  void operator()(const SpeechEnded& action) {
    if (!visit().speech || visit().speech->saying != action.saying) return;
    state_.touched = state_.now;  // listening was reading: patience begins now
    if (action.last) return visit().speech.reset();
    start_saying({.sentence = visit().speech->sentence + 1});
  }

  void operator()(const RecordingFailed& action) { give_up_recording(state_, action); }

  void operator()(const SoundMoved& action) {
    state_.has_sound = action.there;
    if (!action.there) visit().speech.reset();
  }

  void operator()(const ShowNewText&) {
    if (const guide::Guide* newer = newer_text(state_); newer && !newer->cases.empty())
      replace_guide(visit(), *newer);
  }

  void operator()(const OpenDoor& action) { open_door(state_, action.door); }
  void operator()(const OpenNotice& action) { open_notice(state_, action.id); }
  void operator()(const OpenZaloGroup& action) { open_zalo_group(state_, action.url); }
  void operator()(const ShowCode& action) { show_code(state_, action.kind); }
  void operator()(const NextPart& action) { show_next_part(state_, action.parts); }
  void operator()(const RateHelped&) { rate_helped(state_, effects_); }
  void operator()(const RateNotHelped&) { rate_not_helped(state_, effects_); }
  void operator()(const GiveReason& action) { give_reason(state_, action.reason, effects_); }

  void operator()(const OpenHeritage& action) { open_heritage(state_, action.id); }
  void operator()(const NextPicture&) { next_picture(state_); }
  void operator()(const OpenPanorama&) { open_panorama(state_); }
  void operator()(const TurnPanorama& action) { turn_panorama(state_, action.degrees); }
  void operator()(const OpenProduct& action) { open_product(state_, action.id); }
  void operator()(const OpenPayment&) { open_payment(state_); }
  void operator()(const ReadUrgent& action) {
    visit().read_urgent.insert(action.id);
    visit().urgent_offset = 0;
  }

  void operator()(const DismissNotice&) { visit().withdrawn = {}; }
  void operator()(const Touched&) {}
  void operator()(const StaffTouch& action) { take_staff_touch(state_, action, effects_); }
  void operator()(const StaffReport& action) { take_staff_report(state_, action, effects_); }
  void operator()(const Tick& action) {
    const std::chrono::seconds step = action.now - state_.now;
    state_.clock_known = action.clock_known;
    pass_time(state_, action.now);
    pass_staff_time(state_, step, is_clock_jump(step), effects_);
  }
  void operator()(const ContentArrived& action) {
    take_content(state_, action);
    ask_again(state_, effects_);
  }
  void operator()(const ContentUnavailable& action) {
    if (!state_.content) state_.unavailable = action.reason;
  }

 private:
  Visit& visit() { return state_.visit; }

  /// Of what is seen: an urgent notice leaves the page under it where it was.
  float& shown_offset() { return shown_urgent(state_) ? visit().urgent_offset : visit().trail.back().offset; }

  bool is_reading() { return visit().speech && visit().speech->name.empty(); }

  void start_saying(Speech speech) {
    speech.saying = ++state_.said;
    visit().speech = std::move(speech);
  }

  void scroll_to_top() {
    for (Stop& stop : visit().trail) stop.offset = 0;
  }

  void show_procedure_code(std::string procedure) {
    go_to(visit(), ProcedureCodePage{procedure});
    if (link_of_procedure(procedure, state_.content->link_policy))
      count(CountUse::What::code_shown, procedure);
  }

  void count(CountUse::What what, const std::string& id) {
    effects_.push_back(CountUse{what, id, today(state_)});
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
  return !std::holds_alternative<Tick>(action) && !std::holds_alternative<SearchResults>(action) &&
         !std::holds_alternative<StaffReport>(action) && !std::holds_alternative<ContentArrived>(action) &&
         !std::holds_alternative<ContentUnavailable>(action) &&
         !std::holds_alternative<SpeechEnded>(action) && !std::holds_alternative<RecordingFailed>(action) &&
         !std::holds_alternative<SoundMoved>(action);
}

/// What is read aloud: another page, or another language, and the reading has nothing to go on with.
std::pair<std::vector<Page>, std::string> read_page(const Visit& visit) {
  std::vector<Page> pages;
  for (const Stop& stop : visit.trail) pages.push_back(stop.page);
  return {std::move(pages), visit.language};
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
  const std::optional<std::string> question = open_question(step.state.visit);
  if (is_of_person(action)) {
    step.state.touched = step.state.now;
    begin_visit(step.state, action);
  }
  const auto page = read_page(step.state.visit);
  std::visit(Updater(step.state, step.effects), action);
  if (page != read_page(step.state.visit)) step.state.visit.speech.reset();
  end_search(question, step.state, step.effects);
  if (!is_on<HomePage>(step.state.visit)) step.state.visit.withdrawn = {};  // read, and gone on
  return step;
}

Instant next_deadline(const State& state) {
  const Instant minute = std::chrono::floor<std::chrono::minutes>(state.now) + std::chrono::minutes{1};
  const Instant second = state.now + std::chrono::seconds{1};
  if (staff_counts_seconds(state)) return std::min(minute, second);
  if (const auto scene = next_scene_at(state)) return std::min(minute, *scene);
  if (!is_visited(state)) return minute;
  const Instant question = question_at(state);
  return std::min(minute, state.now < question ? question : second);
}

}  // namespace conglang::kiosk
