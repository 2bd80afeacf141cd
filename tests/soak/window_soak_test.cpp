// Random touches on the real window of the real program.

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <random>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "tests/e2e/village.h"
#include "tests/soak/memory.h"

using namespace conglang;
using namespace conglang::testing;

namespace {

constexpr long kShortForm = 250;
constexpr long kWarmUp = 10'000;
constexpr std::int64_t kFlat = 1L << 20U;

long touches_wanted() {
  const char* wanted = std::getenv("CONGLANG_SOAK_TOUCHES");
  return wanted != nullptr ? std::atol(wanted) : kShortForm;
}

}  // namespace

TEST_CASE("soak: random touches on a real window break nothing, leak nothing and leave it answering",
          "[soak][window]") {
  const long touches = touches_wanted();
  Village village;
  REQUIRE(village.sync().status == 0);
  Display display(1920, 1080);
  const auto kiosk = village.start_kiosk(display);
  wait_for_first_page(display);

  std::mt19937 random(20261123);
  std::uniform_int_distribution<int> x(0, 1919);
  std::uniform_int_distribution<int> y(0, 1079);
  std::set<std::string> titles;
  std::int64_t after_warm_up = 0;
  const int handles = soak::open_handles(kiosk->pid());
  for (long i = 1; i <= touches; ++i) {
    display.tap(x(random), y(random), std::chrono::milliseconds(5));
    if (i % 20 != 0) continue;
    titles.insert(display.window_title());
    REQUIRE(kiosk->running());
    if (i == kWarmUp) after_warm_up = soak::private_bytes(kiosk->pid());
  }
  display.steady_picture();
  for (const std::string& title : titles) std::cout << title << "\n";
  CHECK(titles.size() > 3);
  CHECK(soak::open_handles(kiosk->pid()) <= handles + 3);  // the counters' own file, its log and its index
  if (touches > kWarmUp) {
    const std::int64_t grown = soak::private_bytes(kiosk->pid()) - after_warm_up;
    std::cout << "grown by " << grown << " bytes since touch " << kWarmUp << "\n";
    CHECK(grown < kFlat);
  }
  CHECK(kiosk->stop(SIGTERM) == 0);
}
