// Reports, alarms, asks and usage, as machines and staff see them.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/unit/sync/server/fleet/scene.h"

using namespace conglang;
using namespace conglang::testing;
using nlohmann::json;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

int opened(FleetScene& scene) {
  return scene.as("author", "GET", "/api/usage").body["all"]["opened"];
}

}  // namespace

TEST_CASE("an attack: a report that is sent again counts once, and is accepted each time",
          "[fleet][attack]") {
  FleetScene scene;
  const std::string token = scene.enrolled();
  const json report = scene.usage("usage-1", {scene.count("use", "khai-sinh", "opened", 3)});
  for (int i = 0; i < 3; ++i) CHECK(scene.report(token, {report, report}).body["accepted"].size() == 2);
  CHECK(opened(scene) == 3);
  CHECK(
      scene.report(token, {scene.usage("usage-2", {scene.count("use", "khai-sinh", "opened", 4)})}).status ==
      200);
  CHECK(opened(scene) == 7);
  // Two kiosks may name their reports alike.
  const std::string second = scene.enrolled("W7MP3XR4");
  scene.report(second, {report});
  CHECK(opened(scene) == 10);
}

TEST_CASE("an attack: a token reports for its own kiosk and nothing else", "[fleet][attack]") {
  FleetScene scene;
  const std::string mine = scene.enrolled();
  const std::int64_t my_kiosk = scene.last_kiosk;
  const std::string theirs = scene.enrolled("W7MP3XR4", "other", "Thôn Đông");
  const std::int64_t their_kiosk = scene.last_kiosk;
  // Whatever the report says about where it is from.
  json report = scene.usage("usage-1", {scene.count("use", "khai-sinh", "opened")});
  report["body"]["kiosk"] = my_kiosk;
  CHECK(scene.report(theirs, {report}).body["refused"].size() == 1);
  report["body"].erase("kiosk");
  CHECK(scene.report(theirs, {report}).body["accepted"].size() == 1);
  CHECK(opened(scene) == 0);
  CHECK(scene.as("other", "GET", "/api/usage").body["all"]["opened"] == 1);
  // Nor does it tick off what was asked of another.
  const auto asked =
      scene.as("admin", "POST", "/api/kiosks/" + std::to_string(my_kiosk) + "/asks", {{"ask", "sync"}});
  scene.report(theirs, {}, {asked.body["id"]});
  CHECK(scene.report(mine, {}).body["asks"].size() == 1);
  // And it is no key to what staff see.
  CHECK(scene.machine(theirs, "GET", "/api/kiosks/" + std::to_string(their_kiosk)).status == 401);
}

TEST_CASE("an attack: rows with personal numbers or unknown words are refused and only their number is kept",
          "[fleet][attack]") {
  FleetScene scene;
  const std::string token = scene.enrolled();
  const auto posted =
      scene.report(token, {scene.usage("usage-1", {scene.count("use", "khai-sinh", "opened"),
                                                   scene.count("search", "0912345678", ""),
                                                   scene.count("search", "nguyen van an", ""),
                                                   scene.count("search", "giay chung sinh", "", 3)})});
  CHECK(posted.body["accepted"] == json{"usage-1"});
  const auto usage = scene.as("author", "GET", "/api/usage").body;
  CHECK(usage["searches"] == json{{{"words", "giay chung sinh"}, {"n", 3}}});
  CHECK(scene.as("author", "GET", "/api/kiosks/" + std::to_string(scene.last_kiosk)).body["refusedEntries"] ==
        2);
  REQUIRE(scene.store->backup(scene.folder / "dump"));
  const std::string all = read_file(scene.folder / "dump", 64UL << 20U).value();
  CHECK(all.find("0912345678") == std::string::npos);
  CHECK(all.find("nguyen van an") == std::string::npos);
}

TEST_CASE("an attack: a refused report is answered as refused beside those that are accepted",
          "[fleet][attack]") {
  FleetScene scene;
  const std::string token = scene.enrolled();
  const json private_text = scene.health({{"error", "gọi 0912 345 678"}});
  const json crash = {{"id", "c-1"}, {"kind", "crash-loop"}, {"body", {{"active", "guides-1.db"}}}};
  const auto posted = scene.report(token, {private_text, crash});
  CHECK(posted.status == 200);
  CHECK(posted.body["accepted"] == json{"c-1"});
  REQUIRE(posted.body["refused"].size() == 1);
  CHECK(posted.text.find("0912") == std::string::npos);
}

