#include "sync/agent/courier.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <filesystem>

#include "content/base/file.h"
#include "content/base/hex.h"
#include "sync/agent/requests.h"
#include "sync/client/folder_names.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/sync/agent/scripted_line.h"

using namespace conglang;
using namespace conglang::agent;
using namespace conglang::testing;
using nlohmann::json;
using std::chrono::minutes;

namespace {

const Instant kNow = *parse_instant("2026-11-27T08:00:00Z");

// A machine that has been claimed.
struct Machine {
  TemporaryFolder data;
  TakingServer server;
  std::function<Result<client::ApiAnswer>(const client::ApiCall&)> answers = [this](const auto& call) {
    return server.take(call);
  };
  ScriptedLine line{[this](const client::ApiCall& call) { return answers(call); }};
  CourierOptions options;
  std::string said;

  Machine() {
    const json device = {
        {"secret", std::string(64, 'a')}, {"claimCode", "K7MP3XR4"}, {"id", "d-1"}, {"token", "token-1"}};
    REQUIRE(write_file_atomically(data / "device.json", device.dump(), 0600));
    REQUIRE(make_folders(data / "outbox"));
    options.data = data.path();
    options.health.data = data.path();
    options.health.version = "1.2.3";
    options.say = [this](const std::string& what) { said += what + "\n"; };
  }
  // A new process each time.
  Courier courier() {
    return {options, line,
            Enrolment(data.path(), [](std::size_t count) { return std::string(count, '\1'); })};
  }
  Round round(Instant now = kNow) { return courier().round(now); }
  void put(const std::string& name, const json& report) const {
    REQUIRE(write_file_atomically(data / "outbox" / name, report.dump() + "\n"));
  }
  void put_usage(const std::string& id, const std::string& subject) const {
    put("usage-" + id + ".batch.json",
        {{"batch", "usage"},
         {"id", id},
         {"lost", 0},
         {"entries",
          {{{"day", "2026-11-26"}, {"kind", "use"}, {"subject", subject}, {"action", "opened"}, {"n", 3}}}}});
  }
  std::vector<std::string> waiting() const {
    auto names = client::folder_names(data / "outbox");
    std::erase_if(names, [](const std::string& name) { return !name.ends_with(".json"); });
    return names;
  }
};

json agent_report(const std::string& error) {
  return {
      {"report", "agent"}, {"at", "2026-11-27T07:00:00Z"}, {"status", {{"error", error}, {"generation", 2}}}};
}

}  // namespace

TEST_CASE("what waits in the outbox is sent with how the machine is, and then gone", "[courier]") {
  Machine machine;
  machine.put("agent-20261127T070000Z-abc.report.json", agent_report("no answer"));
  machine.put("crash-loop.report.json",
              {{"report", "crash-loop"}, {"turnedAwayFrom", "guides-2.db"}, {"active", "guides-1.db"}});
  machine.put("picture-guides-2-dinh-png.report.json",
              {{"report", "picture"}, {"file", "dinh.png"}, {"active", "guides-2.db"}, {"error", "no PNG"}});
  machine.put_usage("00ff", "khai-sinh");
  CHECK(machine.round().succeeded);
  CHECK(machine.waiting().empty());
  CHECK(machine.server.reports.size() == 5);
  CHECK(machine.line.calls.front().token == "token-1");
  REQUIRE(machine.server.of_kind("agent").size() == 1);
  CHECK(machine.server.of_kind("agent").front()["body"]["error"] == "no answer");
  CHECK(machine.server.of_kind("agent").front()["at"] == "2026-11-27T07:00:00Z");
  REQUIRE(machine.server.of_kind("picture").size() == 1);
  CHECK(machine.server.of_kind("picture").front()["body"] ==
        json{{"file", "dinh.png"}, {"active", "guides-2.db"}, {"error", "no PNG"}});
  CHECK(machine.server.of_kind("usage").front()["body"]["entries"].size() == 1);
  CHECK(machine.server.of_kind("health").front()["body"]["version"] == "1.2.3");
  CHECK(machine.server.of_kind("health").front()["body"]["diskFreeMegabytes"].get<int>() > 0);
}

