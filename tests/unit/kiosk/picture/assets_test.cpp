#include "kiosk/picture/assets.h"
#include "tests/folders.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;

TEST_CASE("all strings files of the program are read, Vietnamese first", "[picture]") {
  const auto strings = picture::load_strings(CONGLANG_BIN_DIR "/../share/conglang");
  REQUIRE(strings);
  CHECK(strings->languages() == std::vector<std::string>{"vi", "en"});
}
