// openapi.json is held to the server, and the server to it.

#include <catch2/catch_test_macros.hpp>
#include <regex>

#include "sync/tuf/signing_key.h"
#include "tests/support/desk_server.h"
#include "tests/support/openapi.h"

using namespace conglang;
using namespace conglang::testing;
using nlohmann::json;
using Words = std::vector<std::string>;

namespace {

const json kRefusal = {{"error", {{"code", "x"}, {"message", {{"vi", "x"}, {"en", "x"}}}}}};

}  // namespace

TEST_CASE("every route is documented and every documented route is there", "[desk]") {
  DeskServer server;
  std::set<std::string> routes;
  for (const server::Route& route : server.service().router().routes())
    routes.insert(route.method + " " + route.pattern);
  CHECK(routes == OpenApi().operations());
}

TEST_CASE("whatever is asked may fail or come at a busy time, and both are documented", "[desk]") {
  const OpenApi api;
  for (const std::string& operation : api.operations()) {
    for (const int status : {500, 503}) CHECK(api.check(operation, status, kRefusal) == Words{});
  }
}

TEST_CASE("whatever anybody asks, the answer is one that is documented", "[desk]") {
  const OpenApi api;
  DeskServer server;
  for (const char* name : {"", "tac.gia", "quan.tri", "tinh"}) {
    for (const std::string& operation : api.operations()) {
      if (operation == "POST /api/sign-out") continue;  // the others are asked in its session
      Browser browser = *name == 0 ? server.stranger() : server.browser(name);
      const std::string method = operation.substr(0, operation.find(' '));
      const std::string path =
          std::regex_replace(operation.substr(operation.find(' ') + 1), std::regex("\\{[^}]*\\}"), "999999");
      const Told told = browser.send(method, path, method == "GET" ? "" : "{}");
      INFO(operation << " as " << name << ": " << told.raw.body);
      CHECK(api.check(operation, told.status, told.body) == Words{});
    }
  }
}

TEST_CASE("a person's way through identity is as documented", "[desk]") {
  const OpenApi api;
  DeskServer server;
  Browser admin = server.browser("quan.tri");
  Browser lan = server.stranger();
  const auto checked = [&](const std::string& operation, int status, const Told& told) {
    INFO(operation << ": " << told.raw.body);
    CHECK(told.status == status);
    CHECK(api.check(operation, told.status, told.body) == Words{});
    return told.body;
  };
  const json link = checked(
      "POST /api/invitations", 201,
      admin.post("/api/invitations", {{"displayName", "Lan"}, {"roles", {"author"}}, {"commune", kCommune}}));
  const std::string desk_path = link["path"];
  const std::string invitation = "/api/invitations/" + desk_path.substr(desk_path.rfind('/') + 1);
  checked("GET /api/invitations/{token}", 200, lan.get(invitation));
  const json me = checked("POST /api/invitations/{token}", 200,
                          lan.post(invitation, {{"name", "lan.tran"}, {"password", "một con đê dài"}}));
  const std::string person = "/api/people/" + std::to_string(me["account"]["id"].get<int>());
  checked("GET /api/me", 200, lan.get("/api/me"));
  checked("POST /api/me/password", 422,
          lan.post("/api/me/password", {{"old", "x"}, {"new", "một con đê dài"}}));
  checked("POST /api/me/password", 200,
          lan.post("/api/me/password", {{"old", "một con đê dài"}, {"new", "một con đê dài hơn"}}));
  const json object = json::parse(tuf::SigningKey::generate().value().public_key().object());
  const json key =
      checked("POST /api/keys", 201, lan.post("/api/keys", {{"publicKey", object}, {"label", "máy bàn"}}));
  checked("POST /api/keys", 409, lan.post("/api/keys", {{"publicKey", object}, {"label", "máy bàn"}}));
  const std::string key_path = "/api/keys/" + std::to_string(key["id"].get<int>());
  checked("POST /api/keys/{id}/approve", 200, admin.post(key_path + "/approve"));
  checked("GET /api/keys", 200, admin.get("/api/keys"));
  checked("GET /api/signing-rule", 200, lan.get("/api/signing-rule"));
  checked("POST /api/signing-rule", 200, admin.post("/api/signing-rule", {{"wantsTool", false}}));
  checked("POST /api/signing-rule", 409, admin.post("/api/signing-rule", {{"wantsTool", true}}));
  checked("POST /api/keys/{id}/revoke", 200, lan.post(key_path + "/revoke"));
  checked("GET /api/people", 200, admin.get("/api/people"));
  checked("POST /api/people/{id}/roles", 200, admin.post(person + "/roles", {{"roles", {"reviewer"}}}));
  checked("POST /api/people/{id}/new-password", 201, admin.post(person + "/new-password"));
  checked("POST /api/sign-out", 200, lan.post("/api/sign-out"));
  checked("POST /api/sign-in", 200, lan.sign_in("lan.tran", "một con đê dài hơn"));
  checked("POST /api/people/{id}/disable", 200, admin.post(person + "/disable"));
  checked("POST /api/people/{id}/enable", 200, admin.post(person + "/enable"));
  checked("GET /api/audit", 200, admin.get("/api/audit"));
}

TEST_CASE("a schema finds what is missing, more, or of another kind", "[desk]") {
  const OpenApi api;
  const json link = {{"$ref", "#/components/schemas/Link"}};
  CHECK(api.mismatches(link, {{"path", "x"}, {"expires", "y"}}).empty());
  CHECK(api.mismatches(link, {{"path", "x"}}).size() == 1);
  CHECK(api.mismatches(link, {{"path", 7}, {"expires", "y"}}).size() == 1);
  CHECK(api.mismatches(link, {{"path", "x"}, {"expires", "y"}, {"more", 1}}).size() == 1);
  CHECK(api.mismatches(link, json::array()).size() == 1);
  CHECK(api.mismatches({{"oneOf", json::array()}}, 1).size() == 1);
}
