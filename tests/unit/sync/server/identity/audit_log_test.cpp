#include "sync/server/identity/audit_log.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::server;
using conglang::testing::TemporaryFolder;

namespace {

const Instant kNow = *parse_instant("2026-11-27T08:00:00Z");

Result<audit::Head> verified(Store& store, const std::optional<audit::Head>& noted = std::nullopt) {
  return store.read_and_get([&](Transaction& transaction) { return audit::verify(transaction, noted); });
}

Result<void> note(Store& store, std::string_view what) {
  return store.write(
      [&](Transaction& transaction) { return audit::append(transaction, "lan", what, "draft:1", kNow); });
}

/// What somebody with the file and an editor does.
void tamper(Store& store, std::string_view sql) {
  REQUIRE(store.write([&](Transaction& transaction) -> Result<void> {
    TRY_VOID(transaction.run(sql));
    return {};
  }));
}

}  // namespace

TEST_CASE("an audit log that nobody touched verifies, over many pages", "[identity]") {
  const TemporaryFolder folder;
  const auto store = Store::open(folder / "s.db").value();
  CHECK(verified(*store).value() == audit::Head{});
  REQUIRE(store->write([](Transaction& transaction) -> Result<void> {
    for (int i = 0; i < 1203; ++i)
      TRY_VOID(audit::append(transaction, "lan", "draft.save", std::to_string(i), kNow));
    return {};
  }));
  CHECK(verified(*store).value().rows == 1203);
}

TEST_CASE("attack: a changed, removed, added or reordered row of the audit log is found", "[identity]") {
  const TemporaryFolder folder;
  const auto store = Store::open(folder / "s.db").value();
  for (const char* what : {"a", "b", "c", "d", "e"}) REQUIRE(note(*store, what));
  const auto noted = verified(*store).value();
  REQUIRE(noted.rows == 5);
  SECTION("another did it") {
    tamper(*store, "UPDATE audit SET who = 'minh' WHERE id = 3");
  }
  SECTION("at another time") {
    tamper(*store, "UPDATE audit SET at = at + 1 WHERE id = 3");
  }
  SECTION("something else") {
    tamper(*store, "UPDATE audit SET what = 'z' WHERE id = 3");
  }
  SECTION("a row less") {
    tamper(*store, "DELETE FROM audit WHERE id = 3");
  }
  SECTION("the first row less") {
    tamper(*store, "DELETE FROM audit WHERE id = 1");
  }
  SECTION("a row less, the rest moved up") {
    tamper(*store, "DELETE FROM audit WHERE id = 3");
    tamper(*store, "UPDATE audit SET id = 3 WHERE id = 4");
    tamper(*store, "UPDATE audit SET id = 4 WHERE id = 5");
  }
  SECTION("a row more") {
    tamper(*store,
           "INSERT INTO audit (id, at, who, what, about, hash) SELECT 6, at, who, what, about, hash "
           "FROM audit WHERE id = 5");
  }
  SECTION("fields that run into each other") {
    tamper(*store, "UPDATE audit SET who = 'lanc', what = '' WHERE id = 3");
  }
  const auto found = verified(*store);
  REQUIRE_FALSE(found);
  CHECK(found.error().code == Errc::invalid);
}

TEST_CASE("attack: an audit log cut short or written anew does not fit what was noted", "[identity]") {
  const TemporaryFolder folder;
  const auto store = Store::open(folder / "s.db").value();
  for (const char* what : {"a", "b", "c"}) REQUIRE(note(*store, what));
  const auto noted = verified(*store).value();
  REQUIRE(note(*store, "d"));
  CHECK(verified(*store, noted));
  SECTION("cut") {
    tamper(*store, "DELETE FROM audit WHERE id > 2");
  }
  SECTION("anew") {
    tamper(*store, "DELETE FROM audit");
    for (const char* what : {"a", "b", "x", "d"}) REQUIRE(note(*store, what));
  }
  CHECK(verified(*store));  // the chain by itself is whole
  CHECK_FALSE(verified(*store, noted));
}
