// How a machine becomes a kiosk, and what that is no way to become one.

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "content/base/hex.h"
#include "tests/unit/sync/server/fleet/scene.h"

using namespace conglang;
using namespace conglang::testing;
using nlohmann::json;
using std::chrono::hours;

namespace {

json claim_of(const std::string& code) {
  return {{"claimCode", code}, {"name", "Máy cửa chính"}, {"place", "Thôn Thượng Tháp"}};
}

}  // namespace

TEST_CASE("a machine waits until an admin types its code, and then has a token that works", "[fleet]") {
  FleetScene scene;
  const std::string device = scene.offer("K7MP3XR4");
  CHECK(scene.machine(kSecret, "GET", "/api/devices/" + device).body == json{{"state", "waiting"}});
  const auto claimed = scene.as("admin", "POST", "/api/kiosks", claim_of("k7mp-3xr4"));
  REQUIRE(claimed.status == 201);
  CHECK(claimed.body["commune"] == "09784");
  CHECK(claimed.body["state"] == "new");
  const auto collected = scene.machine(kSecret, "GET", "/api/devices/" + device);
  CHECK(collected.body["state"] == "claimed");
  CHECK(collected.body["commune"] == "09784");
  CHECK(collected.body["place"] == "Thôn Thượng Tháp");
  const std::string token = collected.body["token"];
  const auto posted = scene.report(token, {scene.health()});
  CHECK(posted.status == 200);
  CHECK(posted.body["accepted"].size() == 1);
  CHECK(scene.as("author", "GET", "/api/kiosks").body[0]["state"] == "well");
}

TEST_CASE("an answer with a token that got lost is asked for again, and only the last token works",
          "[fleet]") {
  FleetScene scene;
  const std::string device = scene.offer("K7MP3XR4");
  REQUIRE(scene.as("admin", "POST", "/api/kiosks", claim_of("K7MP3XR4")).status == 201);
  const std::string lost = scene.machine(kSecret, "GET", "/api/devices/" + device).body["token"];
  const std::string token = scene.machine(kSecret, "GET", "/api/devices/" + device).body["token"];
  CHECK(scene.report(lost, {}).status == 401);
  CHECK(scene.report(token, {}).status == 200);
  // From its first use on the secret is worth nothing.
  CHECK(scene.machine(kSecret, "GET", "/api/devices/" + device).status == 404);
}

TEST_CASE("the same offer again is the same device, another with its code is refused", "[fleet]") {
  FleetScene scene;
  const std::string device = scene.offer("K7MP3XR4");
  CHECK(scene.offer("K7MP3XR4") == device);
  const auto other =
      scene.machine("", "POST", "/api/devices",
                    {{"claimCode", "K7MP3XR4"}, {"deviceSecretHash", tuf::sha256_hex("thief")}});
  CHECK(other.status == 409);
  for (const json& bad :
       {json::object(), json{{"claimCode", "K7MP3XR0"}, {"deviceSecretHash", tuf::sha256_hex("x")}},
        json{{"claimCode", "K7MP3XR4"}, {"deviceSecretHash", "x"}}, json{{"claimCode", 1}}})
    CHECK(scene.machine("", "POST", "/api/devices", bad).status == 422);
}

TEST_CASE("a claim code runs out after two days", "[fleet]") {
  FleetScene scene;
  const std::string device = scene.offer("K7MP3XR4");
  scene.now += hours(48);
  CHECK(scene.as("admin", "POST", "/api/kiosks", claim_of("K7MP3XR4")).status == 404);
  CHECK(scene.machine(kSecret, "GET", "/api/devices/" + device).status == 404);
  CHECK(scene.offer("K7MP3XR4", "another secret") != device);
}

TEST_CASE("an attack: who guesses claim codes gets ten tries an hour", "[fleet][attack]") {
  FleetScene scene;
  scene.offer("K7MP3XR4");
  for (const char sign : std::string("369ACEFHJW"))
    CHECK(scene.as("admin", "POST", "/api/kiosks", claim_of(std::string("K7MP3XR") + sign)).status == 404);
  const auto slowed = scene.as("admin", "POST", "/api/kiosks", claim_of("K7MP3XR4"));
  CHECK(slowed.status == 429);
  CHECK(std::ranges::any_of(slowed.headers, [](const auto& header) { return header.name == "Retry-After"; }));
  // Others are not held up by it, and an hour later the right code works.
  CHECK(scene.as("other", "POST", "/api/kiosks", claim_of("WWWWWWWW")).status == 404);
  scene.now += hours(1);
  CHECK(scene.as("admin", "POST", "/api/kiosks", claim_of("K7MP3XR4")).status == 201);
}

