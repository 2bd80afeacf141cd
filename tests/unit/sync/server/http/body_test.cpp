#include <catch2/catch_test_macros.hpp>
#include <thread>

#include "sync/server/http/server.h"
#include "tests/support/raw_http.h"

using namespace conglang;
using namespace conglang::http;
using conglang::testing::ask;
using conglang::testing::get;
using conglang::testing::RawConnection;

namespace {

/// Answers an API call with what it brought; bodies of 100,000 bytes at most, below /api/big of any.
Site echo() {
  return {[](const Request& request) {
            return Response{200, {}, "file " + request.query};
          },
          [](const Request& request) { return request.path.starts_with("/api/"); },
          [](const Request& request) {
            return Response{200,
                            {{"X-Peer", request.peer}, {"X-Secure", request.secure ? "yes" : "no"}},
                            request.method + " " + request.query + " " + request.body};
          },
          [](const Request& request) -> std::size_t {
            if (request.method != "POST" || !request.path.starts_with("/api/")) return 0;
            return request.path == "/api/big" ? 1UL << 30U : 100000;
          }};
}

std::string post(std::string_view path, std::string_view body, std::string_view headers = {}) {
  return fmt::format("POST {} HTTP/1.1\r\nHost: x\r\n{}Content-Length: {}\r\n\r\n{}", path, headers,
                     body.size(), body);
}

}  // namespace

TEST_CASE("a body reaches the API whole, with the query as sent", "[http]") {
  const auto server = Server::start({}, echo()).value();
  CHECK(ask(server->port(), post("/api/x?a=%20b&c", "hello")).body == "POST a=%20b&c hello");
  const std::string large(100000, 'x');
  CHECK(ask(server->port(), post("/api/x", large)).body == "POST  " + large);
  CHECK(ask(server->port(), post("/api/x", "")).body == "POST  ");
  CHECK(get(server->port(), "/f?q=1").body == "file q=1");
  CHECK(get(server->port(), "/f?q=1?2").body == "file q=1?2");
}

TEST_CASE("a body that comes in pieces is one, and the connection serves on", "[http]") {
  const auto server = Server::start({}, echo()).value();
  RawConnection connection(server->port());
  for (int round = 0; round < 3; ++round) {
    REQUIRE(connection.send("POST /api/x HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\nab"));
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    REQUIRE(connection.send("cd"));
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    REQUIRE(connection.send("ef"));
    CHECK(connection.read_answer().body == "POST  abcdef");
  }
}

TEST_CASE("attack: a body over the limit of its address is refused before it is read", "[http]") {
  const auto server = Server::start({}, echo()).value();
  for (const char* request : {"POST /api/x HTTP/1.1\r\nHost: x\r\nContent-Length: 100001\r\n\r\n",
                              "POST /file HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n",
                              "GET /api/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n"}) {
    RawConnection connection(server->port());
    REQUIRE(connection.send(request));
    CHECK(connection.read_answer().status == 413);
    CHECK(connection.ends());
  }
}

