#include <catch2/catch_test_macros.hpp>

#include "sync/server/commands.h"
#include "tests/support/desk_server.h"

using namespace conglang;
using namespace conglang::testing;
using nlohmann::json;
using std::chrono::hours;

namespace {

json invitation(const json& roles, const std::string& commune) {
  return {{"displayName", "Trần Thị Lan"}, {"roles", roles}, {"commune", commune}};
}

/// The API's path of a link that the desk would open.
std::string api_path(const json& made) {
  const std::string path = made["path"];
  return "/api/invitations/" + path.substr(path.rfind('/') + 1);
}

const json kChosen = {{"name", "lan.tran"}, {"password", "một con đê dài hun hút"}};

}  // namespace

TEST_CASE("an invited person chooses a name and a password and is signed in", "[desk]") {
  DeskServer server;
  const Told made =
      server.browser("quan.tri").post("/api/invitations", invitation({"author", "reviewer"}, kCommune));
  REQUIRE(made.status == 201);
  CHECK(made.body["path"].get<std::string>().starts_with("/desk/#/invite/"));
  CHECK(made.body["expires"] == "2026-12-04T08:00:00Z");
  Browser lan = server.stranger();
  const Told shown = lan.get(api_path(made.body));
  CHECK(shown.body["displayName"] == "Trần Thị Lan");
  CHECK(shown.body["name"] == nullptr);
  const Told in = lan.post(api_path(made.body), kChosen);
  REQUIRE(in.status == 200);
  CHECK(in.body["account"]["roles"] == json({"author", "reviewer"}));
  CHECK(in.body["account"]["commune"] == kCommune);
  CHECK(lan.get("/api/me").status == 200);
  CHECK(server.stranger().sign_in("lan.tran", kChosen["password"]).status == 200);
}

TEST_CASE("attack: a link is good once, for a week, and only as it was made", "[desk]") {
  DeskServer server;
  const json made =
      server.browser("quan.tri").post("/api/invitations", invitation({"author"}, kCommune)).body;
  const std::string path = api_path(made);
  SECTION("used") {
    REQUIRE(server.stranger().post(path, kChosen).status == 200);
    CHECK(server.stranger().post(path, {{"name", "khac"}, {"password", "một con đê dài hun hút"}}).status ==
          404);
    CHECK(server.stranger().get(path).status == 404);
  }
  SECTION("too old") {
    server.advance(hours(24 * 7));
    CHECK(server.stranger().get(path).status == 404);
    CHECK(server.stranger().post(path, kChosen).status == 404);
  }
  SECTION("another") {
    CHECK(server.stranger().post("/api/invitations/" + std::string(64, '0'), kChosen).status == 404);
  }
  SECTION("with more than it gives") {
    json greedy = kChosen;
    greedy["roles"] = {"operator"};
    greedy["commune"] = "";
    CHECK(server.stranger().post(path, greedy).body["account"]["roles"] == json({"author"}));
  }
}

TEST_CASE("a link survives a name that is taken and a password that is weak", "[desk]") {
  DeskServer server;
  const json made =
      server.browser("quan.tri").post("/api/invitations", invitation({"author"}, kCommune)).body;
  Browser lan = server.stranger();
  CHECK(lan.post(api_path(made), {{"name", "duyet"}, {"password", "một con đê dài hun hút"}}).code() ==
        "name-taken");
  CHECK(lan.post(api_path(made), {{"name", "Lan Trần"}, {"password", "một con đê dài"}}).code() ==
        "bad-name");
  CHECK(lan.post(api_path(made), {{"name", "lan.tran"}, {"password", "1234567890"}}).code() ==
        "weak-password");
  CHECK(lan.post(api_path(made), kChosen).status == 200);
}

TEST_CASE("attack: an admin invites nobody into another commune or over their own head", "[desk]") {
  DeskServer server;
  Browser admin = server.browser("quan.tri");
  CHECK(admin.post("/api/invitations", invitation({"author"}, kOtherCommune)).status == 403);
  CHECK(admin.post("/api/invitations", invitation({"operator"}, "")).status == 403);
  CHECK(admin.post("/api/invitations", invitation({"operator"}, kCommune)).status == 422);
  CHECK(admin.post("/api/invitations", invitation({"admin", "operator"}, kCommune)).status == 422);
  CHECK(admin.post("/api/invitations", invitation({"admin"}, "")).status == 403);
  CHECK(admin.post("/api/invitations", invitation(json::array(), kCommune)).status == 422);
  Browser province = server.browser("tinh");
  CHECK(province.post("/api/invitations", invitation({"admin"}, kOtherCommune)).status == 201);
  CHECK(province.post("/api/invitations", invitation({"operator"}, "")).status == 201);
}

TEST_CASE("who lost a password gets a link, and every earlier session and link ends", "[desk]") {
  DeskServer server;
  Browser lan = server.browser("tac.gia");
  Browser admin = server.browser("quan.tri");
  const std::string person =
      "/api/people/" + std::to_string(lan.get("/api/me").body["account"]["id"].get<int>());
  const json first = admin.post(person + "/new-password").body;
  const json second = admin.post(person + "/new-password").body;
  CHECK(server.stranger().get(api_path(first)).status == 404);
  Browser again = server.stranger();
  CHECK(again.get(api_path(second)).body["name"] == "tac.gia");
  REQUIRE(again.post(api_path(second), {{"password", "một con đê dài hun hút"}}).status == 200);
  CHECK(again.get("/api/me").body["account"]["name"] == "tac.gia");
  CHECK(lan.get("/api/me").status == 401);
  CHECK(server.stranger().sign_in("tac.gia").status == 401);
  CHECK(server.browser("xa.khac").post(person + "/new-password").status == 404);
}

TEST_CASE("the first operator comes by a command, beside the running server", "[desk]") {
  DeskServer server;
  const std::string path = server::invite_operator(server.data(), "Nguyễn Văn An", server.now()).value();
  Browser an = server.stranger();
  const Told in =
      an.post(api_path({{"path", path}}), {{"name", "an.nguyen"}, {"password", "một con đê dài hun hút"}});
  REQUIRE(in.status == 200);
  CHECK(in.body["account"]["roles"] == json({"operator"}));
  CHECK_FALSE(server::invite_operator(server.data(), "", server.now()));
}