TEST_CASE("a report whose answer was lost is sent again under the same id", "[courier]") {
  Machine machine;
  machine.put_usage("00ff", "khai-sinh");
  machine.answers = [&](const client::ApiCall& call) -> Result<client::ApiAnswer> {
    static_cast<void>(machine.server.take(call));
    return fail(Errc::network, "cut off");
  };
  CHECK_FALSE(machine.round().succeeded);
  CHECK(machine.waiting().size() == 1);
  machine.answers = [&](const client::ApiCall& call) { return machine.server.take(call); };
  CHECK(machine.round().succeeded);
  CHECK(machine.waiting().empty());
  CHECK(machine.server.of_kind("usage").size() == 1);
}

TEST_CASE("what the server does not name as accepted stays", "[courier]") {
  Machine machine;
  machine.put_usage("00ff", "khai-sinh");
  machine.answers = [](const client::ApiCall&) { return answer(200, {{"accepted", json::array()}}); };
  CHECK(machine.round().succeeded);
  CHECK(machine.waiting().size() == 1);
  machine.answers = [](const client::ApiCall&) { return client::ApiAnswer{200, "<html>welcome</html>", {}}; };
  CHECK_FALSE(machine.round().succeeded);
  CHECK(machine.waiting().size() == 1);
}

TEST_CASE("a report that took the place of the one sent meanwhile stays", "[courier]") {
  Machine machine;
  machine.put("crash-loop.report.json", {{"report", "crash-loop"}, {"turnedAwayFrom", "guides-2.db"}});
  machine.answers = [&](const client::ApiCall& call) {
    machine.put("crash-loop.report.json", {{"report", "crash-loop"}, {"turnedAwayFrom", "guides-3.db"}});
    return machine.server.take(call);
  };
  CHECK(machine.round().succeeded);
  CHECK(machine.waiting().size() == 1);
  machine.answers = [&](const client::ApiCall& call) { return machine.server.take(call); };
  machine.round();
  REQUIRE(machine.server.of_kind("crash-loop").size() == 2);
  CHECK(machine.server.of_kind("crash-loop")[1]["body"]["turnedAwayFrom"] == "guides-3.db");
}

TEST_CASE("refused and unusable reports are set aside, told, and keep nobody up", "[courier]") {
  Machine machine;
  machine.put_usage("00ff", "khai-sinh");
  REQUIRE(write_file_atomically(machine.data / "outbox" / "torn.report.json", "{\"report\":"));
  machine.put("odd.report.json", {{"report", "of another kind"}});
  machine.answers = [](const client::ApiCall& call) {
    const json body = json::parse(call.body);
    return answer(200, {{"accepted", json::array()},
                        {"refused", {{{"id", body["reports"][0]["id"]}, {"why", "no such village"}}}}});
  };
  CHECK(machine.round().succeeded);
  CHECK(machine.waiting().empty());
  auto aside = client::folder_names(machine.data / "outbox" / "refused");
  CHECK(aside.size() == 6);  // three files, and why
  CHECK(machine.said.find("no such village") != std::string::npos);
  CHECK(read_file(machine.data / "outbox" / "refused" / "usage-00ff.batch.json.why", 100) ==
        "no such village\n");
}

TEST_CASE("a month without a line loses nothing and comes in several posts", "[courier]") {
  Machine machine;
  for (int day = 0; day < 120; ++day) machine.put_usage(fmt::format("{:04x}", day), "khai-sinh");
  Courier courier = machine.courier();
  int posts = 0;
  for (Round round = courier.round(kNow); round.at_once; round = courier.round(kNow)) ++posts;
  CHECK(posts == 2);
  CHECK(machine.waiting().empty());
  CHECK(machine.server.of_kind("usage").size() == 120);
  CHECK(machine.server.of_kind("health").size() == 1);
}

TEST_CASE("an outbox that nobody ever empties is bounded: the oldest go", "[courier]") {
  Machine machine;
  machine.answers = [](const client::ApiCall&) -> Result<client::ApiAnswer> {
    return fail(Errc::network, "no line");
  };
  for (std::size_t i = 0; i < kMostWaiting + 10; ++i) {
    const auto name = machine.data / "outbox" / fmt::format("usage-{:04}.batch.json", i);
    REQUIRE(write_file_atomically(name, R"({"batch":"usage","entries":[]})"));
    std::filesystem::last_write_time(name, std::filesystem::file_time_type() + std::chrono::hours(i));
  }
  machine.round();
  CHECK(machine.waiting().size() == kMostWaiting);
  CHECK_FALSE(std::filesystem::exists(machine.data / "outbox" / "usage-0009.batch.json"));
  CHECK(std::filesystem::exists(machine.data / "outbox" / "usage-0010.batch.json"));
}

