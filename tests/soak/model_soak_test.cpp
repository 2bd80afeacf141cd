// Hundreds of thousands of touches on what is drawn: nothing breaks, nothing grows, every page is reached.

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

#include "content/guide/bundle.h"
#include "kiosk/picture/assets.h"
#include "tests/folders.h"
#include "tests/soak/memory.h"
#include "tests/soak/visitor.h"
#include "tests/support/starter_files.h"

using namespace conglang;

namespace {

// What one walk happens not to come by, the other does.
constexpr std::array<unsigned, 4> kSeeds{20261123, 20261127, 20261128, 20261130};
constexpr long kShortForm = 6000;
constexpr long kWarmUp = 20'000;  // glyphs of every size are drawn once by then
constexpr std::int64_t kFlat = 1L << 20U;

long actions_wanted() {
  const char* wanted = std::getenv("CONGLANG_SOAK_ACTIONS");
  return wanted != nullptr ? std::atol(wanted) : kShortForm;
}

soak::Visitor starter_visitor(unsigned seed) {
  auto assembled = guide::assemble(testing::starter_files(), "09784");
  REQUIRE(assembled);
  auto strings = picture::load_strings(CONGLANG_BIN_DIR "/../share/conglang");
  REQUIRE(strings);
  return {seed, std::move(assembled->content), std::move(*strings)};
}

using Seen = std::map<std::string, std::int64_t>;

// One walk of `actions` actions; what it saw is added to `seen`.
void walk(unsigned seed, long actions, Seen& seen) {
  soak::Visitor visitor = starter_visitor(seed);
  std::int64_t after_warm_up = 0;
  std::int64_t most = 0;
  const int handles = soak::open_handles(::getpid());
  for (long i = 1; i <= actions; ++i) {
    visitor.act();
    if (i == kWarmUp) after_warm_up = soak::allocated_bytes();
    if (i > kWarmUp && i % 10'000 == 0) most = std::max(most, soak::allocated_bytes());
  }
  for (const auto& [kind, times] : visitor.seen()) seen[kind] += times;
  CHECK(soak::open_handles(::getpid()) == handles);
  if (actions <= kWarmUp) return;
  std::cout << "memory after warm-up " << after_warm_up << ", at most " << most << " bytes\n";
  CHECK(most - after_warm_up < kFlat);
}

}  // namespace

TEST_CASE("soak: touches on whatever is drawn break nothing, reach every page and need no more memory",
          "[soak][model]") {
  Seen seen;
  for (const unsigned seed : kSeeds) walk(seed, actions_wanted(), seen);
  for (const auto& [kind, times] : seen) std::cout << kind << ": " << times << "\n";
  for (const std::string& kind : soak::all_kinds()) {
    INFO(kind);
    CHECK(seen.contains(kind));
  }
}
