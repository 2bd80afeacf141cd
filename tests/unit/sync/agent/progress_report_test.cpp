#include "sync/agent/progress_report.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

using namespace conglang::agent;
using conglang::client::Progress;
using namespace std::chrono_literals;

TEST_CASE("the time left follows the pace of this download, not of earlier ones", "[agent]") {
  const Progress half{6'000'000, 10'000'000, 1, 2};
  CHECK(time_left(half, 2'000'000, 4s) == 4s);
  CHECK_FALSE(time_left(half, 6'000'000, 4s));
  CHECK_FALSE(time_left(half, 2'000'000, 900ms));
  CHECK(time_left({10'000'000, 10'000'000, 2, 2}, 0, 5s) == 0s);
}

TEST_CASE("the bar says bytes, files and time", "[agent]") {
  CHECK(progress_bar({1'300'000, 5'000'000, 3, 12}, 75s) ==
        "[#####...............]  26 %  1.3 of 5.0 MB, 3 of 12 files, 1:15 left");
  CHECK(progress_bar({0, 0, 0, 0}, std::nullopt) ==
        "[....................]   0 %  0.0 of 0.0 MB, 0 of 0 files");
  // A file that has to be fetched anew may take the count back, never out of its bounds.
  CHECK(progress_bar({-5, 10, 0, 1}, std::nullopt).starts_with("[....................]   0 %"));
  CHECK(progress_bar({20, 10, 1, 1}, std::nullopt).starts_with("[####################] 100 %"));
}

TEST_CASE("the status file says the same for programs", "[agent]") {
  CHECK(nlohmann::json::parse(progress_json({1, 2, 3, 4}, 5s)) ==
        nlohmann::json{{"bytes", 1}, {"ofBytes", 2}, {"files", 3}, {"ofFiles", 4}, {"secondsLeft", 5}});
  CHECK_FALSE(nlohmann::json::parse(progress_json({1, 2, 3, 4}, std::nullopt)).contains("secondsLeft"));
}
