#include "kiosk/platform/kiosk_files.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using conglang::testing::TemporaryFolder;

TEST_CASE("the configuration names the place and the panel", "[platform]") {
  const TemporaryFolder folder;
  REQUIRE(write_file_atomically(folder / "kiosk.json", R"({"place":"thuong-thap","diagonalInches":32})"));
  const auto config = platform::read_config(folder.path());
  REQUIRE(config);
  CHECK(*config == platform::KioskConfig{"thuong-thap", 32});
}

TEST_CASE("a configuration without a place, or with a panel that cannot be, names the field", "[platform]") {
  const TemporaryFolder folder;
  REQUIRE(write_file_atomically(folder / "kiosk.json", "{}"));
  CHECK(platform::read_config(folder.path()).error().message.find("place") != std::string::npos);
  REQUIRE(write_file_atomically(folder / "kiosk.json", R"({"place":"a","diagonalInches":"big"})"));
  CHECK(platform::read_config(folder.path()).error().message.find("diagonalInches") != std::string::npos);
  REQUIRE(write_file_atomically(folder / "kiosk.json", "nonsense"));
  CHECK(platform::read_config(folder.path()).error().code == Errc::parse);
}

TEST_CASE("before the first activation there is no content, and that is no damage", "[platform]") {
  const TemporaryFolder folder;
  CHECK(platform::load_active_content(folder.path()).error().code == Errc::not_found);
}

TEST_CASE("attack: the pointer names a file outside the data folder", "[platform]") {
  const TemporaryFolder folder;
  for (const char* name : {"../guides-1.db", "/etc/passwd", ".hidden", ""}) {
    INFO(name);
    REQUIRE(write_file_atomically(folder / "current", std::string(name) + "\n"));
    CHECK(platform::load_active_content(folder.path()).error().code == Errc::invalid);
  }
}
