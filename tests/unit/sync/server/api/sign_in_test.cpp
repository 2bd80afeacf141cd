#include <catch2/catch_test_macros.hpp>

#include "tests/support/desk_server.h"

using namespace conglang;
using namespace conglang::testing;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

TEST_CASE("who signs in is known until signing out", "[desk]") {
  DeskServer server;
  Browser lan = server.stranger();
  CHECK(lan.get("/api/me").status == 401);
  const Told in = lan.sign_in("tac.gia");
  REQUIRE(in.status == 200);
  CHECK(in.body["account"]["name"] == "tac.gia");
  CHECK(in.body["account"]["commune"] == kCommune);
  CHECK(in.body["account"]["roles"] == nlohmann::json({"author"}));
  CHECK(lan.get("/api/me").body == in.body);
  const std::string token = lan.cookie;
  CHECK(lan.post("/api/sign-out").status == 200);
  lan.cookie = token;
  CHECK(lan.get("/api/me").code() == "signed-out");
}

TEST_CASE("the session's cookie is for this site's requests alone, and for https where there is some",
          "[desk]") {
  DeskServerOptions options;
  options.http.behind_proxy = true;
  DeskServer server(options);
  Browser lan = server.stranger();
  const std::string plain = lan.sign_in("tac.gia").raw.header("Set-Cookie").value();
  CHECK(plain.find("; Path=/; HttpOnly; SameSite=Strict") != std::string::npos);
  CHECK(plain.find("Secure") == std::string::npos);
  lan.more_headers = "X-Forwarded-Proto: https\r\n";
  const std::string secure = lan.sign_in("tac.gia").raw.header("Set-Cookie").value();
  CHECK(secure.find("; HttpOnly; SameSite=Strict; Secure") != std::string::npos);
}

TEST_CASE("a wrong name and a wrong password are refused alike", "[desk]") {
  DeskServer server;
  Browser lan = server.stranger();
  const Told wrong_password = lan.sign_in("tac.gia", "không phải mật khẩu");
  const Told wrong_name = lan.sign_in("khong.co", "không phải mật khẩu");
  CHECK(wrong_password.status == 401);
  CHECK(wrong_password.body == wrong_name.body);
  CHECK(wrong_password.body["error"]["message"]["vi"] != "");
  CHECK(lan.sign_in("' OR 1=1 --", "x").status == 401);
  CHECK(lan.cookie.empty());
}

TEST_CASE("attack: guessing passwords is slowed down, and starting the server again does not help",
          "[desk]") {
  DeskServer server;
  Browser thief = server.stranger();
  int tried = 0;
  while (thief.sign_in("tac.gia", "đoán lần " + std::to_string(tried)).status == 401) ++tried;
  CHECK(tried == 6);
  // The right one is not looked at either.
  const Told told = thief.sign_in("tac.gia");
  CHECK(told.status == 429);
  const int wait = std::stoi(told.raw.header("Retry-After").value());
  CHECK(wait >= 5);
  server.restart();
  Browser again = server.stranger();
  CHECK(again.sign_in("tac.gia").status == 429);
  CHECK(again.sign_in("duyet").status == 200);  // another account, the same office
  server.advance(seconds(wait));
  CHECK(again.sign_in("tac.gia").status == 200);
  CHECK(again.sign_in("tac.gia", "sai một lần nữa").status == 401);
  CHECK(again.sign_in("tac.gia").status == 200);
}

TEST_CASE("attack: one address that guesses through many names is slowed down", "[desk]") {
  DeskServer server;
  Browser thief = server.stranger();
  int tried = 0;
  while (tried < 100 && thief.sign_in("ten" + std::to_string(tried), "một mật khẩu").status == 401) ++tried;
  CHECK(tried < 40);
  CHECK(thief.sign_in("moi.nguoi", "một mật khẩu").status == 429);
}

TEST_CASE("an office whose people sign in well is not slowed down", "[desk]") {
  DeskServer server;
  for (int i = 0; i < 60; ++i)
    REQUIRE(server.stranger().sign_in(i % 2 == 0 ? "tac.gia" : "duyet").status == 200);
}

