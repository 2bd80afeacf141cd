// The screen and the agent share a folder and no code: each understands what the other writes.

#include "kiosk/machine/outbox.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "content/base/random.h"
#include "content/text/claim_code.h"
#include "kiosk/machine/machine_status.h"
#include "kiosk/machine/orders.h"
#include "sync/agent/enrolment.h"
#include "sync/agent/orders.h"
#include "sync/agent/requests.h"
#include "sync/agent/status.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/sync/agent/scripted_line.h"

using namespace conglang;
using conglang::kiosk::RequestOfAgent;
using conglang::testing::answer;
using conglang::testing::ScriptedLine;
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

TEST_CASE("the screen reads from what the agent wrote whether the machine is known to the server",
          "[machine]") {
  const TemporaryFolder data;
  CHECK(machine::read_status(data.path(), 0).enrolment == kiosk::Enrolment::none);
  const auto answers = [](const client::ApiCall& call) {
    return call.path == "/api/devices"
               ? answer(201, {{"deviceId", "d-1"}})
               : answer(200, {{"state", "claimed"}, {"token", "t"}, {"place", "Thượng Tháp"}});
  };
  ScriptedLine line(answers);
  agent::Enrolment enrolment(data.path(), random_bytes);
  std::chrono::seconds retry_after{0};
  REQUIRE(enrolment.step(line, retry_after));
  CHECK(machine::read_status(data.path(), 0).enrolment == kiosk::Enrolment::offering);
  REQUIRE(enrolment.step(line, retry_after));
  const auto waiting = machine::read_status(data.path(), 0);
  CHECK(waiting.enrolment == kiosk::Enrolment::waiting);
  CHECK(read_claim_code(waiting.claim_code) == enrolment.device().claim_code);
  REQUIRE(enrolment.step(line, retry_after));
  const auto claimed = machine::read_status(data.path(), 0);
  CHECK(claimed.enrolment == kiosk::Enrolment::claimed);
  CHECK(claimed.claimed_for == "Thượng Tháp");
}

TEST_CASE("an attack: whatever lies in the enrolment file, only a code is shown as one", "[machine]") {
  const TemporaryFolder data;
  for (const char* bytes :
       {"", "{", R"({"state":"waiting"})", R"({"state":"waiting","claimCode":"CALL 0912345678"})"}) {
    REQUIRE(write_file_atomically(data / "enrolment.json", bytes));
    CHECK(machine::read_status(data.path(), 0).enrolment == kiosk::Enrolment::none);
  }
}

TEST_CASE("the screen takes the restart that the agent was asked for, once", "[machine]") {
  const TemporaryFolder data;
  CHECK_FALSE(machine::take_restart_order(data.path()));
  for (int i = 0; i < 2; ++i) REQUIRE(agent::put_order(data.path(), agent::Order::restart_screen));
  CHECK(machine::take_restart_order(data.path()));
  CHECK_FALSE(machine::take_restart_order(data.path()));
}
