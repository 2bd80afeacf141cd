#include "sync/server/http/server.h"

#include <catch2/catch_test_macros.hpp>
#include <future>
#include <new>
#include <thread>

#include "tests/support/raw_http.h"

using namespace conglang;
using namespace conglang::http;
using conglang::testing::ask;
using conglang::testing::get;
using conglang::testing::RawConnection;

namespace {

constexpr int kCrowd = 500;

std::unique_ptr<Server> echo_path(const ServerOptions& options = {}) {
  return Server::start(options,
                       [](const Request& request) {
                         return Response{200, {}, request.path};
                       })
      .value();
}

std::string request_for(std::string_view path) {
  return fmt::format("GET {} HTTP/1.1\r\nHost: localhost\r\n\r\n", path);
}

}  // namespace

TEST_CASE("a request reaches the handler as sent and one connection serves many", "[http]") {
  const auto server = echo_path();
  RawConnection connection(server->port());
  for (const char* path : {"/a", "/a%2fb", "/%00", "/c"}) {
    REQUIRE(connection.send(request_for(path)));
    const auto answer = connection.read_answer();
    CHECK(answer.status == 200);
    CHECK(answer.body == path);
  }
}

TEST_CASE("500 idle and slow connections delay nobody", "[http]") {
  const auto server = echo_path();
  std::vector<std::unique_ptr<RawConnection>> crowd;
  for (int i = 0; i < kCrowd; ++i) {
    crowd.push_back(std::make_unique<RawConnection>(server->port()));
    REQUIRE(crowd.back()->connected());
    if (i % 2 == 0) REQUIRE(crowd.back()->send("GET /slow HT"));
  }
  const std::string rest = "TP/1.1\r\nHost: x\r\n\r\n";
  for (std::size_t step = 0; step < rest.size(); ++step) {
    for (std::size_t i = 0; i < crowd.size(); i += 2) REQUIRE(crowd[i]->send(rest.substr(step, 1)));
    // get() gives up after five seconds of silence.
    const auto answer = get(server->port(), "/resident");
    REQUIRE(answer.status == 200);
    REQUIRE(answer.body == "/resident");
  }
  for (std::size_t i = 0; i < crowd.size(); ++i) {
    if (i % 2 == 1) REQUIRE(crowd[i]->send(request_for("/slow")));
    REQUIRE(crowd[i]->read_answer().body == "/slow");
  }
}

TEST_CASE("attack: a connection that never brings its request is closed, others go on", "[http]") {
  ServerOptions options;
  options.request_within = std::chrono::milliseconds(200);
  const auto server = echo_path(options);
  RawConnection idle(server->port());
  RawConnection half(server->port());
  REQUIRE(half.send("GET /half HTTP/1.1\r\nHo"));
  RawConnection kept(server->port());
  REQUIRE(kept.send(request_for("/kept")));
  CHECK(kept.read_answer().body == "/kept");
  CHECK(idle.ends());
  CHECK(half.ends());
  CHECK(kept.ends());
  CHECK(get(server->port(), "/later").status == 200);
}