TEST_CASE("attack: a client that asks leave to send too much is not given it", "[http]") {
  const auto server = Server::start({}, echo()).value();
  const auto refused = ask(server->port(),
                           "POST /api/x HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                           "Content-Length: 900000\r\n\r\n");
  CHECK(refused.status == 413);
}

TEST_CASE("attack: chunks and doubtful lengths are refused where a body is wanted too", "[http]") {
  const auto server = Server::start({}, echo()).value();
  for (const char* framing :
       {"Transfer-Encoding: chunked\r\n", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding : chunked\r\nContent-Length: 5\r\n", "Content-Length: 5\r\nContent-Length: 6\r\n",
        "Content-Length: +5\r\n", "Content-Length: 5, 5\r\n", "Content-Length: 0x5\r\n",
        "Content-Length: \r\n", "Content-Length: -1\r\n"}) {
    INFO(framing);
    RawConnection connection(server->port());
    REQUIRE(connection.send(fmt::format("POST /api/x HTTP/1.1\r\nHost: x\r\n{}\r\n", framing)));
    CHECK(connection.read_answer().status != 200);
    connection.send("GET /file HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(connection.read_answer().status != 200);
  }
}

TEST_CASE("attack: bodies that are announced and never sent take no room from others", "[http]") {
  ServerOptions options;
  options.max_waiting_bodies = 1UL << 20U;
  const auto server = Server::start(options, echo()).value();
  std::vector<std::unique_ptr<RawConnection>> hoarders;
  for (int i = 0; i < 20; ++i) {
    hoarders.push_back(std::make_unique<RawConnection>(server->port()));
    REQUIRE(hoarders.back()->send("POST /api/big HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nx"));
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  CHECK(ask(server->port(), post("/api/x", std::string(60000, 'x'))).status == 200);
}

TEST_CASE("attack: bodies that are sent and never finished fill no memory", "[http]") {
  ServerOptions options;
  options.max_waiting_bodies = 1UL << 20U;
  const auto server = Server::start(options, echo()).value();
  RawConnection hoarder(server->port());
  REQUIRE(hoarder.send("POST /api/big HTTP/1.1\r\nHost: x\r\nContent-Length: 1000001\r\n\r\n" +
                       std::string(1000000, 'x')));
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  const auto refused = ask(server->port(), post("/api/x", std::string(60000, 'x')));
  CHECK(refused.status == 503);
  CHECK(refused.header("Retry-After").has_value());
  CHECK(ask(server->port(), post("/api/x", "small")).status == 200);
  CHECK(get(server->port(), "/file").status == 200);
  // What is given up is free again.
  hoarder = RawConnection(server->port());
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  CHECK(ask(server->port(), post("/api/x", std::string(60000, 'x'))).status == 200);
}

TEST_CASE("what a site refuses is refused before its body is read", "[http]") {
  Site site = echo();
  site.refusal = [](const Request& request) -> std::optional<Response> {
    if (request.values("X-Known").empty()) return Response{401, {}, "who are you?"};
    return std::nullopt;
  };
  const auto server = Server::start({}, std::move(site)).value();
  RawConnection unknown(server->port());
  REQUIRE(unknown.send("POST /api/big HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n"));
  CHECK(unknown.read_answer().status == 401);
  CHECK(unknown.ends());
  CHECK(ask(server->port(), post("/api/x", "hello", "X-Known: yes\r\n")).status == 200);
}

TEST_CASE("attack: a body of a byte a second is closed, and delays nobody", "[http]") {
  ServerOptions options;
  options.request_within = std::chrono::milliseconds(300);
  const auto server = Server::start(options, echo()).value();
  RawConnection slow(server->port());
  REQUIRE(slow.send("POST /api/x HTTP/1.1\r\nHost: x\r\nContent-Length: 4000\r\n\r\nx"));
  const auto begun = std::chrono::steady_clock::now();
  bool closed = false;
  while (!closed && std::chrono::steady_clock::now() - begun < std::chrono::seconds(5)) {
    closed = !slow.send("x");
    CHECK(get(server->port(), "/file").status == 200);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  CHECK(closed);
}

TEST_CASE("a large body over a slow line has the time it needs", "[http]") {
  ServerOptions options;
  options.request_within = std::chrono::milliseconds(200);
  options.slowest_body = 10000;
  const auto server = Server::start(options, echo()).value();
  RawConnection slow(server->port());
  REQUIRE(slow.send("POST /api/x HTTP/1.1\r\nHost: x\r\nContent-Length: 20000\r\n\r\n"));
  std::this_thread::sleep_for(std::chrono::milliseconds(700));
  REQUIRE(slow.send(std::string(20000, 'x')));
  CHECK(slow.read_answer().status == 200);
}

TEST_CASE("who asks is known by address, and a proxy's word counts from this machine alone", "[http]") {
  const std::string forwarded = "X-Forwarded-For: 6.6.6.6, 203.0.113.9\r\nX-Forwarded-Proto: https\r\n";
  {
    const auto server = Server::start({}, echo()).value();
    const auto answer = get(server->port(), "/api/x", forwarded);
    CHECK(answer.header("X-Peer") == "127.0.0.1");
    CHECK(answer.header("X-Secure") == "no");
  }
  ServerOptions options;
  options.behind_proxy = true;
  const auto server = Server::start(options, echo()).value();
  const auto answer = get(server->port(), "/api/x", forwarded);
  CHECK(answer.header("X-Peer") == "203.0.113.9");  // the proxy's own word is the last
  CHECK(answer.header("X-Secure") == "yes");
  CHECK(get(server->port(), "/api/x", "X-Forwarded-For: no address\r\n").header("X-Peer") == "127.0.0.1");
}
