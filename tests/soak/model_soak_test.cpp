// Hundreds of thousands of touches on what is drawn: nothing breaks, nothing grows, every page is reached.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <iostream>

#include "content/guide/bundle.h"
#include "kiosk/picture/assets.h"
#include "tests/folders.h"
#include "tests/soak/memory.h"
#include "tests/soak/visitor.h"
#include "tests/support/starter_files.h"

using namespace conglang;

namespace {

constexpr long kShortForm = 6000;
constexpr long kWarmUp = 20'000;  // glyphs of every size are drawn once by then
constexpr std::int64_t kFlat = 1L << 20U;

long actions_wanted() {
  const char* wanted = std::getenv("CONGLANG_SOAK_ACTIONS");
  return wanted != nullptr ? std::atol(wanted) : kShortForm;
}

soak::Visitor starter_visitor() {
  auto assembled = guide::assemble(testing::starter_files(), "09784");
  REQUIRE(assembled);
  auto strings = picture::load_strings(CONGLANG_BIN_DIR "/../share/conglang");
  REQUIRE(strings);
  return {20261123, std::move(assembled->content), std::move(*strings)};
}

}  // namespace

TEST_CASE("soak: touches on whatever is drawn break nothing, reach every page and need no more memory",
          "[soak][model]") {
  const long actions = actions_wanted();
  soak::Visitor visitor = starter_visitor();
  std::int64_t after_warm_up = 0;
  std::int64_t most = 0;
  const int handles = soak::open_handles(::getpid());
  for (long i = 1; i <= actions; ++i) {
    visitor.act();
    if (i == kWarmUp) after_warm_up = soak::allocated_bytes();
    if (i > kWarmUp && i % 10'000 == 0) most = std::max(most, soak::allocated_bytes());
  }
  for (const auto& [kind, times] : visitor.seen()) std::cout << kind << ": " << times << "\n";
  for (const std::string& kind : soak::all_kinds()) {
    INFO(kind);
    CHECK(visitor.seen().count(kind) == 1);
  }
  CHECK(soak::open_handles(::getpid()) == handles);
  if (actions <= kWarmUp) return;
  std::cout << "memory after warm-up " << after_warm_up << ", at most " << most << " bytes\n";
  CHECK(most - after_warm_up < kFlat);
}