TEST_CASE("an attack: a code is claimed once, and not again by whoever saw it", "[fleet][attack]") {
  FleetScene scene;
  scene.offer("K7MP3XR4");
  CHECK(scene.as("admin", "POST", "/api/kiosks", claim_of("K7MP3XR4")).status == 201);
  CHECK(scene.as("other", "POST", "/api/kiosks", claim_of("K7MP3XR4")).status == 404);
}

TEST_CASE("an attack: who knows the device's id but not its secret gets no token", "[fleet][attack]") {
  FleetScene scene;
  const std::string device = scene.offer("K7MP3XR4");
  REQUIRE(scene.as("admin", "POST", "/api/kiosks", claim_of("K7MP3XR4")).status == 201);
  for (const std::string& secret : {std::string(), std::string("guess"), tuf::sha256_hex(kSecret)})
    CHECK(scene.machine(secret, "GET", "/api/devices/" + device).status == 404);
  CHECK(scene.machine(kSecret, "GET", "/api/devices/" + device).status == 200);
}

TEST_CASE("an attack: a flood of offers from one address is turned away, others are not", "[fleet][attack]") {
  FleetScene scene;
  const auto offer = [&](const std::string& peer) {
    return scene.machine("", "POST", "/api/devices", json::object(), peer).status;
  };
  for (int i = 0; i < 120; ++i) CHECK(offer("192.0.2.1") == 422);
  CHECK(offer("192.0.2.1") == 429);
  CHECK(offer("192.0.2.2") == 422);
}

TEST_CASE("an attack: authors and reviewers claim, retire and ask nothing", "[fleet][attack]") {
  FleetScene scene;
  scene.enrolled();
  const std::string kiosk = "/api/kiosks/" + std::to_string(scene.last_kiosk);
  scene.offer("W7MP3XR4", "another");
  for (const char* who : {"author", "reviewer"}) {
    CHECK(scene.as(who, "POST", "/api/kiosks", claim_of("W7MP3XR4")).status == 403);
    CHECK(scene.as(who, "POST", kiosk + "/retire").status == 403);
    CHECK(scene.as(who, "POST", kiosk + "/asks", {{"ask", "restart"}}).status == 403);
    CHECK(scene.as(who, "GET", kiosk).status == 200);
  }
  CHECK(scene.as("nobody", "GET", kiosk).status == 401);
}

TEST_CASE("an attack: another commune's kiosk is not there, by any door", "[fleet][attack]") {
  FleetScene scene;
  scene.enrolled();
  const std::string kiosk = "/api/kiosks/" + std::to_string(scene.last_kiosk);
  const auto theirs = scene.as("other", "GET", kiosk);
  const auto none = scene.as("other", "GET", "/api/kiosks/9999");
  CHECK(theirs.status == 404);
  CHECK(theirs.text == none.text);
  CHECK(scene.as("other", "POST", kiosk + "/retire").status == 404);
  CHECK(scene.as("other", "POST", kiosk + "/asks", {{"ask", "restart"}}).status == 404);
  CHECK(scene.as("other", "GET", "/api/kiosks").body.empty());
  CHECK(scene.as("other", "GET", "/api/kiosks?commune=09784").status == 404);
  CHECK(scene.as("other", "GET", "/api/alarms?commune=09784").status == 404);
  for (const char* path : {"/api/usage", "/api/usage.csv"})
    CHECK(scene.as("other", "GET", std::string(path) + "?commune=09784").status == 404);
  CHECK(scene.as("operator", "GET", kiosk).status == 200);
  CHECK(scene.as("operator", "GET", "/api/kiosks?commune=09784").body.size() == 1);
  // Nor does an admin put a kiosk into another commune.
  scene.offer("W7MP3XR4", "another");
  json claim = claim_of("W7MP3XR4");
  claim["commune"] = "09787";
  CHECK(scene.as("admin", "POST", "/api/kiosks", claim).status == 422);
  CHECK(scene.as("operator", "POST", "/api/kiosks", claim_of("W7MP3XR4")).status == 422);
  CHECK(scene.as("operator", "POST", "/api/kiosks", claim).body["commune"] == "09787");
}

