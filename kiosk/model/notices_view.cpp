#include "kiosk/model/notices.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

using guide::Notice;

/// With its year only when that is not this one.
std::string day_text(Date date, Date today, const Words& words) {
  return date.year() == today.year() ? day_and_month(date, words) : full_date(date, words);
}

ChipView days_chip(const Notice& notice, Date today, const Words& words) {
  const std::string until = day_text(notice.until, today, words);
  if (notice.from == notice.until) return {Tone::neutral, "clock", words(Key::notice_on, {{"date", until}})};
  return {Tone::neutral, "clock",
          words(Key::notice_days, {{"from", day_text(notice.from, today, words)}, {"until", until}})};
}

void add_urgency(std::vector<ChipView>& chips, const Notice& notice, const Words& words) {
  if (notice.urgency == Notice::Urgency::emergency)
    chips.push_back({Tone::danger, "warning", words(Key::notice_emergency)});
  if (notice.urgency == Notice::Urgency::important)
    chips.push_back(warning_chip(words(Key::notice_important)));
}

NoticeRowView row_of(const Notice& notice, Date today, const Words& words) {
  NoticeRowView row{notice.id, in(notice.title, words), {}, notice.urgency == Notice::Urgency::emergency};
  add_urgency(row.chips, notice, words);
  row.chips.push_back(days_chip(notice, today, words));
  return row;
}

}  // namespace

NoticesView notices_view(const State& state, const Words& words) {
  NoticesView view;
  for (const Notice* notice : current_notices(state))
    view.rows.push_back(row_of(*notice, today(state), words));
  if (view.rows.empty()) view.empty = words(Key::notices_empty);
  view.more = {words(Key::notices_more)};
  return view;
}

NoticeView notice_view(const State& state, const NoticePage& page, const Words& words) {
  const Notice* notice = find_current_notice(state, page.id);
  NoticeView view;
  if (!notice) {
    view.over = words(Key::notice_over);
    return view;
  }
  view.title = in(notice->title, words);
  add_urgency(view.chips, *notice, words);
  view.chips.push_back(days_chip(*notice, today(state), words));
  if (notice->sample) view.chips.push_back({Tone::neutral, "", words(Key::sample)});
  for (const guide::Text& paragraph : notice->body) view.paragraphs.push_back(in(paragraph, words));
  view.numbers_title = words(Key::notice_numbers);
  for (const guide::Contact& contact : notice->public_contacts)
    view.numbers.push_back({"phone", in(contact.label, words), contact.phone});
  return view;
}

}  // namespace conglang::kiosk
