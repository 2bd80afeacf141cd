#pragma once
// The Vietnamese lunar calendar (âm lịch), computed from the sky for UTC+7: a month begins on the day of the
// new moon; the month that holds the winter solstice is the eleventh; where thirteen months lie between two
// of those, the first that holds none of the sun's twelve principal terms repeats the number before it.
//
// Made for 1900 to 2100, where moon and sun are right to well under a minute. Before 1968 it says what these
// rules give, not what the calendars of that time printed: several followed other meridians.

#include <string_view>

#include "content/base/time.h"

namespace conglang {

struct LunarDate {
  int year = 0;   ///< the solar year that its Tết falls in
  int month = 0;  ///< 1 (Giêng) to 12 (Chạp)
  int day = 0;    ///< 1 to 30
  bool leap = false;

  bool operator==(const LunarDate&) const = default;
};

/// The lunar date of a Vietnamese day.
LunarDate lunar_date(Date date);

/// The year's name in the cycle of sixty has two words: "Bính" and "Ngọ" for 2026.
std::string_view heavenly_stem(int lunar_year);
std::string_view earthly_branch(int lunar_year);

}  // namespace conglang
