#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <future>
#include <thread>

#include "tests/support/desk_server.h"

using namespace conglang;
using namespace conglang::testing;
using nlohmann::json;

namespace {

std::string person(Browser& browser, const std::string& name) {
  for (const json& someone : browser.get("/api/people").body)
    if (someone["name"] == name) return "/api/people/" + std::to_string(someone["id"].get<int>());
  return "/api/people/none";
}

std::vector<std::string> names(const json& people) {
  std::vector<std::string> found;
  for (const json& someone : people) found.push_back(someone["name"]);
  return found;
}

}  // namespace

TEST_CASE("an admin sees their own commune's people, the province everybody", "[desk]") {
  DeskServer server;
  CHECK(names(server.browser("quan.tri").get("/api/people").body) ==
        std::vector<std::string>{"duyet", "quan.tri", "tac.gia"});
  CHECK(names(server.browser("quan.tri").get("/api/people?commune=10001").body).size() == 3);
  CHECK(names(server.browser("tinh").get("/api/people").body).size() == 5);
  CHECK(names(server.browser("tinh").get("/api/people?commune=10001").body) ==
        std::vector<std::string>{"xa.khac"});
}

TEST_CASE("who leaves is signed out at once and does not sign in again", "[desk]") {
  DeskServer server;
  Browser admin = server.browser("quan.tri");
  Browser lan = server.browser("tac.gia");
  REQUIRE(admin.post(person(admin, "tac.gia") + "/disable").status == 200);
  CHECK(lan.get("/api/me").status == 401);
  CHECK(server.stranger().sign_in("tac.gia").status == 401);
  REQUIRE(admin.post(person(admin, "tac.gia") + "/enable").status == 200);
  CHECK(server.stranger().sign_in("tac.gia").status == 200);
}

TEST_CASE("changed roles hold at once for who is signed in, up and down", "[desk]") {
  DeskServer server;
  Browser admin = server.browser("quan.tri");
  Browser lan = server.browser("tac.gia");
  const std::string roles = person(admin, "tac.gia") + "/roles";
  CHECK(lan.get("/api/people").status == 403);
  REQUIRE(admin.post(roles, {{"roles", {"author", "admin"}}}).status == 200);
  CHECK(lan.get("/api/people").status == 200);
  CHECK(lan.get("/api/me").body["account"]["roles"] == json({"author", "admin"}));
  REQUIRE(admin.post(roles, {{"roles", {"author"}}}).status == 200);
  CHECK(lan.get("/api/people").status == 403);
  CHECK(lan.post(person(admin, "duyet") + "/disable").status == 403);
  CHECK(admin.get("/api/audit").body["entries"][0]["what"] == "account.roles");
}

TEST_CASE("attack: the last admin cannot be taken away by anybody of the commune, themselves included",
          "[desk]") {
  DeskServer server;
  Browser admin = server.browser("quan.tri");
  const std::string own = person(admin, "quan.tri");
  for (const json& roles : {json{"author"}, json{"author", "reviewer"}, json::array()})
    CHECK(admin.post(own + "/roles", {{"roles", roles}}).status >= 400);
  CHECK(admin.post(own + "/disable").status == 403);
  for (const char* name : {"tac.gia", "duyet"}) {
    Browser other = server.browser(name);
    CHECK(other.post(own + "/roles", {{"roles", {"author"}}}).status == 403);
    CHECK(other.post(own + "/disable").status == 403);
  }
  // One whom an admin made admin may take the first one's role, and is then the one who cannot lose it.
  REQUIRE(admin.post(person(admin, "duyet") + "/roles", {{"roles", {"admin"}}}).status == 200);
  Browser second = server.browser("duyet");
  REQUIRE(second.post(own + "/roles", {{"roles", {"author"}}}).status == 200);
  CHECK(admin.get("/api/people").status == 403);
  CHECK(second.post(person(second, "duyet") + "/roles", {{"roles", {"author"}}}).code() == "oneself");
}

TEST_CASE("attack: roles that there are none of, or that no commune gives, are refused", "[desk][security]") {
  DeskServer server;
  Browser admin = server.browser("quan.tri");
  const std::string roles = person(admin, "tac.gia") + "/roles";
  for (const json& attack : {json{"operator"}, json{"admin", "operator"}, json{"root"}, json("admin"),
                             json::array(), json{1}, json(nullptr), json{{"admin", true}}}) {
    CAPTURE(attack.dump());
    CHECK(admin.post(roles, {{"roles", attack}}).status == 422);
  }
  CHECK(server.browser("tac.gia").get("/api/people").status == 403);
}

TEST_CASE("attack: an admin touches nobody of another commune, no operator and not themselves", "[desk]") {
  DeskServer server;
  Browser province = server.browser("tinh");
  Browser admin = server.browser("quan.tri");
  for (const char* what : {"/disable", "/enable", "/roles", "/new-password"}) {
    const json body = {{"roles", {"admin"}}};
    CHECK(admin.post(person(province, "xa.khac") + what, body).status == 404);
    CHECK(admin.post(person(province, "tinh") + what, body).status == 404);
  }
  CHECK(admin.post(person(admin, "quan.tri") + "/disable").code() == "oneself");
  CHECK(admin.post(person(admin, "quan.tri") + "/roles", {{"roles", {"admin", "reviewer"}}}).code() ==
        "oneself");
  CHECK(admin.post(person(admin, "tac.gia") + "/roles", {{"roles", {"operator"}}}).status == 422);
  CHECK(province.post(person(province, "quan.tri") + "/disable").status == 200);
  CHECK(admin.get("/api/me").status == 401);
}

TEST_CASE("what is done to people is in the audit log of their commune", "[desk]") {
  DeskServer server;
  Browser admin = server.browser("quan.tri");
  REQUIRE(admin.post(person(admin, "tac.gia") + "/disable").status == 200);
  const json log = admin.get("/api/audit").body;
  CHECK(log["entries"][0]["what"] == "account.disable");
  CHECK(log["entries"][0]["who"] == "quan.tri");
  const json of_another = server.browser("xa.khac").get("/api/audit").body;
  for (const json& entry : of_another["entries"]) CHECK(entry["who"] == "xa.khac");
  const json older =
      admin.get("/api/audit?before=" + std::to_string(log["entries"][0]["id"].get<int>())).body;
  CHECK(older["entries"][0]["id"] < log["entries"][0]["id"]);
}

TEST_CASE("attack: two admins who take each other's role away in the same moment leave one", "[desk]") {
  DeskServer server;
  Browser first = server.browser("quan.tri");
  REQUIRE(first.post(person(first, "duyet") + "/roles", {{"roles", {"admin"}}}).status == 200);
  Browser second = server.browser("duyet");
  const std::string of_second = person(first, "duyet") + "/roles";
  const std::string of_first = person(first, "quan.tri") + "/roles";
  const json none = {{"roles", {"author"}}};
  std::future<Told> one;
  std::future<Told> other;
  // Both have passed the door and wait for the writer before them.
  REQUIRE(server.store().write([&](server::Transaction&) -> Result<void> {
    one = std::async(std::launch::async, [&] { return first.post(of_second, none); });
    other = std::async(std::launch::async, [&] { return second.post(of_first, none); });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    return {};
  }));
  const int statuses[] = {one.get().status, other.get().status};
  CHECK(std::ranges::count(statuses, 200) == 1);
  CHECK(std::ranges::count(statuses, 403) == 1);
  const int admins = static_cast<int>(first.get("/api/people").status == 200) +
                     static_cast<int>(second.get("/api/people").status == 200);
  CHECK(admins == 1);
}
