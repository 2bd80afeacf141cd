// The screen and the agent share a folder and no code: each understands what the other writes.

#include "kiosk/machine/outbox.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "kiosk/machine/machine_status.h"
#include "sync/agent/requests.h"
#include "sync/agent/status.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using conglang::kiosk::RequestOfAgent;
using conglang::testing::TemporaryFolder;

TEST_CASE("the agent takes what the screen asks for, once however often it is asked", "[machine]") {
  const TemporaryFolder data;
  using What = RequestOfAgent::What;
  for (int i = 0; i < 3; ++i) REQUIRE(machine::put_request(data.path(), {What::sync, {}}));
  REQUIRE(machine::put_request(data.path(), {What::import, "/media/LANG"}));
  REQUIRE(machine::put_request(data.path(), {What::turn_back, {}}));
  const auto taken = agent::take_requests(data.path());
  CHECK(taken.problems.empty());
  REQUIRE(taken.requests.size() == 3);
  CHECK(taken.requests[0] == agent::Request(agent::ImportTree{"/media/LANG"}));
  CHECK(taken.requests[1] == agent::Request(agent::SyncNow{}));
  CHECK(taken.requests[2] == agent::Request(agent::TurnBack{}));
}

TEST_CASE("the screen reads the status that the agent writes", "[machine]") {
  const TemporaryFolder data;
  agent::Status status;
  status.last_try = status.last_success = "2026-11-23T09:00:00Z";
  status.turned_away = true;
  status.refused = {{"a", "b", "c"}};
  REQUIRE(agent::store_status(data.path(), status));
  const auto read = machine::read_status(data.path(), 7);
  CHECK(read.last_try == parse_instant("2026-11-23T09:00:00Z"));
  CHECK_FALSE(read.last_try_failed);
  CHECK(read.turned_away);
  CHECK(read.not_shown == 1);
}