TEST_CASE("an attack: oversize and shapeless batches change nothing", "[fleet][attack]") {
  FleetScene scene;
  const std::string token = scene.enrolled();
  std::vector<json> many;
  for (int i = 0; i < 101; ++i)
    many.push_back(scene.usage(fmt::format("u-{}", i), {scene.count("use", "khai-sinh", "opened")}));
  CHECK(scene.report(token, many).status == 422);
  for (const json& body : {json::object(), json{{"reports", "all"}}, json{{"reports", 1}}})
    CHECK(scene.machine(token, "POST", "/api/reports", body).status == 422);
  CHECK(opened(scene) == 0);
  std::vector<json> entries;
  for (int i = 0; i < 5001; ++i) entries.push_back(scene.count("use", "khai-sinh", "opened"));
  CHECK(scene.report(token, {scene.usage("u", entries)}).body["refused"].size() == 1);
  CHECK(opened(scene) == 0);
  http::Request request;
  request.method = "POST";
  request.path = "/api/reports";
  CHECK(scene.router.max_body(request) == 768UL * 1024);
}

TEST_CASE("an attack: whoever tries tokens from one address is slowed down, and kiosks behind it are not",
          "[fleet][attack]") {
  FleetScene scene;
  const std::string token = scene.enrolled();
  for (int i = 0; i < 600; ++i) REQUIRE(scene.report(fmt::format("guess-{}", i), {}).status == 401);
  CHECK(scene.report("guess", {}).status == 429);
  CHECK(scene.report(token, {}).status == 200);
}

TEST_CASE("what is asked comes with the next answer, until the kiosk says that it is done", "[fleet]") {
  FleetScene scene;
  const std::string token = scene.enrolled();
  const std::string kiosk = "/api/kiosks/" + std::to_string(scene.last_kiosk);
  CHECK(scene.report(token, {}).body["asks"].empty());
  const auto asked = scene.as("admin", "POST", kiosk + "/asks", {{"ask", "sync"}});
  CHECK(asked.status == 202);
  CHECK(scene.as("admin", "POST", kiosk + "/asks", {{"ask", "sync"}}).body["id"] == asked.body["id"]);
  scene.as("admin", "POST", kiosk + "/asks", {{"ask", "restart"}});
  CHECK(scene.as("admin", "POST", kiosk + "/asks", {{"ask", "explode"}}).status == 422);
  for (int i = 0; i < 2; ++i) CHECK(scene.report(token, {}).body["asks"].size() == 2);
  const auto after = scene.report(token, {}, {asked.body["id"]});
  REQUIRE(after.body["asks"].size() == 1);
  CHECK(after.body["asks"][0]["ask"] == "restart");
  const auto shown = scene.as("author", "GET", kiosk).body["asks"];
  REQUIRE(shown.size() == 2);
  CHECK(shown[0]["doneAt"].is_null());
  CHECK(shown[1]["doneAt"] == format_instant(scene.now));
}

TEST_CASE("an alarm begins with the trouble, ends with it, and its history stays", "[fleet]") {
  FleetScene scene;
  const std::string token = scene.enrolled();
  scene.report(token, {scene.health({{"diskFreeMegabytes", 100}})});
  auto alarms = scene.as("author", "GET", "/api/alarms").body;
  REQUIRE(alarms.size() == 1);
  CHECK(alarms[0]["kind"] == "disk");
  CHECK(alarms[0]["until"].is_null());
  CHECK(alarms[0]["kiosk"]["place"] == "Thôn Thượng Tháp");
  scene.now += minutes(15);
  scene.report(token, {scene.health({{"diskFreeMegabytes", 100}})});
  CHECK(scene.as("author", "GET", "/api/alarms").body.size() == 1);
  scene.now += minutes(15);
  scene.report(token, {scene.health()});
  CHECK(scene.as("author", "GET", "/api/alarms").body.empty());
  alarms = scene.as("author", "GET", "/api/alarms?over=1").body;
  REQUIRE(alarms.size() == 1);
  CHECK(alarms[0]["until"] == format_instant(scene.now));
}

TEST_CASE("silence is noticed by nobody's report, and other alarms outlast it", "[fleet]") {
  FleetScene scene;
  const std::string token = scene.enrolled();
  scene.report(token, {scene.health({{"setAside", 1}})});
  scene.now += hours(2);
  REQUIRE(scene.fleet.look_round(scene.now));
  auto alarms = scene.as("author", "GET", "/api/alarms").body;
  REQUIRE(alarms.size() == 2);
  CHECK(alarms[0]["kind"] == "silent");
  CHECK(scene.as("author", "GET", "/api/kiosks").body[0]["state"] == "silent");
  scene.report(token, {scene.health({{"setAside", 1}})});
  alarms = scene.as("author", "GET", "/api/alarms").body;
  REQUIRE(alarms.size() == 1);
  CHECK(alarms[0]["kind"] == "setAside");
}

