#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "sync/server/http/server.h"
#include "tests/support/raw_http.h"

using namespace conglang;
using namespace conglang::http;
using conglang::testing::get;
using conglang::testing::RawConnection;

namespace {

std::string request_for(std::string_view path) {
  return fmt::format("GET {} HTTP/1.1\r\nHost: localhost\r\n\r\n", path);
}

/// An API whose calls wait until they are let through.
struct Gate {
  void wait() {
    std::unique_lock lock(mutex);
    ++inside;
    changed.notify_all();
    changed.wait(lock, [this] { return is_open; });
  }
  void wait_until_inside(int count) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return inside >= count; });
  }
  void open() {
    const std::lock_guard lock(mutex);
    is_open = true;
    changed.notify_all();
  }

  std::mutex mutex;
  std::condition_variable changed;
  int inside = 0;
  bool is_open = false;
};

Site gated(Gate& gate) {
  return {[](const Request& request) {
            return Response{200, {}, "file " + request.path};
          },
          [](const Request& request) { return request.path.starts_with("/api/"); },
          [&gate](const Request& request) {
            gate.wait();
            return Response{200, {}, "api " + request.path};
          },
          {}};
}

ServerOptions workers(unsigned count, std::size_t queue) {
  ServerOptions options;
  options.workers = count;
  options.max_queue = queue;
  return options;
}

}  // namespace

TEST_CASE("a file is answered while every worker waits", "[http]") {
  Gate gate;
  const auto server = Server::start(workers(2, 8), gated(gate)).value();
  RawConnection one(server->port());
  RawConnection two(server->port());
  REQUIRE(one.send(request_for("/api/1")));
  REQUIRE(two.send(request_for("/api/2")));
  gate.wait_until_inside(2);
  CHECK(get(server->port(), "/kiosk").body == "file /kiosk");
  gate.open();
  CHECK(one.read_answer().body == "api /api/1");
  CHECK(two.read_answer().body == "api /api/2");
}

TEST_CASE("a connection goes on after a worker's answer, in order", "[http]") {
  Gate gate;
  gate.open();
  const auto server = Server::start({}, gated(gate)).value();
  RawConnection connection(server->port());
  for (int i = 0; i < 50; ++i) {
    REQUIRE(connection.send(request_for(i % 2 == 0 ? "/api/x" : "/x") + request_for("/api/pipelined")));
    CHECK(connection.read_answer().body == (i % 2 == 0 ? "api /api/x" : "file /x"));
    CHECK(connection.read_answer().body == "api /api/pipelined");
  }
}

TEST_CASE("who finds the queue full is told so at once and when to come again", "[http]") {
  Gate gate;
  const auto server = Server::start(workers(1, 3), gated(gate)).value();
  std::vector<std::unique_ptr<RawConnection>> waiting;
  for (int i = 0; i < 4; ++i) {
    waiting.push_back(std::make_unique<RawConnection>(server->port()));
    REQUIRE(waiting.back()->send(request_for("/api/waits")));
    if (i == 0) gate.wait_until_inside(1);
  }
  while (server->queued() < 3) std::this_thread::yield();
  const auto refused = get(server->port(), "/api/late");
  CHECK(refused.status == 503);
  CHECK(refused.header("Retry-After").has_value());
  CHECK(get(server->port(), "/file").status == 200);
  gate.open();
  for (const auto& connection : waiting) CHECK(connection->read_answer().status == 200);
  CHECK(get(server->port(), "/api/later").status == 200);
}

TEST_CASE("a flood of slow calls leaves the quick ones as they were", "[http]") {
  Gate gate;
  Site site = gated(gate);
  site.api = [&gate](const Request& request) {
    if (request.path.starts_with("/api/slow")) gate.wait();
    return Response{200, {}, request.path};
  };
  site.is_slow = [](const Request& request) { return request.path.starts_with("/api/slow"); };
  ServerOptions options = workers(1, 4);
  options.slow_workers = 1;
  options.max_slow_queue = 5;
  const auto server = Server::start(options, std::move(site)).value();
  std::vector<std::unique_ptr<RawConnection>> flood;
  for (int i = 0; i < 6; ++i) {
    flood.push_back(std::make_unique<RawConnection>(server->port()));
    REQUIRE(flood.back()->send(request_for("/api/slow")));
    if (i == 0) gate.wait_until_inside(1);
  }
  while (server->slow_queued() < 5) std::this_thread::yield();
  CHECK(get(server->port(), "/api/slow").status == 503);
  for (int i = 0; i < 20; ++i) CHECK(get(server->port(), "/api/quick").body == "/api/quick");
  gate.open();
  for (const auto& connection : flood) CHECK(connection->read_answer().status == 200);
}

TEST_CASE("a client that goes away while a worker has its request harms nobody", "[http]") {
  Gate gate;
  const auto server = Server::start(workers(1, 8), gated(gate)).value();
  {
    RawConnection gone(server->port());
    REQUIRE(gone.send(request_for("/api/gone")));
    gate.wait_until_inside(1);
  }
  gate.open();
  CHECK(get(server->port(), "/api/next").status == 200);
}

TEST_CASE("draining waits for what workers have", "[http]") {
  Gate gate;
  const auto server = Server::start(workers(1, 8), gated(gate)).value();
  RawConnection asked(server->port());
  REQUIRE(asked.send(request_for("/api/slow")));
  gate.wait_until_inside(1);
  std::jthread opener([&gate] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    gate.open();
  });
  server->drain(std::chrono::seconds(5));
  CHECK(asked.read_answer().status == 200);
}

TEST_CASE("a server ends while requests wait, and answers them first", "[http]") {
  Gate gate;
  auto server = Server::start(workers(1, 8), gated(gate)).value();
  RawConnection one(server->port());
  RawConnection two(server->port());
  REQUIRE(one.send(request_for("/api/1")));
  gate.wait_until_inside(1);
  REQUIRE(two.send(request_for("/api/2")));
  while (server->queued() < 1) std::this_thread::yield();
  gate.open();
  server.reset();
  SUCCEED("no connection was left asleep");
}

TEST_CASE("a site that fails while it looks at a request ends that connection and no other", "[http]") {
  Site site = {[](const Request&) { return Response{}; },
               [](const Request& request) -> bool {
                 if (request.path == "/throws") throw std::bad_alloc();
                 return false;
               },
               {},
               {}};
  const auto server = Server::start({}, std::move(site)).value();
  CHECK(get(server->port(), "/throws").status == 0);
  CHECK(get(server->port(), "/fine").status == 200);
}

TEST_CASE("a worker that runs out of memory answers 500 and works on", "[http]") {
  Site site = {[](const Request&) { return Response{}; },
               [](const Request&) { return true; },
               [](const Request&) -> Response { throw std::bad_alloc(); },
               {}};
  const auto server = Server::start(workers(1, 8), std::move(site)).value();
  CHECK(get(server->port(), "/api/x").status == 500);
  CHECK(get(server->port(), "/api/x").status == 500);
}