TEST_CASE("an attack: names of kiosks carry no telephone numbers and no control characters",
          "[fleet][attack]") {
  FleetScene scene;
  scene.offer("K7MP3XR4");
  for (const char* name : {"", "Máy của chị Lan 0912 345 678", "a\tb"}) {
    json claim = claim_of("K7MP3XR4");
    claim["name"] = name;
    CHECK(scene.as("admin", "POST", "/api/kiosks", claim).status == 422);
  }
  json claim = claim_of("K7MP3XR4");
  claim["place"] = std::string(200, 'x');
  CHECK(scene.as("admin", "POST", "/api/kiosks", claim).body["error"]["field"] == "place");
}

TEST_CASE("an attack: SQL in what is sent is text", "[fleet][attack]") {
  FleetScene scene;
  const std::string token = scene.enrolled("K7MP3XR4", "admin", "x'); DROP TABLE kiosks; --");
  CHECK(scene.report(token, {scene.health()}).status == 200);
  CHECK(scene.as("admin", "GET", "/api/kiosks").body[0]["place"] == "x'); DROP TABLE kiosks; --");
  CHECK(scene.as("admin", "GET", "/api/kiosks/1%20OR%201=1").status == 404);
  CHECK(scene.report("' OR 1=1 --", {}).status == 401);
}

TEST_CASE("an attack: a stolen dump of the database has no token and no secret in it", "[fleet][attack]") {
  FleetScene scene;
  const std::string token = scene.enrolled();
  scene.offer("W7MP3XR4", "another secret of a machine");
  REQUIRE(scene.store->backup(scene.folder / "dump"));
  const std::string dump = read_file(scene.folder / "dump", 64UL << 20U).value();
  REQUIRE(dump.size() > 4096);
  CHECK(dump.find(token) == std::string::npos);
  CHECK(dump.find(from_hex(token).value()) == std::string::npos);
  CHECK(dump.find("secret of") == std::string::npos);
  // What is there opens nothing.
  const std::string hash = tuf::sha256_hex(token);
  CHECK(dump.find(hash) != std::string::npos);
  CHECK(scene.report(hash, {}).status == 401);
}

TEST_CASE("a retired kiosk's token is worth nothing and it is listed only when asked for", "[fleet]") {
  FleetScene scene;
  const std::string token = scene.enrolled();
  REQUIRE(scene.report(token, {scene.health()}).status == 200);
  const std::string kiosk = "/api/kiosks/" + std::to_string(scene.last_kiosk);
  CHECK(scene.as("admin", "POST", kiosk + "/retire").body["state"] == "retired");
  CHECK(scene.report(token, {}).status == 401);
  CHECK(scene.as("admin", "GET", "/api/kiosks").body.empty());
  CHECK(scene.as("admin", "GET", "/api/kiosks?retired=1").body.size() == 1);
  CHECK(scene.as("admin", "POST", kiosk + "/asks", {{"ask", "sync"}}).status == 409);
}

TEST_CASE("claims, asks and retirements stand in the audit log", "[fleet]") {
  FleetScene scene;
  scene.enrolled();
  const std::string kiosk = "/api/kiosks/" + std::to_string(scene.last_kiosk);
  scene.as("admin", "POST", kiosk + "/asks", {{"ask", "sync"}});
  scene.as("admin", "POST", kiosk + "/retire");
  std::vector<std::string> what;
  const auto read = [&](server::Transaction& transaction) -> Result<void> {
    TRY(const auto rows, transaction.rows("SELECT what FROM audit ORDER BY id"));
    for (const auto& row : rows) what.push_back(row.text(0));
    return {};
  };
  REQUIRE(scene.store->read(read));
  CHECK(what == std::vector<std::string>{"kiosk.claim", "kiosk.ask-sync", "kiosk.retire"});
}
