#include "kiosk/platform/content_watcher.h"

#include <catch2/catch_test_macros.hpp>
#include <future>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using conglang::testing::TemporaryFolder;

TEST_CASE("turning the pointer is told, other files are not", "[platform]") {
  const TemporaryFolder folder;
  std::promise<void> turned;
  bool told = false;
  const auto watch = platform::watch_content(folder.path(), [&] {
    if (!std::exchange(told, true)) turned.set_value();
  });
  REQUIRE(watch);
  REQUIRE(write_file_atomically(folder / "guides-1.db", "x"));
  REQUIRE(write_file_atomically(folder / "current", "guides-1.db\n"));
  CHECK(turned.get_future().wait_for(std::chrono::seconds(30)) == std::future_status::ready);
}

TEST_CASE("a folder that is not there cannot be watched", "[platform]") {
  const TemporaryFolder folder;
  const auto watch = platform::watch_content(folder / "nowhere", [] {});
  REQUIRE_FALSE(watch);
  CHECK(watch.error().message.find("nowhere") != std::string::npos);
}