TEST_CASE("how the machine is goes up every quarter of an hour, asking goes on in between", "[courier]") {
  Machine machine;
  Courier courier = machine.courier();
  for (int minute = 0; minute < 31; ++minute) courier.round(kNow + minutes(minute));
  CHECK(machine.server.of_kind("health").size() == 3);
  CHECK(machine.line.calls.size() == 31);
  // A clock that was set back does not silence it.
  courier.round(kNow - std::chrono::hours(24));
  CHECK(machine.server.of_kind("health").size() == 4);
}

TEST_CASE("what the operator asks is done once, however often the server repeats it", "[courier]") {
  Machine machine;
  machine.server.asks = {{{"id", 7}, {"ask", "sync"}}, {{"id", 8}, {"ask", "restart"}}};
  machine.answers = [&](const client::ApiCall& call) {
    auto body = json::parse(call.body);
    body["done"] = json::array();  // whatever it was told got lost
    return machine.server.take({call.path, call.token, body.dump()});
  };
  CHECK(machine.round().at_once);
  CHECK(take_requests(machine.data.path()).requests == std::vector<Request>{SyncNow{}});
  CHECK(std::filesystem::remove(machine.data / "restart.order"));
  machine.round();
  CHECK(take_requests(machine.data.path()).requests.empty());
  CHECK_FALSE(std::filesystem::exists(machine.data / "restart.order"));
  machine.answers = [&](const client::ApiCall& call) { return machine.server.take(call); };
  Courier courier = machine.courier();
  CHECK(courier.round(kNow).at_once);
  CHECK_FALSE(courier.round(kNow).at_once);
  CHECK(machine.server.done == std::vector<std::int64_t>{7, 8});
}

TEST_CASE("a machine that the server no longer knows offers itself anew and keeps its reports", "[courier]") {
  Machine machine;
  machine.put_usage("00ff", "khai-sinh");
  machine.answers = [](const client::ApiCall&) { return answer(401, json::object()); };
  Courier courier = machine.courier();
  courier.round(kNow);
  CHECK_FALSE(courier.enrolment().has_token());
  CHECK(machine.waiting().size() == 1);
}

TEST_CASE("a post that is too large is tried in halves, and one report alone is set aside", "[courier]") {
  Machine machine;
  for (int i = 0; i < 8; ++i) machine.put_usage(fmt::format("{:04x}", i), i == 3 ? "too-large" : "khai-sinh");
  machine.answers = [&](const client::ApiCall& call) -> Result<client::ApiAnswer> {
    if (call.body.find("too-large") != std::string::npos) return answer(413, json::object());
    return machine.server.take(call);
  };
  Courier courier = machine.courier();
  for (int round = 0; round < 20; ++round) courier.round(kNow);
  CHECK(machine.waiting().empty());
  CHECK(machine.server.of_kind("usage").size() == 7);
}

TEST_CASE("reports take a twentieth of a metered line and wait for the next day", "[courier]") {
  Machine machine;
  machine.options.metered_bytes_per_day = 200'000;  // 10 kB
  Courier courier = machine.courier();
  for (int minute = 0; minute < 60; ++minute) CHECK(courier.round(kNow + minutes(minute)).succeeded);
  CHECK(machine.line.calls.size() < 8);
  const std::size_t today = machine.line.calls.size();
  courier.round(kNow + std::chrono::hours(24));
  CHECK(machine.line.calls.size() == today + 1);
}

TEST_CASE("numbers that may be somebody's do not leave the machine in a report", "[courier]") {
  Machine machine;
  machine.put("agent-1.report.json",
              agent_report("communes/09784/notices/x.json: gọi 0912 345 678, hạn 2026-11-27T08:00:00Z"));
  machine.round();
  const auto sent = machine.server.of_kind("agent").front()["body"]["error"].get<std::string>();
  CHECK(sent == "communes/09784/notices/x.json: gọi …, hạn 2026-11-27T08:00:00Z");
}
