#include "sync/server/identity/throttle.h"

#include <catch2/catch_test_macros.hpp>

#include "sync/server/identity/refusal.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::server;
using conglang::testing::TemporaryFolder;
using std::chrono::seconds;

namespace {

const Instant kNow = *parse_instant("2026-11-27T08:00:00Z");

/// How long the next attempt has to wait; 0 when it was counted.
seconds attempt(Store& store, Instant now, int free = 3) {
  const auto counted = store.write(
      [&](Transaction& transaction) { return throttle::count(transaction, "name:lan", free, now); });
  return counted ? seconds(0) : refusal_of(counted.error()).retry_after.value();
}

}  // namespace

TEST_CASE("each failure past the free ones waits twice as long, up to a quarter of an hour", "[identity]") {
  const TemporaryFolder folder;
  const auto store = Store::open(folder / "s.db").value();
  Instant now = kNow;
  for (int i = 0; i < 3; ++i) CHECK(attempt(*store, now) == seconds(0));
  seconds longest{0};
  for (const int expected : {5, 10, 20, 40, 80, 160, 320, 640, 900, 900}) {
    CHECK(attempt(*store, now) == seconds(0));
    const seconds wait = attempt(*store, now);
    CHECK(wait == seconds(expected));
    CHECK(attempt(*store, now + wait - seconds(1)) == seconds(1));
    now += wait;
    longest = std::max(longest, wait);
  }
  CHECK(longest == seconds(900));
}

TEST_CASE("waiting is forgotten after a day, or at once after a success", "[identity]") {
  const TemporaryFolder folder;
  const auto store = Store::open(folder / "s.db").value();
  for (int i = 0; i < 4; ++i) attempt(*store, kNow);
  CHECK(attempt(*store, kNow) > seconds(0));
  CHECK(attempt(*store, kNow + std::chrono::hours(25)) == seconds(0));
  for (int i = 0; i < 4; ++i) attempt(*store, kNow + std::chrono::hours(25));
  REQUIRE(store->write([](Transaction& transaction) { return throttle::forgive(transaction, "name:lan"); }));
  CHECK(attempt(*store, kNow + std::chrono::hours(25)) == seconds(0));
}

TEST_CASE("attack: starting the server again does not shorten a wait", "[identity]") {
  const TemporaryFolder folder;
  {
    const auto store = Store::open(folder / "s.db").value();
    for (int i = 0; i < 5; ++i) attempt(*store, kNow);
  }
  const auto store = Store::open(folder / "s.db").value();
  CHECK(attempt(*store, kNow) > seconds(0));
}

TEST_CASE("attack: a home's many IPv6 addresses count as one", "[identity]") {
  CHECK(throttle::of_address("2001:db8:1:2:aaaa::1") == throttle::of_address("2001:db8:1:2:bbbb:c:d:e"));
  CHECK(throttle::of_address("2001:db8:1:2:aaaa::1") != throttle::of_address("2001:db8:1:3:aaaa::1"));
  CHECK(throttle::of_address("192.0.2.7") != throttle::of_address("192.0.2.8"));
  CHECK(throttle::of_address("::1") == "address:::1");
}
