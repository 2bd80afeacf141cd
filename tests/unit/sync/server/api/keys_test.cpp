#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cctype>

#include "sync/tuf/signing_key.h"
#include "tests/support/desk_server.h"

using namespace conglang;
using namespace conglang::testing;
using nlohmann::json;

namespace {

json fresh_key() {
  return json::parse(tuf::SigningKey::generate().value().public_key().object());
}

// The public half of a P-256 key as a browser's exportKey("spki") gives it, in PEM.
constexpr const char* kP256 =
    "-----BEGIN PUBLIC KEY-----\n"
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt\n"
    "6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==\n"
    "-----END PUBLIC KEY-----\n";

Told enrol(Browser& browser, const json& key, const std::string& label = "máy bàn ở văn phòng") {
  return browser.post("/api/keys", {{"publicKey", key}, {"label", label}});
}

Told enrol_tool(Browser& browser) {
  return browser.post("/api/keys", {{"publicKey", fresh_key()}, {"label", "conglang"}, {"heldBy", "tool"}});
}

std::string path(const Told& enrolled) {
  return "/api/keys/" + std::to_string(enrolled.body["id"].get<int>());
}

}  // namespace

TEST_CASE("a key is enrolled by its owner, approved by somebody else, and then in the delegation", "[desk]") {
  DeskServer server;
  Browser lan = server.browser("tac.gia");
  Browser reviewer = server.browser("duyet");
  Browser admin = server.browser("quan.tri");
  Browser province = server.browser("tinh");
  const json ed25519 = fresh_key();
  const json p256 = {
      {"keytype", "ecdsa"}, {"scheme", "ecdsa-sha2-nistp256"}, {"keyval", {{"public", kP256}}}};
  const Told first = enrol(lan, ed25519);
  const Told second = enrol(reviewer, p256);
  const Told third = enrol(lan, fresh_key(), "máy xách tay");
  REQUIRE(first.status == 201);
  REQUIRE(second.status == 201);
  CHECK(first.body["state"] == "enrolled");
  CHECK(first.body["keyId"] == tuf::PublicKey::parse(ed25519).value().id());
  CHECK(province.get("/api/delegations/09784").code() == "too-few-keys");
  for (const Told& key : {first, second})
    CHECK(admin.post(path(key) + "/approve").body["state"] == "approved");
  CHECK(province.get("/api/delegations/09784").code() == "too-few-keys");
  REQUIRE(admin.post(path(third) + "/approve").status == 200);
  const json delegation = province.get("/api/delegations/09784").body;
  CHECK(delegation["threshold"] == 2);
  CHECK(delegation["keys"].size() == 3);
  CHECK(std::find(delegation["keys"].begin(), delegation["keys"].end(), ed25519) != delegation["keys"].end());
  CHECK(lan.get("/api/keys").body.size() == 2);
  const json keys = admin.get("/api/keys").body;
  REQUIRE(keys.size() == 3);
  CHECK(keys[2]["publicKey"] == ed25519);
  CHECK(server.browser("xa.khac").get("/api/keys").body.empty());
}

TEST_CASE("attack: a key that cannot be trusted is not enrolled", "[desk]") {
  DeskServer server;
  Browser lan = server.browser("tac.gia");
  const json good = fresh_key();
  json small_order = good;
  small_order["keyval"]["public"] = std::string(64, '0');
  json other_scheme = good;
  other_scheme["scheme"] = "none";
  json not_hex = good;
  not_hex["keyval"]["public"] = "xyz";
  json no_key = {{"keytype", "ecdsa"}, {"scheme", "ecdsa-sha2-nistp256"}, {"keyval", {{"public", "PEM"}}}};
  json rsa = {{"keytype", "rsa"}, {"scheme", "rsassa-pss-sha256"}, {"keyval", {{"public", kP256}}}};
  for (const json& key : {small_order, other_scheme, not_hex, no_key, rsa, json::object(), json::array()}) {
    INFO(key.dump());
    const Told refused = enrol(lan, key);
    CHECK(refused.status == 422);
    CHECK(refused.body["error"]["field"] == "publicKey");
  }
  CHECK(lan.get("/api/keys").body.empty());
}

