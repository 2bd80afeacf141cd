#include "content/text/lunar.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/folders.h"

using namespace conglang;

namespace {

struct LunarYear {
  int year = 0;
  Date tet{};
  int leap_month = 0;
  std::string lengths;  // '1' a month of 30 days, '0' of 29

  bool operator==(const LunarYear&) const = default;
};

Date day(const std::string& iso) {
  return parse_date(iso).value();
}

Date next(Date date) {
  return Date{std::chrono::sys_days{date} + std::chrono::days{1}};
}

// Made from another ephemeris than ours (tests/data/README.md).
std::vector<LunarYear> recorded_years() {
  std::ifstream file(CONGLANG_SOURCE_DIR "/tests/data/lunar-years.txt");
  std::vector<LunarYear> years;
  std::string tet;
  for (LunarYear one; file >> one.year >> tet >> one.leap_month >> one.lengths;) {
    one.tet = day(std::to_string(one.year) + "-" + tet);
    years.push_back(one);
  }
  return years;
}

// The lunar years as a walk over every day from `first` on finds them.
std::vector<LunarYear> walked_years(Date first, int last_year) {
  std::vector<LunarYear> years;
  int days = 0;
  for (Date date = first;; date = next(date)) {
    const LunarDate lunar = lunar_date(date);
    if (lunar.day == 1) {
      if (!years.empty()) years.back().lengths += days == 30 ? '1' : '0';
      days = 0;
      if (lunar.year > last_year) return years;
      if (lunar.month == 1 && !lunar.leap) years.push_back({lunar.year, date, 0, ""});
      if (lunar.leap) years.back().leap_month = lunar.month;
    }
    ++days;
    REQUIRE(lunar.day == days);
    REQUIRE(lunar.year == years.back().year);
  }
}

}  // namespace

TEST_CASE("every lunar month from 1900 to 2100 is the one that another ephemeris gives", "[text][lunar]") {
  const std::vector<LunarYear> recorded = recorded_years();
  REQUIRE(recorded.size() == 201);
  const std::vector<LunarYear> walked = walked_years(recorded.front().tet, 2100);
  REQUIRE(walked.size() == recorded.size());
  for (std::size_t i = 0; i < recorded.size(); ++i) {
    INFO(recorded[i].year);
    CHECK(walked[i].tet == recorded[i].tet);
    CHECK(walked[i].leap_month == recorded[i].leap_month);
    // The new moon of 7 July 1967 fell within three seconds of midnight: nobody can say on which side.
    if (recorded[i].year != 1967) CHECK(walked[i].lengths == recorded[i].lengths);
    CHECK(walked[i].lengths.size() == (walked[i].leap_month == 0 ? 12U : 13U));
  }
}

TEST_CASE("Tết falls on the day that Việt Nam keeps, also where China keeps another", "[text][lunar]") {
  // China: 1985-02-20, 2007-02-18, 2030-02-03. Source: Hồ Ngọc Đức's tables of the Vietnamese calendar,
  // informatik.uni-leipzig.de/~duc/amlich, read in 2026.
  for (const char* tet :
       {"1985-01-21", "2007-02-17", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2030-02-02"}) {
    INFO(tet);
    const LunarDate lunar = lunar_date(day(tet));
    CHECK(lunar == LunarDate{static_cast<int>(day(tet).year()), 1, 1, false});
  }
}

TEST_CASE("a month without a principal term repeats the number before it", "[text][lunar]") {
  CHECK(lunar_date(day("2020-05-23")) == LunarDate{2020, 4, 1, true});
  CHECK(lunar_date(day("2023-04-19")) == LunarDate{2023, 2, 29, true});
  CHECK(lunar_date(day("2025-08-22")) == LunarDate{2025, 6, 29, true});
  // The hardest of the century: the eleventh month of 2033 has two terms, and the one after it none.
  CHECK(lunar_date(day("2033-12-21")) == LunarDate{2033, 11, 30, false});
  CHECK(lunar_date(day("2033-12-22")) == LunarDate{2033, 11, 1, true});
}

TEST_CASE("a lunar day has the names that people use", "[text][lunar]") {
  const LunarDate lunar = lunar_date(day("2026-11-23"));
  CHECK(lunar == LunarDate{2026, 10, 15, false});
  CHECK(heavenly_stem(lunar.year) == "Bính");
  CHECK(earthly_branch(lunar.year) == "Ngọ");
  CHECK(heavenly_stem(1984) == "Giáp");
  CHECK(earthly_branch(1984) == "Tý");
}
