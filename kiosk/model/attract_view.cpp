#include <array>

#include "content/base/utf8.h"
#include "content/text/lunar.h"
#include "kiosk/model/attract.h"
#include "kiosk/model/house.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/urgent.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

constexpr int kFullMoon = 15;
constexpr int kLastFirstDay = 10;  // "mùng một" to "mùng mười"

std::string upper_case(std::string_view text) {
  std::u32string upper;
  for (const char32_t point : to_code_points(text).value_or(std::u32string())) upper += to_upper(point);
  return to_utf8(upper);
}

// As it is cut into a gate: the name alone, without what kind of place it is of.
std::string sign_of(const guide::Place& place) {
  constexpr std::array<std::string_view, 9> kKinds{"Thôn ", "Làng ", "Xóm ",     "Ấp ",        "Bản ",
                                                   "Buôn ", "Khóm ", "Khu phố ", "Tổ dân phố "};
  std::string_view name = place.village.in("vi");
  for (const std::string_view kind : kKinds)
    if (name.starts_with(kind)) {
      name.remove_prefix(kind.size());
      break;
    }
  return upper_case(name);
}

std::string lunar_day_text(const LunarDate& lunar, const Words& words) {
  Key pattern = lunar.day <= kLastFirstDay ? Key::lunar_first : Key::lunar_day;
  if (lunar.day == kFullMoon) pattern = Key::lunar_full;
  const std::string text = words(pattern, {{"day", std::to_string(lunar.day)},
                                           {"month", lunar_month_name(lunar.month)},
                                           {"m", std::to_string(lunar.month)}});
  return lunar.leap ? words(Key::lunar_leap, {{"date", text}}) : text;
}

AttractNoticeView notice_line(const guide::Notice& notice, const Words& words) {
  const bool important = notice.urgency != guide::Notice::Urgency::normal;
  const Key when = notice.from == notice.until ? Key::attract_on : Key::attract_until;
  return {important ? "bell" : "megaphone-simple", in(notice.title, words),
          words(when, {{"date", short_date(notice.until, words)}}), important};
}

}  // namespace

AttractView attract_view(const State& state, const Words& words) {
  const auto scenes = scenes_of(state);
  const auto turn = static_cast<std::size_t>(turns_at_rest(state));
  const Scene& scene = scenes[turn % scenes.size()];
  const Scene& next = scenes[(turn + 1) % scenes.size()];
  const Date day = today(state);
  const LunarDate lunar = lunar_date(day);
  AttractView view;
  view.name = words(Key::app_name);
  if (const guide::Place* place = find_place(state)) {
    view.name = in(place->name, words);
    view.sign = sign_of(*place);
  }
  view.clock = clock_text(state.now);
  view.weekday = weekday_text(day, words);
  view.day = day_and_month_text(day, words);
  view.lunar_day = lunar_day_text(lunar, words);
  view.lunar_year =
      words(Key::lunar_year, {{"stem", heavenly_stem(lunar.year)}, {"branch", earthly_branch(lunar.year)}});
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