TEST_CASE("attack: nobody enrols a key that is somebody else's, in whatever spelling", "[desk]") {
  DeskServer server;
  Browser lan = server.browser("tac.gia");
  Browser thief = server.browser("xa.khac");
  const json key = fresh_key();
  REQUIRE(enrol(lan, key).status == 201);
  CHECK(enrol(thief, key).status == 409);
  json spelled = key;
  std::string upper = key["keyval"]["public"];
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  spelled["keyval"]["public"] = upper;
  spelled["note"] = "another object, the same key";
  CHECK(enrol(thief, spelled).status >= 409);
}

TEST_CASE("attack: nobody approves their own key, or one of another commune", "[desk]") {
  DeskServer server;
  Browser admin = server.browser("quan.tri");
  Browser other = server.browser("xa.khac");
  const Told own = enrol(admin, fresh_key());
  CHECK(admin.post(path(own) + "/approve").status == 403);
  CHECK(other.post(path(own) + "/approve").status == 404);
  CHECK(server.browser("tac.gia").post(path(own) + "/approve").status == 403);
  CHECK(server.browser("tinh").post(path(own) + "/approve").status == 200);
  CHECK(server.browser("tinh").post(path(own) + "/approve").status == 409);
}

TEST_CASE("attack: an admin who takes an account over by a new password does not approve its keys",
          "[desk]") {
  DeskServer server;
  Browser admin = server.browser("quan.tri");
  Browser reviewer = server.browser("duyet");
  const std::string id = std::to_string(reviewer.get("/api/me").body["account"]["id"].get<int>());
  const std::string link = admin.post("/api/people/" + id + "/new-password").body["path"];
  Browser taken = server.stranger();
  REQUIRE(taken.post("/api/invitations/" + link.substr(link.rfind('/') + 1), {{"password", "một con đê dài"}})
              .status == 200);
  const Told key = enrol(taken, fresh_key());
  server.advance(std::chrono::hours(24 * 30));
  CHECK(server.browser("quan.tri").post(path(key) + "/approve").status == 403);
  CHECK(server.browser("tinh").post(path(key) + "/approve").status == 200);
}

TEST_CASE("a lost key is revoked by its owner at once and never comes back", "[desk]") {
  DeskServer server;
  Browser lan = server.browser("tac.gia");
  Browser admin = server.browser("quan.tri");
  const json key = fresh_key();
  const Told enrolled = enrol(lan, key);
  REQUIRE(admin.post(path(enrolled) + "/approve").status == 200);
  CHECK(server.browser("duyet").post(path(enrolled) + "/revoke").status == 404);
  CHECK(server.browser("xa.khac").post(path(enrolled) + "/revoke").status == 404);
  CHECK(lan.post(path(enrolled) + "/revoke").body["state"] == "revoked");
  CHECK(lan.post(path(enrolled) + "/revoke").status == 409);
  CHECK(admin.post(path(enrolled) + "/approve").status == 409);
  CHECK(enrol(lan, key).status == 409);
  CHECK(enrol(lan, fresh_key(), "máy mới").status == 201);  // a new laptop
}

TEST_CASE("who leaves takes every key along", "[desk]") {
  DeskServer server;
  Browser lan = server.browser("tac.gia");
  Browser admin = server.browser("quan.tri");
  for (int i = 0; i < 3; ++i) REQUIRE(admin.post(path(enrol(lan, fresh_key())) + "/approve").status == 200);
  const std::string id = std::to_string(lan.get("/api/me").body["account"]["id"].get<int>());
  const Told left = admin.post("/api/people/" + id + "/disable");
  CHECK(left.body["keysRevoked"] == 3);
  for (const json& key : admin.get("/api/keys").body) CHECK(key["state"] == "revoked");
}

TEST_CASE("attack: nobody fills the list of keys", "[desk]") {
  DeskServer server;
  Browser lan = server.browser("tac.gia");
  for (int i = 0; i < 5; ++i) CHECK(enrol(lan, fresh_key()).status == 201);
  CHECK(enrol(lan, fresh_key()).status == 422);
  CHECK(enrol(lan, fresh_key(), "").status == 422);
}