TEST_CASE("attack: one machine takes its share of the connections, and others find room", "[http]") {
  ServerOptions options;
  options.max_of_one_address = 3;
  const auto server = Server::start(options, [](const Request&) {
                        return Response{200, {}, "well"};
                      }).value();
  std::vector<std::unique_ptr<RawConnection>> held;
  for (int i = 0; i < 3; ++i) {
    held.push_back(std::make_unique<RawConnection>(server->port()));
    REQUIRE(held.back()->send("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
    REQUIRE(held.back()->read_answer().status == 200);
  }
  CHECK(RawConnection(server->port()).ends());
  RawConnection other(server->port(), std::chrono::seconds(5), 2);
  REQUIRE(other.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
  CHECK(other.read_answer().body == "well");
  CHECK(server->connections() == 4);

  held.pop_back();
  bool served = false;
  for (int i = 0; i < 100 && !served; ++i) served = get(server->port(), "/").status == 200;
  CHECK(served);
}

TEST_CASE("attack: a header over the limit is refused", "[http]") {
  const auto server = echo_path();
  const std::string big(64UL * 1024, 'x');
  const auto header = get(server->port(), "/", "X-Big: " + big + "\r\n");
  CHECK((header.status == 431 || header.status == 413 || header.status == 0));
  const auto path = get(server->port(), "/" + big);
  CHECK((path.status == 414 || path.status == 431 || path.status == 0));
  CHECK(get(server->port(), "/small").status == 200);
}

TEST_CASE("attack: a request with a body is refused before the body comes", "[http]") {
  const auto server = echo_path();
  RawConnection connection(server->port());
  REQUIRE(connection.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n"));
  const auto answer = connection.read_answer();
  CHECK(answer.status == 413);
  CHECK(connection.ends());
}

TEST_CASE("attack: a request smuggled in the body of another is never answered", "[http]") {
  const auto server = echo_path();
  const std::string smuggled = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
  for (const std::string& framing :
       {std::string("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"),
        std::string("Transfer-Encoding: chunked\r\n"), std::string("Transfer-Encoding: xchunked\r\n"),
        std::string("Transfer-Encoding : chunked\r\n"),
        std::string("Transfer-Encoding: identity\r\nContent-Length: 38\r\n"),
        std::string("Content-Length: 38\r\n"), std::string("Content-Length: 0\r\nContent-Length: 38\r\n"),
        std::string("Content-Length: +38\r\n"), std::string("Content-Length: -1\r\n"),
        std::string("Content-Length: 0, 38\r\n"),
        std::string("Content-Length: 99999999999999999999999\r\n")}) {
    for (const std::string method : {"GET", "POST"}) {
      INFO(method << ' ' << framing);
      RawConnection connection(server->port());
      REQUIRE(
          connection.send(method + " /first HTTP/1.1\r\nHost: x\r\n" + framing + "\r\n0\r\n\r\n" + smuggled));
      const auto first = connection.read_answer();
      CHECK(first.status != 200);
      CHECK(connection.read_answer().body != "/smuggled");
    }
  }
}

TEST_CASE("attack: broken request lines do not reach the handler", "[http]") {
  using namespace std::string_literals;
  const auto server = echo_path();
  for (const std::string& request :
       {"GET /a b HTTP/1.1\r\nHost: x\r\n\r\n"s, "GET /nohost HTTP/1.1\r\n\r\n"s, "\0\0\0\0\r\n\r\n"s,
        "GET\r\n\r\n"s, "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n"s}) {
    INFO(request);
    const auto answer = ask(server->port(), request);
    CHECK(answer.status != 200);
  }
  CHECK(get(server->port(), "/fine").status == 200);
}

TEST_CASE("a handler that runs out of memory is answered 500 and the server lives", "[http]") {
  const auto server = Server::start({}, [](const Request&) -> Response { throw std::bad_alloc(); }).value();
  CHECK(get(server->port(), "/").status == 500);
  CHECK(get(server->port(), "/").status == 500);
}

TEST_CASE("a port that is taken and an address that is none are told apart", "[http]") {
  const auto server = echo_path();
  ServerOptions taken;
  taken.port = server->port();
  const auto second = Server::start(taken, [](const Request&) { return Response{}; });
  REQUIRE_FALSE(second);
  CHECK(second.error().code == Errc::conflict);
  ServerOptions named;
  named.address = "localhost";
  CHECK(Server::start(named, [](const Request&) { return Response{}; }).error().code == Errc::bad_usage);
}

TEST_CASE("the server listens on IPv6 loopback as well", "[http]") {
  ServerOptions options;
  options.address = "::1";
  const auto server = Server::start(options, [](const Request&) { return Response{}; });
  // A machine without IPv6 says that the address is not its own.
  if (!server) {
    CHECK(server.error().code == Errc::bad_usage);
    return;
  }
  CHECK((*server)->port() != 0);
}

TEST_CASE("draining waits for the answer under way and takes no new connection", "[http]") {
  const std::string large(8UL * 1024 * 1024, 'x');
  std::promise<void> asked;
  const auto server = Server::start({}, [&](const Request&) {
                        asked.set_value();
                        return Response{200, {}, large};
                      }).value();
  RawConnection reader(server->port());
  REQUIRE(reader.send(request_for("/large")));
  asked.get_future().wait();  // a request still on its way is not under way
  RawConnection idle(server->port());
  std::size_t received = 0;
  std::jthread reading([&] { received = reader.read_answer().body.size(); });
  server->drain(std::chrono::seconds(5));
  reading.join();
  CHECK(received == large.size());
}
