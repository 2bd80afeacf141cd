#include "sync/client/data_folder.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::client;
using namespace std::chrono_literals;

namespace {
constexpr Instant kBuilt{std::chrono::sys_days{std::chrono::year{2026} / 11 / 1}};
constexpr Instant k1970{std::chrono::seconds{300}};
}  // namespace

TEST_CASE("one agent at a time holds a data folder", "[client]") {
  const testing::TemporaryFolder data;
  {
    const auto first = DataLock::acquire(data.path());
    REQUIRE(first);
    const auto second = DataLock::acquire(data.path());
    REQUIRE_FALSE(second);
    CHECK(second.error().code == Errc::conflict);
    CHECK(second.error().message.find(data.path().string()) != std::string::npos);
  }
  CHECK(DataLock::acquire(data.path()));
}

TEST_CASE("a clock without a battery is not believed before the build day", "[client]") {
  const testing::TemporaryFolder data;
  const TimeFloor floor(data.path());
  CHECK(floor.trusted_now(k1970, kBuilt) == kBuilt);
  CHECK(floor.trusted_now(kBuilt + 1h, kBuilt) == kBuilt + 1h);
}

TEST_CASE("a clock that falls back is not believed before the last verified time", "[client]") {
  const testing::TemporaryFolder data;
  const TimeFloor floor(data.path());
  REQUIRE(floor.raise(kBuilt + 240h));
  CHECK(floor.trusted_now(k1970, kBuilt) == kBuilt + 240h);
  REQUIRE(floor.raise(kBuilt));
  CHECK(TimeFloor(data.path()).trusted_now(k1970, kBuilt) == kBuilt + 240h);
}

TEST_CASE("a damaged time floor is as good as none", "[client]") {
  const testing::TemporaryFolder data;
  for (const char* bytes : {"", "soon\n", "9999-99-99T00:00:00Z\n", "\n\n\n"}) {
    REQUIRE(write_file_atomically(data / "time-floor", bytes));
    CHECK(TimeFloor(data.path()).trusted_now(k1970, kBuilt) == kBuilt);
  }
}
