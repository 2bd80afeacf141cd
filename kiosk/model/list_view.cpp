#include <algorithm>

#include "content/text/order.h"
#include "kiosk/model/answers.h"
#include "kiosk/model/letters.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/papers.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

ChipView chip_of(const Answer& answer, std::string icon, const Words& words) {
  if (answer.doubtful) return warning_chip(words(Key::needs_check));
  return {answer.free ? Tone::good : Tone::neutral, std::move(icon), answer.text};
}

/// Time and fee; one chip when both would say the same.
std::vector<ChipView> chips_of(const guide::Guide& guide, Date today, const Words& words) {
  const auto cases = chosen_cases(guide, "");
  std::vector<ChipView> chips = {chip_of(time_answer(guide, cases, today, words), "clock", words)};
  ChipView fee = chip_of(fee_answer(guide, cases, today, words), "", words);
  if (fee.text != chips.front().text) chips.push_back(std::move(fee));
  return chips;
}

}  // namespace

ListView list_view(const State& state, const ListPage& page, const Words& words) {
  const Date day = today(state);
  ListView view;
  std::vector<const guide::Guide*> guides = guides_of_topic(*state.content, page.topic, day);
  std::ranges::stable_sort(
      guides, {}, [&](const guide::Guide* guide) { return sort_key(guide->title.in(words.language())); });
  for (const guide::Guide* guide : guides) {
    RowView row{guide->id, in(guide->title, words), {}, is_past_review(*guide, day)};
    row.chips = row.past_review ? std::vector<ChipView>{warning_chip(words(Key::past_review))}
                                : chips_of(*guide, day, words);
    view.rows.push_back(std::move(row));
  }
  if (view.rows.empty()) view.empty = words(Key::list_empty);
  std::vector<std::string_view> titles;
  for (const RowView& row : view.rows) titles.push_back(row.title);
  view.letters = letters_of(titles);
  view.search = words(Key::search_button);
  view.more = {words(Key::list_more)};
  return view;
}

}  // namespace conglang::kiosk
