// Before the tests that need a village: one is made, and they take copies.

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "tests/e2e/village.h"

using conglang::testing::Village;

TEST_CASE("the village that the other tests copy is made and kept", "[village]") {
  const char* const folder = std::getenv("CONGLANG_VILLAGE");
  REQUIRE(folder != nullptr);
  Village(Village::Start::made).keep_at(folder);
}
