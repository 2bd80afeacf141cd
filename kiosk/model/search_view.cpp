#include <algorithm>

#include "kiosk/model/answers.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/papers.h"
#include "kiosk/model/search.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

constexpr double kSure = 0.6;    // a score from which a hit may stand out,
constexpr double kAhead = 0.15;  // if it is that much before the next
constexpr std::size_t kNear = 4;
constexpr std::size_t kWaysOut = 4;

KeyboardView keyboard_view(const Typing& typing, const Words& words) {
  KeyboardView view;
  view.layout = typing.layout;
  const Marks marks = typing.line.marks();
  view.method = words(marks == Marks::none    ? Key::keyboard_plain
                      : marks == Marks::telex ? Key::keyboard_telex
                                              : Key::keyboard_vni);
  view.next_layout =
      words(typing.layout == KeyLayout::qwerty ? Key::keyboard_alphabet : Key::keyboard_qwerty);
  view.space = words(Key::keyboard_space);
  view.erase = words(Key::keyboard_erase);
  view.erase_all = words(Key::keyboard_erase_all);
  view.can_erase = !typing.line.empty();
  return view;
}

/// Time and fee in one line, as far as they are certain.
std::string guide_note(const guide::Guide& guide, Date today, const Words& words) {
  const auto cases = chosen_cases(guide, "");
  std::string note;
  for (const Answer& answer :
       {time_answer(guide, cases, today, words), fee_answer(guide, cases, today, words)})
    if (!answer.doubtful && !note.ends_with(answer.text)) append(note, answer.text, " · ");
  return note.empty() ? words(Key::needs_check) : note;
}

ResultView guide_result(const guide::Guide& guide, const std::vector<TextPart>& marked, const State& state,
                        const Words& words) {
  ResultView result{
      SearchHit::Kind::guide, guide.id, in(guide.title, words), {}, guide_note(guide, today(state), words)};
  // The marks are those of the Vietnamese title.
  if (result.title == guide.title.in("vi")) result.marked = marked;
  return result;
}

ResultView result_of(const SearchHit& hit, const State& state, const Words& words) {
  if (hit.kind == SearchHit::Kind::guide) {
    if (const guide::Guide* guide = find_shown(*state.content, hit.id, today(state)))
      return guide_result(*guide, hit.marked, state, words);
  }
  return {hit.kind, hit.id, hit.title, hit.marked, words(Key::code, {{"code", hit.id}})};
}

void fill_most_asked(SearchView& view, const State& state, const Words& words) {
  view.heading = words(Key::home_most_asked);
  for (const std::string& id : state.content->most_asked)
    if (const guide::Guide* guide = find_shown(*state.content, id, today(state)))
      view.results.push_back(guide_result(*guide, {}, state, words));
}

void fill_ways_out(SearchView& view, const State& state, const Words& words) {
  view.heading = words(Key::search_none);
  view.ways_out.push_back({{}, "users-three", words(Key::search_ask)});
  view.ways_out.push_back({{}, "phone", words(Key::search_hotline)});
  for (const guide::Topic& topic : state.content->topics) {
    if (view.ways_out.size() == kWaysOut + 2) break;
    if (guides_of_topic(*state.content, topic.id, today(state)).empty()) continue;
    std::string label = in(topic.title, words);
    std::ranges::replace(label, '\n', ' ');
    view.ways_out.push_back({topic.id, topic.icon, std::move(label)});
  }
}

void fill_results(SearchView& view, const State& state, const Words& words) {
  const std::vector<SearchHit>& hits = state.visit.typing.hits;
  if (hits.empty()) return fill_ways_out(view, state, words);
  view.first_is_ahead = hits.size() > 1 && hits[0].score >= kSure && hits[0].score - hits[1].score >= kAhead;
  view.near_title = words(Key::search_near);
  const std::size_t count = view.first_is_ahead ? std::min(hits.size(), 1 + kNear) : hits.size();
  for (std::size_t i = 0; i < count; ++i) view.results.push_back(result_of(hits[i], state, words));
  view.heading = view.first_is_ahead ? words(Key::search_ahead)
                                     : words(Key::search_count, {{"n", std::to_string(view.results.size())}});
}

}  // namespace

SearchView search_view(const State& state, const Words& words) {
  const Typing& typing = state.visit.typing;
  SearchView view;
  view.typed = typing.line.text();
  view.hint = words(Key::search_hint);
  view.keyboard = keyboard_view(typing, words);
  view.more = {words(Key::list_more)};
  if (!state.content) return view;
  if (typing.answered) {
    fill_results(view, state, words);
  } else {
    fill_most_asked(view, state, words);
  }
  return view;
}

}  // namespace conglang::kiosk
