#include "sync/agent/meter.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/sync/agent/world.h"

using namespace conglang;
using namespace conglang::agent;

TEST_CASE("a day's share is kept across restarts and begins anew the next day", "[agent]") {
  const testing::TemporaryFolder data;
  const Instant today = kSimulatorNow;
  {
    Meter meter(data.path(), 1000, today);
    CHECK(meter.allow(600));
    CHECK(meter.allow(401).error().code == Errc::forbidden);
    CHECK(meter.allow(400));
  }
  CHECK(Meter(data.path(), 1000, today).used() == 1000);
  CHECK_FALSE(Meter(data.path(), 1000, today).allow(1));
  CHECK(Meter(data.path(), 1000, today + std::chrono::days(1)).allow(1000));
}

TEST_CASE("a count that is damaged begins anew", "[agent]") {
  const testing::TemporaryFolder data;
  for (const char* bytes : {"", "{", "[]", R"({"day":7})", R"({"day":"2026-06-01","bytes":-5})"}) {
    REQUIRE(write_file_atomically(data / "metered.json", bytes));
    CHECK(Meter(data.path(), 1000, kSimulatorNow).used() == 0);
  }
}

TEST_CASE("attack: on a metered line no server makes a machine fetch more than the day's share",
          "[agent][security]") {
  World world;
  world.write("sync.json", R"({"metered_bytes_per_day":3000})");
  std::int64_t sent = 0;
  world.fetcher.chunk_bytes = 500;
  world.fetcher.goes_on = [&] {
    sent += 500;
    return true;
  };
  const auto metered = world.try_once();
  REQUIRE_FALSE(metered);
  CHECK(metered.error().code == Errc::forbidden);
  CHECK(metered.error().message.find("tomorrow") != std::string::npos);
  // A further try on the same day brings no more content.
  CHECK(world.try_once().error().code == Errc::forbidden);
  std::int64_t stored = 0;
  const auto files = list_files(world.data / "blobs").value();
  for (const std::string& file : files) {
    stored += static_cast<std::int64_t>(std::filesystem::file_size(world.data / "blobs" / file));
  }
  CHECK(stored <= 3000);
  // Day by day it is completed.
  int days = 0;
  while (!world.try_once(kSimulatorNow + std::chrono::days(++days))) REQUIRE(days < 13);
  CHECK(days > 1);
  CHECK(world.shown_title() == "Register a birth");
}