TEST_CASE("a key is a browser's or a tool's from its enrolment on", "[desk]") {
  DeskServer server;
  Browser lan = server.browser("tac.gia");
  REQUIRE(enrol(lan, fresh_key()).status == 201);
  REQUIRE(enrol_tool(lan).status == 201);
  const json keys = lan.get("/api/keys").body;
  REQUIRE(keys.size() == 2);
  CHECK(keys[0]["heldBy"] == "tool");
  CHECK(keys[1]["heldBy"] == "browser");
  const Told other =
      lan.post("/api/keys", {{"publicKey", fresh_key()}, {"label", "x"}, {"heldBy", "pocket"}});
  CHECK(other.status == 422);
  CHECK(other.body["error"]["field"] == "heldBy");
}

TEST_CASE("an admin wants a tool's signature once somebody has such a key, and takes the wish back",
          "[desk]") {
  DeskServer server;
  Browser lan = server.browser("tac.gia");
  Browser admin = server.browser("quan.tri");
  CHECK(lan.get("/api/signing-rule").body == json{{"commune", kCommune}, {"wantsTool", false}});
  CHECK(admin.post("/api/signing-rule", {{"wantsTool", true}}).code() == "no-tool-key");
  const Told tool = enrol_tool(lan);
  CHECK(admin.post("/api/signing-rule", {{"wantsTool", true}}).code() == "no-tool-key");
  REQUIRE(admin.post(path(tool) + "/approve").status == 200);
  CHECK(lan.post("/api/signing-rule", {{"wantsTool", true}}).status == 403);
  CHECK(admin.post("/api/signing-rule", {{"wantsTool", "yes"}}).status == 422);
  CHECK(admin.post("/api/signing-rule", {{"wantsTool", true}, {"commune", kOtherCommune}}).status == 404);
  REQUIRE(admin.post("/api/signing-rule", {{"wantsTool", true}}).status == 200);
  CHECK(lan.get("/api/signing-rule").body["wantsTool"] == true);
  CHECK(server.browser("xa.khac").get("/api/signing-rule").body["wantsTool"] == false);
  CHECK(server.browser("xa.khac").get(std::string("/api/signing-rule?commune=") + kCommune).status == 404);
  CHECK(server.browser("tinh").get("/api/signing-rule").status == 404);  // of which commune?
  CHECK(server.browser("tinh").get(std::string("/api/signing-rule?commune=") + kCommune).body["wantsTool"] ==
        true);
  CHECK(admin.get("/api/audit").body.dump().find("signing.want-tool") != std::string::npos);
  CHECK(admin.post("/api/signing-rule", {{"wantsTool", false}}).body["wantsTool"] == false);
}

TEST_CASE("who wants a tool's signature gets a delegation that kiosks hold to: one browser's key at most",
          "[desk][security]") {
  DeskServer server;
  Browser lan = server.browser("tac.gia");
  Browser reviewer = server.browser("duyet");
  Browser admin = server.browser("quan.tri");
  Browser province = server.browser("tinh");
  const Told first = enrol(lan, fresh_key());
  const Told second = enrol(reviewer, fresh_key());
  const Told tool = enrol_tool(lan);
  for (const Told& key : {first, second, tool}) REQUIRE(admin.post(path(key) + "/approve").status == 200);
  CHECK(province.get("/api/delegations/09784").body["keys"].size() == 3);
  REQUIRE(admin.post("/api/signing-rule", {{"wantsTool", true}}).status == 200);
  CHECK(province.get("/api/delegations/09784").code() == "too-many-browser-keys");
  REQUIRE(lan.post(path(first) + "/revoke").status == 200);
  CHECK(province.get("/api/delegations/09784").code() == "too-few-keys");
  const Told other_tool = enrol_tool(reviewer);
  REQUIRE(admin.post(path(other_tool) + "/approve").status == 200);
  const json delegation = province.get("/api/delegations/09784").body;
  CHECK(delegation["threshold"] == 2);
  CHECK(delegation["keys"].size() == 3);  // of any two, one is a tool's
}
