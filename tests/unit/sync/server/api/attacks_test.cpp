// What somebody tries against the API from outside, or with a stolen file.

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <thread>

#include "content/base/hex.h"
#include "sync/server/commands.h"
#include "tests/support/desk_server.h"

using namespace conglang;
using namespace conglang::testing;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

const json kInvitation = {{"displayName", "Lan"}, {"roles", {"author"}}, {"commune", kCommune}};

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string all_bytes_below(const fs::path& folder) {
  std::string bytes;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += bytes_of(entry.path());
  return bytes;
}

}  // namespace

TEST_CASE("attack: another site's page changes nothing with the session of who visits it", "[desk]") {
  DeskServer server;
  Browser admin = server.browser("quan.tri");
  REQUIRE(admin.post("/api/invitations", kInvitation).status == 201);
  SECTION("without the token of our page") {
    admin.csrf.clear();
  }
  SECTION("with a guessed token") {
    admin.csrf = std::string(64, '0');
  }
  SECTION("with another session's token") {
    admin.csrf = server.browser("quan.tri").csrf;
  }
  SECTION("with another site's Origin") {
    admin.more_headers = "Origin: https://evil.example\r\n";
  }
  SECTION("with no site's Origin") {
    admin.more_headers = "Origin: null\r\n";
  }
  SECTION("with our own name and another port") {
    admin.more_headers = "Origin: http://localhost:1\r\n";
  }
  SECTION("as a browser marks what comes from the signer's port") {
    admin.more_headers = "Sec-Fetch-Site: same-site\r\n";
  }
  SECTION("as a browser marks what comes from elsewhere") {
    admin.more_headers = "Sec-Fetch-Site: cross-site\r\n";
  }
  CHECK(admin.post("/api/invitations", kInvitation).status == 403);
}

TEST_CASE("attack: what a form can send is not what a change needs", "[desk]") {
  DeskServer server;
  Browser admin = server.browser("quan.tri");
  for (const char* type : {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""}) {
    admin.content_type = type;
    CHECK(admin.post("/api/invitations", kInvitation).code() == "content-type");
  }
  admin.content_type = "application/json; charset=utf-8";
  admin.more_headers =
      "Origin: http://localhost:" + std::to_string(server.port()) + "\r\nSec-Fetch-Site: same-origin\r\n";
  CHECK(admin.post("/api/invitations", kInvitation).status == 201);
}

TEST_CASE("attack: signing somebody in from another site's page is refused", "[desk]") {
  DeskServer server;
  Browser victim = server.stranger();
  victim.more_headers = "Origin: https://evil.example\r\n";
  CHECK(victim.sign_in("xa.khac").code() == "other-origin");
}

TEST_CASE("attack: SQL in any text is text", "[desk]") {
  DeskServer server;
  Browser admin = server.browser("quan.tri");
  Browser province = server.browser("tinh");
  for (const std::string evil :
       {"'; DROP TABLE accounts; --", "\" OR \"\"=\"", "x' UNION SELECT password FROM accounts --",
        "%27%20OR%201=1", "\\'; --", "1); DELETE FROM sessions; --"}) {
    INFO(evil);
    CHECK(server.stranger().sign_in(evil, evil).status == 401);
    CHECK(
        admin.post("/api/invitations", {{"displayName", evil}, {"roles", {"author"}}, {"commune", kCommune}})
            .status == 201);
    CHECK(admin.post("/api/invitations", {{"displayName", "x"}, {"roles", {evil}}, {"commune", kCommune}})
              .status == 422);
    CHECK(admin.post("/api/invitations", {{"displayName", "x"}, {"roles", {"author"}}, {"commune", evil}})
              .status >= 403);
  }
  for (const char* path : {"/api/invitations/'%20OR%20'1'='1", "/api/delegations/'%20OR%201=1",
                           "/api/people?commune='%20OR%201=1%20--",
                           "/api/keys?commune=x'%20UNION%20SELECT%201", "/api/audit?before=1%20OR%201=1"}) {
    INFO(path);
    const Told told = province.get(path);
    CHECK(told.status < 500);
    CHECK(told.status != 401);
    CHECK((told.body.is_object() || told.body == json::array()));
  }
  CHECK(province.post("/api/people/1%20OR%201=1/disable").status == 404);
  CHECK(province.get("/api/people").body.size() == 5);
}

TEST_CASE("attack: a stolen copy of the data folder signs nobody in", "[desk]") {
  DeskServer server;
  Browser admin = server.browser("quan.tri");
  const std::string path = admin.post("/api/invitations", kInvitation).body["path"];
  const std::string link = path.substr(path.rfind('/') + 1);
  REQUIRE(link.size() == 64);
  REQUIRE(server::backup(server::database_file(server.data()), server.data() / "kept.db"));
  const std::string stolen = all_bytes_below(server.data());

  // Nothing secret is in it as it is used, written out or as bytes.
  for (const std::string& secret : {admin.cookie, link, admin.csrf, std::string(kPassword)}) {
    CHECK(stolen.find(secret) == std::string::npos);
    if (const auto bytes = from_hex(secret)) CHECK(stolen.find(*bytes) == std::string::npos);
  }
  // And whatever looks like a token in it is taken for none.
  int tried = 0;
  for (std::size_t at = 0; at + 64 <= stolen.size(); ++at) {
    const std::string candidate = stolen.substr(at, 64);
    if (candidate.find_first_not_of("0123456789abcdef") != std::string::npos) continue;
    if (++tried > 200) break;
    Browser thief = server.stranger();
    thief.cookie = candidate;
    CHECK(thief.get("/api/me").status == 401);
    CHECK(thief.get("/api/invitations/" + candidate).status == 404);
  }
  CHECK(tried > 2);
}

