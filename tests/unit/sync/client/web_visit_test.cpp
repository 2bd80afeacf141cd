// A real server on the loopback, which other machines' addresses are stood in for by 127.0.0.1 and 127.0.0.2.

#include "sync/client/web_visit.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <vector>

#include "sync/server/http/server.h"

using namespace conglang;
using namespace conglang::client;
using Outcome = Visit::Outcome;

namespace {

using Address = std::vector<std::uint8_t>;

const CurlLibrary& library() {
  static const CurlLibrary kLibrary;
  return kLibrary;
}

// A server that counts who came.
class Counted {
 public:
  explicit Counted(int status, std::vector<http::Header> headers = {},
                   const std::string& address = "127.0.0.1") {
    http::ServerOptions options;
    options.address = address;
    server_ = http::Server::start(options, [this, status, headers](const http::Request&) {
                ++visits_;
                return http::Response{status, headers, std::string("page")};
              }).value();
  }
  std::uint16_t port() const { return server_->port(); }
  int visits() const { return visits_; }

 private:
  std::atomic<int> visits_ = 0;
  std::unique_ptr<http::Server> server_;
};

VisitOptions only(const Address& address) {
  VisitOptions options;
  options.answer_within = std::chrono::seconds(5);
  options.may_connect = [address](std::span<const std::uint8_t> asked) {
    return std::equal(asked.begin(), asked.end(), address.begin(), address.end());
  };
  return options;
}

const Address kHere{127, 0, 0, 1};

}  // namespace

TEST_CASE("a visit brings the status and, of a redirect, the absolute address", "[client]") {
  const Counted fine(200);
  CHECK(visit(library(), fmt::format("http://127.0.0.1:{}/a", fine.port()), only(kHere)).status == 200);
  const Counted moved(302, {{"Location", "/elsewhere?x=1"}, {"Retry-After", "7"}});
  const Visit sent_on = visit(library(), fmt::format("http://127.0.0.1:{}/a", moved.port()), only(kHere));
  CHECK(sent_on.outcome == Outcome::answered);
  CHECK(sent_on.status == 302);
  CHECK(sent_on.location == fmt::format("http://127.0.0.1:{}/elsewhere?x=1", moved.port()));
  CHECK(sent_on.retry_after == std::chrono::seconds(7));
  CHECK(moved.visits() == 1);
}

TEST_CASE("attack: an address that may not be asked gets no connection, by whatever name", "[client]") {
  const Counted inside(200);
  // Each of these is 127.0.0.1 to a name service or to the C library.
  const auto host = GENERATE(as<std::string>{}, "127.0.0.1", "localhost", "portal.localhost", "127.1",
                             "0x7f000001", "2130706433", "[::ffff:127.0.0.1]");
  CAPTURE(host);
  const auto visited =
      visit(library(), fmt::format("http://{}:{}/", host, inside.port()), only({192, 0, 2, 1}));
  CHECK(visited.outcome == Outcome::refused_address);
  CHECK_FALSE(visited.detail.empty());
  CHECK(inside.visits() == 0);
}

TEST_CASE("attack: without a judge nobody is asked", "[client]") {
  const Counted inside(200);
  const auto visited = visit(library(), fmt::format("http://127.0.0.1:{}/", inside.port()), VisitOptions{});
  CHECK(visited.outcome == Outcome::refused_address);
  CHECK(inside.visits() == 0);
}

TEST_CASE("attack: a name that leads elsewhere at the second look-up (DNS rebinding) is judged anew",
          "[client]") {
  const Counted outside(200);
  const Counted inside(200, {}, "127.0.0.2");
  VisitOptions options = only(kHere);
  options.instead = fmt::format("127.0.0.1:{}", outside.port());
  CHECK(visit(library(), "http://portal.example/", options).outcome == Outcome::answered);
  options.instead = fmt::format("127.0.0.2:{}", inside.port());
  const Visit rebound = visit(library(), "http://portal.example/", options);
  CHECK(rebound.outcome == Outcome::refused_address);
  CHECK(rebound.detail == "127.0.0.2");
  CHECK(inside.visits() == 0);
}

TEST_CASE("attack: a proxy named in the environment is not used", "[client]") {
  const Counted proxy(200);
  const Counted server(204);
  REQUIRE(::setenv("http_proxy", fmt::format("http://127.0.0.1:{}", proxy.port()).c_str(), 1) == 0);
  const Visit visited = visit(library(), fmt::format("http://127.0.0.1:{}/", server.port()), only(kHere));
  ::unsetenv("http_proxy");
  CHECK(visited.status == 204);
  CHECK(proxy.visits() == 0);
}

TEST_CASE("only web addresses are visited", "[client]") {
  const auto url =
      GENERATE(as<std::string>{}, "file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1/");
  CAPTURE(url);
  CHECK(visit(library(), url, only(kHere)).outcome == Outcome::bad_answer);
}

TEST_CASE("nobody listening, silence and a plain server behind https are told apart", "[client]") {
  std::uint16_t free_port = 0;
  {
    const Counted gone(200);
    free_port = gone.port();
  }
  CHECK(visit(library(), fmt::format("http://127.0.0.1:{}/", free_port), only(kHere)).outcome ==
        Outcome::no_connection);
  const Counted plain(200);
  CHECK(visit(library(), fmt::format("https://127.0.0.1:{}/", plain.port()), only(kHere)).outcome ==
        Outcome::bad_certificate);
}