TEST_CASE("a crash loop and a clock that is wrong are told", "[fleet]") {
  FleetScene scene;
  const std::string token = scene.enrolled();
  scene.report(token, {scene.health(),
                       {{"id", "c-1"}, {"kind", "crash-loop"}, {"body", {{"active", "guides-1.db"}}}}});
  CHECK(scene.as("author", "GET", "/api/kiosks").body[0]["state"] == "crashing");
  scene.now += hours(25);
  scene.machine(
      token, "POST", "/api/reports",
      {{"sentAt", format_instant(scene.now - hours(3))}, {"reports", json::array({scene.health()})}});
  CHECK(scene.as("author", "GET", "/api/kiosks").body[0]["state"] == "clock");
  const auto shown = scene.as("author", "GET", "/api/kiosks/" + std::to_string(scene.last_kiosk)).body;
  CHECK(shown["clockSkewSeconds"] == -3 * 3600);
  CHECK(shown["reports"].size() == 1);
  CHECK(shown["health"]["version"] == "1.2.3");
}

TEST_CASE("usage is summed by day, guide and house, and exported as a table", "[fleet]") {
  FleetScene scene;
  const std::string east = scene.enrolled("K7MP3XR4", "admin", "Thôn Đông");
  const std::string west = scene.enrolled("W7MP3XR4", "admin", "=HYPERLINK(1)");
  scene.report(east, {scene.usage("u-1", {scene.count("use", "khai-sinh", "opened", 5),
                                          scene.count("use", "khai-sinh", "code-shown", 2),
                                          scene.count("rating", "khai-sinh", "helped"),
                                          scene.count("rating", "khai-sinh", "did-not-help"),
                                          scene.count("rating", "khai-sinh", "hard-to-read"),
                                          scene.count("search", "khai-sinh", "found", 4)})});
  scene.report(west, {scene.usage("u-1", {scene.count("use", "1.001193", "opened", 7)})});
  const auto usage = scene.as("author", "GET", "/api/usage?from=2026-11-01&to=2026-11-30").body;
  CHECK(
      usage["all"] ==
      json{
          {"opened", 12}, {"codeShown", 2}, {"helped", 1}, {"didNotHelp", 1}, {"found", 4}, {"notFound", 0}});
  CHECK(usage["days"].size() == 1);
  CHECK(usage["guides"].size() == 2);
  CHECK(usage["places"].size() == 2);
  CHECK(usage["reasons"] == json{{{"reason", "hard-to-read"}, {"n", 1}}});
  CHECK(scene.as("author", "GET", "/api/usage?from=2026-11-27").body["all"]["opened"] == 0);
  const auto csv = scene.as("author", "GET", "/api/usage.csv?from=2026-11-01&to=2026-11-30");
  CHECK(csv.text.starts_with("\xEF\xBB\xBFXã,"));
  CHECK(csv.text.find("\"09784\",\"Thôn Đông\",\"2026-11-26\",\"Sử dụng\",\"khai-sinh\",\"Mở bài\",5\r\n") !=
        std::string::npos);
  CHECK(csv.text.find("\"'=HYPERLINK(1)\"") != std::string::npos);
  for (const char* bad :
       {"?from=2026-11-31", "?from=2026-11-30&to=2026-11-01", "?from=2020-01-01&to=2026-01-01", "?to=x"})
    CHECK(scene.as("author", "GET", std::string("/api/usage") + bad).status == 422);
  CHECK(scene.as("author", "GET", "/api/usage.pdf?month=2026-11").status == 503);
  CHECK(scene.as("author", "GET", "/api/usage.pdf?month=2026-13").status == 422);
}

TEST_CASE("the fleet's figures are there for whoever watches the server", "[fleet]") {
  FleetScene scene;
  const std::string token = scene.enrolled();
  scene.report(token, {scene.health()});
  scene.enrolled("W7MP3XR4");
  const auto figures = scene.fleet.figures(scene.now).value();
  CHECK(figures.kiosks.at("well") == 1);
  CHECK(figures.kiosks.at("new") == 1);
  CHECK(figures.kiosks.at("silent") == 0);
}

TEST_CASE("what nobody looks at any more is forgotten", "[fleet]") {
  FleetScene scene;
  const std::string token = scene.enrolled();
  const json report = scene.usage("usage-1", {scene.count("use", "khai-sinh", "opened")});
  scene.report(token, {report});
  scene.now += hours(24 * 549);
  REQUIRE(scene.fleet.look_round(scene.now));
  const auto kept = [&] { return scene.fleet.figures(scene.now).value().reports == 1; };
  CHECK(kept());
  scene.now += hours(48);
  REQUIRE(scene.fleet.look_round(scene.now));
  CHECK_FALSE(kept());
}