TEST_CASE("attack: bodies that are too long, too deep or no JSON are refused", "[desk]") {
  DeskServer server;
  Browser lan = server.browser("quan.tri");
  CHECK(lan.send("POST", "/api/invitations", std::string(70000, ' ')).status == 413);
  CHECK(lan.send("POST", "/api/invitations", std::string(60000, '[')).code() == "bad-json");
  std::string deep = "{\"a\":";
  for (int i = 0; i < 5000; ++i) deep += "{\"a\":";
  CHECK(lan.send("POST", "/api/invitations", deep).code() == "bad-json");
  for (const char* body :
       {"[]", "1", "\"x\"", "nul", "{\"a\":1}x", "{\"a\":\"\xff\"}", "{\"displayName\":\"\xc0\xaf\"}"})
    CHECK(lan.send("POST", "/api/invitations", body).code() == "bad-json");
  for (const json& wrong :
       {json{{"displayName", 7}}, json{{"displayName", nullptr}}, json{{"displayName", {"x"}}},
        json{{"displayName", "x"}, {"roles", "author"}}, json{{"displayName", "x"}, {"roles", {7}}},
        json{{"displayName", "x"}, {"roles", {"author"}}, {"commune", 9784}},
        json{{"displayName", std::string(5000, 'x')}, {"roles", {"author"}}, {"commune", kCommune}}})
    CHECK(lan.post("/api/invitations", wrong).status == 422);
  CHECK(lan.get("/api/me").status == 200);
}

TEST_CASE("attack: a sign-in of a byte a second is closed, and staff go on working", "[desk]") {
  DeskServerOptions options;
  options.http.request_within = std::chrono::milliseconds(300);
  DeskServer server(options);
  Browser lan = server.browser("tac.gia");
  RawConnection slow(server.port());
  REQUIRE(
      slow.send("POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                "Content-Length: 60\r\n\r\n{"));
  bool closed = false;
  for (int i = 0; i < 60 && !closed; ++i) {
    closed = !slow.send(" ");
    CHECK(lan.get("/api/me").status == 200);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  CHECK(closed);
}

TEST_CASE("attack: a recording that is too large, a stranger's, or a byte a second long is not waited for",
          "[desk]") {
  DeskServerOptions options;
  options.http.request_within = std::chrono::milliseconds(300);
  options.http.slowest_body = 1UL << 30U;  // no more time than that
  DeskServer server(options);
  Browser lan = server.browser("tac.gia");
  lan.content_type = "audio/wav";
  const auto head = [&](std::size_t length, const std::string& cookie) {
    return fmt::format(
        "POST /api/recordings HTTP/1.1\r\nHost: localhost\r\nContent-Type: audio/wav\r\nCookie: {}\r\n"
        "X-Conglang-Csrf: {}\r\nContent-Length: {}\r\n\r\n",
        cookie, lan.csrf, length);
  };
  const std::string cookie = "conglang_session=" + lan.cookie;
  CHECK(ask(server.port(), head(36UL * 1024 * 1024 + 1, cookie)).status == 413);
  CHECK(ask(server.port(), head(1000000, "")).status == 401);
  RawConnection slow(server.port());
  REQUIRE(slow.send(head(1000000, cookie) + "RIFF"));
  bool closed = false;
  for (int i = 0; i < 60 && !closed; ++i) {
    closed = !slow.send("x");
    CHECK(lan.get("/api/me").status == 200);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  CHECK(closed);
}

TEST_CASE("attack: every row of the audit log that is changed on the disk is found", "[desk]") {
  DeskServer server;
  Browser admin = server.browser("quan.tri");
  REQUIRE(admin.post("/api/invitations", kInvitation).status == 201);
  const std::string noted = server::verify_audit(server.data(), "").value();
  REQUIRE(admin.post("/api/sign-out").status == 200);
  CHECK(server::verify_audit(server.data(), noted));
  REQUIRE(server.store().write([](server::Transaction& transaction) -> Result<void> {
    TRY_VOID(transaction.run("UPDATE audit SET who = 'tinh' WHERE what = 'account.invite'"));
    return {};
  }));
  CHECK(server::verify_audit(server.data(), "").error().code == Errc::invalid);
}

TEST_CASE("attack: a target that is no path stops nobody", "[desk]") {
  DeskServer server;
  for (const char* target : {"?", "?x=1", "*", "http://other/api/me", "api/me", "/?", "/api/?", "//", "/%"}) {
    INFO(target);
    ask(server.port(), std::string("GET ") + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(get(server.port(), "/healthz").status == 200);
  }
}

TEST_CASE("a refusal tells nothing of the inside, and no answer is kept or run", "[desk]") {
  DeskServer server;
  Browser lan = server.browser("tac.gia");
  for (const char* path : {"/api/me", "/api/nothing", "/api/people"}) {
    const Told told = lan.get(path);
    CHECK(told.raw.header("Cache-Control") == "no-store");
    CHECK(told.raw.header("X-Content-Type-Options") == "nosniff");
    CHECK(told.raw.header("Content-Security-Policy") == "default-src 'none'; frame-ancestors 'none'");
    CHECK(told.raw.header("Content-Type") == "application/json; charset=utf-8");
  }
  CHECK(lan.send("DELETE", "/api/me", "").status == 405);
  for (const char* path : {"/api/", "/api//me", "/api/me/", "/api/%6de", "/api/../api/me"})
    CHECK(lan.get(path).status == 404);
}
