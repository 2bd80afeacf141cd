#include "sync/server/store/migrations.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "sync/server/store/store.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::server;
using conglang::database::Connection;
using conglang::testing::TemporaryFolder;

namespace {

/// The whole schema as SQLite tells it.
std::string schema(Connection& connection) {
  auto statement =
      connection.prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name").value();
  std::string all;
  while (statement.step().value()) all += statement.text(0) + "\n";
  return all;
}

}  // namespace

TEST_CASE("steps are numbered from 1 without a gap in their order", "[store]") {
  int before = 0;
  for (const Migration& step : migrations()) {
    CHECK(step.number > before);
    CHECK(step.sql.find("CREATE TABLE") != std::string_view::npos);
    before = step.number;
  }
}

TEST_CASE("a database of every earlier version becomes the newest, with what is in it", "[store]") {
  const TemporaryFolder folder;
  const auto steps = migrations();
  const auto taken = static_cast<std::size_t>(GENERATE_COPY(range(1, static_cast<int>(steps.size()) + 1)));
  INFO("from step " << steps[taken - 1].name);
  {
    auto old = Connection::writable(folder / "s.db").value();
    REQUIRE(migrate(old, steps.first(taken)));
    REQUIRE(
        old.execute("INSERT INTO accounts (name, display_name, roles, commune, password, created_at) "
                    "VALUES ('lan', 'Lan', 'author', '09784', 'x', 1);"
                    "INSERT INTO audit (id, at, who, what, about, hash) VALUES (1, 1, 'a', 'b', 'c', 'd')"));
  }
  REQUIRE(Store::open(folder / "s.db"));
  auto connection = Connection::writable(folder / "s.db").value();
  CHECK(connection.number("SELECT COUNT(*) FROM accounts WHERE name = 'lan'").value() == 1);
  CHECK(connection.number("SELECT COUNT(*) FROM audit").value() == 1);
  auto fresh = Connection::in_memory().value();
  REQUIRE(migrate(fresh, steps));
  CHECK(schema(connection) == schema(fresh));
  REQUIRE(migrate(connection, steps));  // a second time there is nothing to do
}

TEST_CASE("keys from before there were tools' keys are browsers', and no commune wants a tool's", "[store]") {
  auto connection = Connection::in_memory().value();
  const auto before = [](const Migration& step) { return step.number < 6; };
  const auto steps = migrations();
  REQUIRE(migrate(connection, steps.first(static_cast<std::size_t>(std::ranges::count_if(steps, before)))));
  REQUIRE(connection.execute(
      "INSERT INTO accounts (id, name, display_name, roles, commune, password, created_at) "
      "VALUES (1, 'lan', 'Lan', 'author', '09784', 'x', 1);"
      "INSERT INTO signer_keys (key_id, public_key, public_value, label, account_id, state, enrolled_at) "
      "VALUES ('a', '{}', 'b', 'may', 1, 'approved', 1)"));
  REQUIRE(migrate(connection, steps));
  CHECK(connection.number("SELECT COUNT(*) FROM signer_keys WHERE held_by = 'browser'").value() == 1);
  CHECK(connection.number("SELECT COUNT(*) FROM signing_rules").value() == 0);
}

TEST_CASE("a step that was skipped is taken later", "[store]") {
  auto connection = Connection::in_memory().value();
  const std::array some = {Migration{1, "a", "CREATE TABLE a (x INTEGER)"},
                           Migration{3, "c", "CREATE TABLE c (x INTEGER)"}};
  const std::array every = {some[0], Migration{2, "b", "CREATE TABLE b (x INTEGER)"}, some[1]};
  REQUIRE(migrate(connection, some));
  REQUIRE(migrate(connection, every));
  CHECK(connection.number("SELECT COUNT(*) FROM sqlite_master WHERE name IN ('a', 'b', 'c')").value() == 3);
}

TEST_CASE("a step that fails leaves the version before it", "[store]") {
  auto connection = Connection::in_memory().value();
  const std::array steps = {
      Migration{1, "good", "CREATE TABLE a (x INTEGER)"},
      Migration{2, "bad", "CREATE TABLE b (x INTEGER); INSERT INTO nothing VALUES (1)"}};
  CHECK_FALSE(migrate(connection, steps));
  CHECK(connection.number("SELECT MAX(number) FROM schema_steps").value() == 1);
  CHECK(connection.number("SELECT COUNT(*) FROM sqlite_master WHERE name = 'b'").value() == 0);
}

TEST_CASE("a database of a newer program is left alone", "[store]") {
  const TemporaryFolder folder;
  {
    auto connection = Connection::writable(folder / "s.db").value();
    REQUIRE(migrate(connection, migrations()));
    REQUIRE(connection.execute("INSERT INTO schema_steps (number, name) VALUES (9999, 'tomorrow')"));
  }
  const auto opened = Store::open(folder / "s.db");
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == Errc::invalid);
  CHECK(opened.error().message.find("newer") != std::string::npos);
}
