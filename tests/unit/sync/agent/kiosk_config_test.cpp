#include "sync/agent/kiosk_config.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::agent;

TEST_CASE("the commune comes from kiosk.json, whatever else is in it", "[agent]") {
  const testing::TemporaryFolder data;
  REQUIRE(write_file_atomically(data / "kiosk.json",
                                R"({"commune":"09784","place":"thuong-thap","diagonalInches":21.5})"));
  CHECK(load_config(data.path()).value().commune == "09784");
}

TEST_CASE("a kiosk.json without a proper commune is refused by the field's name", "[agent]") {
  const testing::TemporaryFolder data;
  CHECK(load_config(data.path()).error().code == Errc::not_found);
  REQUIRE(write_file_atomically(data / "kiosk.json", "{"));
  CHECK(load_config(data.path()).error().code == Errc::parse);
  for (const char* bytes : {"{}", R"({"commune":9784})", R"({"commune":"9784"})", R"({"commune":"../09"})",
                            R"({"commune":"097845"})"}) {
    REQUIRE(write_file_atomically(data / "kiosk.json", bytes));
    const auto config = load_config(data.path());
    REQUIRE_FALSE(config);
    CHECK(config.error().code == Errc::invalid);
    CHECK(config.error().message.find("\"commune\"") != std::string::npos);
  }
}

TEST_CASE("a machine is told from others by its id, else by its commune and place", "[agent]") {
  const testing::TemporaryFolder data;
  REQUIRE(write_file_atomically(data / "kiosk.json", R"({"commune":"09784","place":"thuong-thap"})"));
  CHECK(load_config(data.path()).value().machine == "09784/thuong-thap");
  REQUIRE(write_file_atomically(data / "kiosk.json", R"({"commune":"09784","id":"kiosk-17"})"));
  CHECK(load_config(data.path()).value().machine == "kiosk-17");
}
