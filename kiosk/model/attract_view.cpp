#include <array>

#include "content/text/lunar.h"
#include "kiosk/model/attract.h"
#include "kiosk/model/house.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/urgent.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

constexpr std::array kMonths{Key::lunar_month_1,  Key::lunar_month_2,  Key::lunar_month_3,
                             Key::lunar_month_4,  Key::lunar_month_5,  Key::lunar_month_6,
                             Key::lunar_month_7,  Key::lunar_month_8,  Key::lunar_month_9,
                             Key::lunar_month_10, Key::lunar_month_11, Key::lunar_month_12};
constexpr int kFullMoon = 15;
constexpr int kLastFirstDay = 10;  // "mùng một" to "mùng mười"

// A village that `name` ends with begins a line: "Thôn Thượng Tháp" of "Nhà văn hóa thôn Thượng Tháp".
void break_before(std::string& name, const std::string& village) {
  if (village.empty() || name.size() <= village.size() + 1) return;
  const std::size_t start = name.size() - village.size();
  const bool ends = upper_case(std::string_view(name).substr(start)) == upper_case(village);
  if (ends && name[start - 1] == ' ') name[start - 1] = '\n';
}

std::string lunar_day_text(const LunarDate& lunar, const Words& words) {
  Key pattern = lunar.day <= kLastFirstDay ? Key::lunar_first : Key::lunar_day;
  if (lunar.day == kFullMoon) pattern = Key::lunar_full;
  const std::string month = words(kMonths.at(static_cast<std::size_t>(lunar.month - 1)));
  const std::string text = words(pattern, {{"day", std::to_string(lunar.day)}, {"month", month}});
  return lunar.leap ? words(Key::lunar_leap, {{"date", text}}) : text;
}

void set_time(AttractView& view, const State& state, const Words& words) {
  if (!state.clock_known) {
    view.weekday = words(Key::clock_unknown);
    return;
  }
  const Date day = today(state);
  const LunarDate lunar = lunar_date(day);
  view.clock = clock_text(state.now);
  view.weekday = weekday_text(day, words);
  view.day = day_and_month_text(day, words);
  view.lunar_day = lunar_day_text(lunar, words);
  view.lunar_year =
      words(Key::lunar_year, {{"stem", heavenly_stem(lunar.year)}, {"branch", earthly_branch(lunar.year)}});
}

AttractNoticeView notice_line(const guide::Notice& notice, const Words& words) {
  const bool important = notice.urgency != guide::Notice::Urgency::normal;
  const Key when = notice.from == notice.until ? Key::attract_on : Key::attract_until;
  return {important ? "bell" : "megaphone-simple", in(notice.title, words),
          words(when, {{"date", day_and_month(notice.until, words)}}), important};
}

}  // namespace

AttractView attract_view(const State& state, const Words& words) {
  const auto scenes = scenes_of(state);
  const auto turn = static_cast<std::size_t>(turns_at_rest(state));
  const Scene& scene = scenes[turn % scenes.size()];
  const Scene& next = scenes[(turn + 1) % scenes.size()];
  AttractView view;
  view.name = view.name_in_two = words(Key::app_name);
  if (const guide::Place* place = find_place(state)) {
    view.name = view.name_in_two = in(place->name, words);
    break_before(view.name_in_two, in(place->village, words));
    view.sign = sign_of(*place);
  }
  set_time(view, state, words);
  view.notices_title = words(Key::attract_notices);
  for (const guide::Notice* notice : scene.notices) view.notices.push_back(notice_line(*notice, words));
  if (scene.picture) view.slide = {scene.picture->file, in(*scene.caption, words)};
  if (next.picture) view.next_picture = next.picture->file;
  view.start = words(Key::attract_start);
  view.start_short = words(Key::attract_start_short);
  view.freshness = freshness(state, words);
  view.shift_px = shift_px(state.now);
  return view;
}

}  // namespace conglang::kiosk
