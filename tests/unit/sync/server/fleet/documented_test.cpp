// A kiosk's way through the whole server over real HTTP, held to openapi.json.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "sync/tuf/digest.h"
#include "tests/support/desk_server.h"
#include "tests/support/openapi.h"
#include "tests/support/repository_simulator.h"
#include "tests/support/sample_bundle.h"

using namespace conglang;
using namespace conglang::testing;
using nlohmann::json;
using Words = std::vector<std::string>;

namespace {

constexpr const char* kSecret = "a secret of the machine";

// A repository with the sample guides.
class Published {
 public:
  Published() {
    repository_.delegate("targets", "commune-09784", {"communes/09784/*", "communes/09784/*/*"}, true);
    for (const auto& [path, bytes] : sample_bundle())
      repository_.set_target(path.starts_with("communes/") ? "commune-09784" : "targets", path, bytes);
    repository_.publish();
    repository_.write_to(folder_.path());
  }
  std::filesystem::path folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
  RepositorySimulator repository_;
};

}  // namespace

TEST_CASE("a kiosk's way from its code to the usage page is as documented", "[desk][fleet]") {
  const OpenApi api;
  const Published published;
  DeskServer server({.repository = published.folder()});
  Browser admin = server.browser("quan.tri");
  Browser author = server.browser("tac.gia");
  Browser machine = server.stranger();
  const auto checked = [&](const std::string& operation, int status, const Told& told) {
    INFO(operation << ": " << told.raw.body);
    CHECK(told.status == status);
    CHECK(api.check(operation, told.status, told.body) == Words{});
    return told.body;
  };
  const json offer = {{"claimCode", "K7MP3XR4"}, {"deviceSecretHash", tuf::sha256_hex(kSecret)}};
  const std::string device =
      checked("POST /api/devices", 201, machine.post("/api/devices", offer))["deviceId"];
  machine.more_headers = std::string("Authorization: Bearer ") + kSecret + "\r\n";
  checked("GET /api/devices/{id}", 200, machine.get("/api/devices/" + device));
  const json claim = {{"claimCode", "K7MP-3XR4"}, {"name", "Máy cửa chính"}, {"place", "Thượng Tháp"}};
  const json kiosk = checked("POST /api/kiosks", 201, admin.post("/api/kiosks", claim));
  const std::string path = "/api/kiosks/" + std::to_string(kiosk["id"].get<int>());
  const std::string token =
      checked("GET /api/devices/{id}", 200, machine.get("/api/devices/" + device))["token"];
  machine.more_headers = "Authorization: Bearer " + token + "\r\n";

  checked("POST /api/kiosks/{id}/asks", 202, admin.post(path + "/asks", {{"ask", "sync"}}));
  const json entries = {
      {{"day", "2026-11-26"}, {"kind", "use"}, {"subject", "khai-sinh"}, {"action", "opened"}, {"n", 3}},
      {{"day", "2026-11-26"}, {"kind", "search"}, {"subject", "0912345678"}, {"action", ""}, {"n", 3}},
      {{"day", "2026-11-26"}, {"kind", "search"}, {"subject", "zzz"}, {"action", ""}, {"n", 3}}};
  const json reports = {
      {{"id", "h-1"},
       {"kind", "health"},
       {"at", format_instant(server.now())},
       {"body",
        {{"version", "1"}, {"diskFreeMegabytes", 10}, {"lastSuccess", format_instant(server.now())}}}},
      {{"id", "c-1"}, {"kind", "crash-loop"}, {"body", {{"active", "guides-1.db"}}}},
      {{"id", "u-1"}, {"kind", "usage"}, {"body", {{"entries", entries}, {"lost", 0}}}},
      {{"id", "x-1"}, {"kind", "photo"}, {"body", json::object()}}};
  const json taken =
      checked("POST /api/reports", 200,
              machine.post("/api/reports", {{"sentAt", format_instant(server.now())}, {"reports", reports}}));
  CHECK(taken["accepted"].size() == 3);
  CHECK(taken["refused"].size() == 1);
  REQUIRE(taken["asks"].size() == 1);
  checked("POST /api/reports", 200,
          machine.post("/api/reports", {{"reports", json::array()}, {"done", {taken["asks"][0]["id"]}}}));

  CHECK(checked("GET /api/kiosks", 200, author.get("/api/kiosks")).size() == 1);
  CHECK(checked("GET /api/kiosks/{id}", 200, author.get(path))["refusedEntries"] == 2);
  CHECK(checked("GET /api/alarms", 200, author.get("/api/alarms")).size() == 2);
  const json usage = checked("GET /api/usage", 200, author.get("/api/usage"));
  CHECK(usage["all"]["opened"] == 3);
  CHECK_FALSE(usage["guides"][0]["title"].get<std::string>().empty());
  checked("GET /api/usage.csv", 200, author.get("/api/usage.csv"));
  checked("POST /api/kiosks/{id}/retire", 200, admin.post(path + "/retire"));
  checked("POST /api/reports", 401, machine.post("/api/reports", {{"reports", json::array()}}));
}

TEST_CASE("accepted reports survive the server's end at any moment", "[desk][fleet]") {
  const Published published;
  DeskServer server({.repository = published.folder()});
  Browser admin = server.browser("quan.tri");
  Browser machine = server.stranger();
  const json offer = {{"claimCode", "K7MP3XR4"}, {"deviceSecretHash", tuf::sha256_hex(kSecret)}};
  const std::string device = machine.post("/api/devices", offer).body["deviceId"];
  REQUIRE(admin.post("/api/kiosks", {{"claimCode", "K7MP3XR4"}, {"name", "a"}, {"place", "b"}}).status ==
          201);
  machine.more_headers = std::string("Authorization: Bearer ") + kSecret + "\r\n";
  const std::string token = machine.get("/api/devices/" + device).body["token"];
  server.restart();
  Browser again = server.stranger();
  again.more_headers = "Authorization: Bearer " + token + "\r\n";
  const json report = {{"id", "c-1"}, {"kind", "crash-loop"}, {"body", {{"active", "guides-1.db"}}}};
  REQUIRE(again.post("/api/reports", {{"reports", json::array({report})}}).body["accepted"].size() == 1);
  server.restart();
  Browser after = server.browser("quan.tri");
  CHECK(after.get("/api/kiosks").body[0]["state"] == "crashing");
}