TEST_CASE("attack: a session that somebody planted before is not the one after signing in", "[desk]") {
  DeskServer server;
  Browser victim = server.stranger();
  SECTION("a made-up token") {
    const std::string planted(64, 'a');
    victim.cookie = planted;
    REQUIRE(victim.sign_in("tac.gia").status == 200);
    CHECK(victim.cookie != planted);
    Browser thief = server.stranger();
    thief.cookie = planted;
    CHECK(thief.get("/api/me").status == 401);
  }
  SECTION("the thief's own session") {
    Browser thief = server.browser("xa.khac");
    victim.cookie = thief.cookie;
    REQUIRE(victim.sign_in("tac.gia").status == 200);
    CHECK(victim.cookie != thief.cookie);
    CHECK(thief.get("/api/me").status == 401);  // it has ended
  }
  SECTION("two cookies of the name") {
    Browser lan = server.browser("tac.gia");
    lan.more_headers = "Cookie: conglang_session=" + std::string(64, 'b') + "\r\n";
    CHECK(lan.get("/api/me").status == 401);
  }
}

TEST_CASE("a session ends after two idle hours, and after twelve in any case", "[desk]") {
  DeskServer server;
  Browser lan = server.browser("tac.gia");
  for (int i = 0; i < 6; ++i) {
    server.advance(minutes(110));
    CHECK(lan.get("/api/me").status == 200);
  }
  server.advance(minutes(61));
  CHECK(lan.get("/api/me").status == 401);
  Browser idle = server.browser("tac.gia");
  server.advance(hours(2) + seconds(1));
  CHECK(idle.get("/api/me").status == 401);
}

TEST_CASE("a session outlives the server's restart", "[desk]") {
  DeskServer server;
  Browser lan = server.browser("tac.gia");
  server.restart();
  Browser same = server.stranger();
  same.cookie = lan.cookie;
  CHECK(same.get("/api/me").status == 200);
}

TEST_CASE("a new password ends every session of the account, and begins one with a new token", "[desk]") {
  DeskServer server;
  Browser here = server.browser("tac.gia");
  Browser elsewhere = server.browser("tac.gia");
  Browser thief = here;  // has copied the cookie and the token of changes
  CHECK(here.post("/api/me/password", {{"old", "sai"}, {"new", "mật khẩu hoàn toàn mới"}})
            .body["error"]["field"] == "old");
  CHECK(here.post("/api/me/password", {{"old", kPassword}, {"new", "ngắn"}}).code() == "weak-password");
  REQUIRE(here.post("/api/me/password", {{"old", kPassword}, {"new", "mật khẩu hoàn toàn mới"}}).status ==
          200);
  CHECK(here.cookie != thief.cookie);
  CHECK(here.csrf != thief.csrf);
  CHECK(here.get("/api/me").status == 200);
  CHECK(here.post("/api/keys").status == 422);  // the new token of changes holds: only the body is refused
  CHECK(thief.get("/api/me").status == 401);
  CHECK(elsewhere.get("/api/me").status == 401);
  CHECK(server.stranger().sign_in("tac.gia").status == 401);
  CHECK(server.stranger().sign_in("tac.gia", "mật khẩu hoàn toàn mới").status == 200);
}

TEST_CASE("attack: guessing the old password in an open session is slowed down as well", "[desk]") {
  DeskServer server;
  Browser thief = server.browser("tac.gia");
  int status = 0;
  for (int i = 0; i < 8 && status != 429; ++i)
    status = thief.post("/api/me/password", {{"old", "đoán mò"}, {"new", "mật khẩu hoàn toàn mới"}}).status;
  CHECK(status == 429);
}

TEST_CASE("attack: no password is taken over a line that everybody reads", "[desk]") {
  DeskServer server;
  const std::string body = R"({"name":"tac.gia","password":"đường làng rợp bóng"})";
  const RawAnswer answer =
      ask(server.port(),
          "POST /api/sign-in HTTP/1.1\r\nHost: desk.example.vn\r\nContent-Type: application/json\r\n"
          "Content-Length: " +
              std::to_string(body.size()) + "\r\n\r\n" + body);
  CHECK(answer.status == 403);
  CHECK(answer.body.find("needs-https") != std::string::npos);
}
