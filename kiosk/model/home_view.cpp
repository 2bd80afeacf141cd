#include "kiosk/model/doors.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

constexpr int kFreshDays = 3;
constexpr int kOldDays = 30;

}  // namespace

ChipView freshness(const State& state, const Words& words) {
  if (!state.published_at) return {};
  const Date published = local_date(*state.published_at);
  const int days = days_between(published, today(state));
  const std::string date = day_and_month(published, words);
  // How long ago that was, nobody knows then.
  if (!state.clock_known) return {Tone::neutral, "clock", words(Key::fresh_recently, {{"date", date}})};
  if (days == 0)
    return {Tone::good, "check", words(Key::fresh_today, {{"time", clock_text(*state.published_at)}})};
  if (days <= kFreshDays) return {Tone::good, "check", words(Key::fresh_recently, {{"date", date}})};
  if (days <= kOldDays)
    return {Tone::neutral, "clock", words(Key::fresh_days, {{"date", date}, {"n", std::to_string(days)}})};
  return warning_chip(words(Key::fresh_old, {{"date", date}}));
}

HomeView home_view(const State& state, const Words& words) {
  const guide::Content& content = *state.content;
  const Date day = today(state);
  HomeView view;
  view.question = words(Key::home_question);
  for (const guide::Topic& topic : content.topics)
    if (!guides_of_topic(content, topic.id, day).empty())
      view.tiles.push_back({topic.id, topic.icon, in(topic.title, words)});
  view.all = {"", "squares-four", words(Key::home_all)};
  view.search_hint = words(Key::search_hint);
  view.most_asked_title = words(Key::home_most_asked);
  for (const std::string& id : content.most_asked)
    if (const guide::Guide* guide = find_shown(content, id, day))
      view.most_asked.push_back({id, short_title(*guide, words)});
  view.doors = home_doors(state, words);
  view.freshness = freshness(state, words);
  return view;
}

WaitingView waiting_view(const State& state, const Words& words) {
  if (state.unavailable.empty()) return {words(Key::waiting_title), words(Key::waiting_text), {}};
  return {words(Key::unavailable_title), words(Key::unavailable_text), state.unavailable};
}

}  // namespace conglang::kiosk
