#include "content/text/lunar.h"

#include <array>
#include <cmath>

#include "content/text/sky.h"

namespace conglang {
namespace {

constexpr double kMonth = 29.530588861;
constexpr double kVietnamDays = 7.0 / 24;
constexpr int kSolsticeSector = 9;  // of 270 degrees

/// A Vietnamese day, counted from 2000-01-01.
using Day = int;

Day day_of(Date date) {
  return days_between(Date{std::chrono::year{2000}, std::chrono::January, std::chrono::day{1}}, date);
}

// SkyTime 0 is 19:00 of day 0 in Việt Nam.
Day day_of(SkyTime time) {
  return static_cast<Day>(std::floor(time + 0.5 + kVietnamDays));
}

SkyTime start_of(Day day) {
  return day - 0.5 - kVietnamDays;
}

Day new_moon_day(int k) {
  return day_of(new_moon(k));
}

// Which twelfth of its way the sun is in when `day` begins.
int sector_at(Day day) {
  return static_cast<int>(sun_longitude(start_of(day)) / 30);
}

// The new moon that began the month of `day`.
int month_of(Day day) {
  int k = static_cast<int>(std::floor((day - 5.0) / kMonth)) + 1;
  while (new_moon_day(k) > day) --k;
  return k;
}

bool has_principal_term(int k) {
  return sector_at(new_moon_day(k)) != sector_at(new_moon_day(k + 1));
}

// The month that holds the winter solstice of `year`.
int eleventh_month(int year) {
  const int k = month_of(day_of(Date{std::chrono::year{year}, std::chrono::December, std::chrono::day{31}}));
  return sector_at(new_moon_day(k)) >= kSolsticeSector ? k - 1 : k;
}

// How many months after the eleventh the repeated one stands, of the thirteen that follow `eleventh`.
int leap_offset(int eleventh) {
  int offset = 1;
  while (has_principal_term(eleventh + offset)) ++offset;
  return offset;
}

}  // namespace

LunarDate lunar_date(Date date) {
  const Day day = day_of(date);
  const int k = month_of(day);
  int solstice_year = static_cast<int>(date.year());
  int eleventh = eleventh_month(solstice_year);
  if (eleventh > k) eleventh = eleventh_month(--solstice_year);
  const int offset = k - eleventh;
  int number = offset;
  LunarDate lunar;
  lunar.day = day - new_moon_day(k) + 1;
  if (eleventh_month(solstice_year + 1) - eleventh == 13) {
    const int leap = leap_offset(eleventh);
    lunar.leap = offset == leap;
    if (offset >= leap) --number;
  }
  lunar.month = (number + 10) % 12 + 1;
  lunar.year = solstice_year + (number >= 2 ? 1 : 0);
  return lunar;
}

std::string_view heavenly_stem(int lunar_year) {
  static constexpr std::array<std::string_view, 10> kNames{"Giáp", "Ất",   "Bính", "Đinh", "Mậu",
                                                           "Kỷ",   "Canh", "Tân",  "Nhâm", "Quý"};
  return kNames.at(static_cast<std::size_t>((lunar_year + 6) % 10));
}

std::string_view earthly_branch(int lunar_year) {
  static constexpr std::array<std::string_view, 12> kNames{"Tý",  "Sửu", "Dần",  "Mão", "Thìn", "Tỵ",
                                                           "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"};
  return kNames.at(static_cast<std::size_t>((lunar_year + 8) % 12));
}

}  // namespace conglang
