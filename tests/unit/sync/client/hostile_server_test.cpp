// Servers, and lines to servers, that break the rules of HTTP or of patience.

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>

#include "content/base/file.h"
#include "sync/client/curl_fetcher.h"
#include "sync/client/update.h"
#include "sync/server/repository_files.h"
#include "tests/support/bad_line.h"
#include "tests/support/raw_server.h"
#include "tests/support/repository_simulator.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::client;
using conglang::testing::BadLine;
using conglang::testing::kSimulatorNow;
using conglang::testing::LineFault;
using conglang::testing::RawServer;

namespace {

std::unique_ptr<CurlFetcher> fetcher_for(const std::string& url, CurlOptions options = {}) {
  static const CurlLibrary library;
  return CurlFetcher::create(library, url, std::move(options)).value();
}

Result<FetchedBytes> fetch_answer(const std::string& answer) {
  const RawServer server([&answer](const std::string&, const RawServer::Line& line) { line.send(answer); });
  return fetch_bytes(*fetcher_for(server.url()),
                     {.path = "x", .max_bytes = 1000, .offset = 0, .known_tag = {}});
}

// A repository of many files behind the real server.
class Served {
 public:
  explicit Served(int files, std::size_t bytes_each) {
    for (int i = 0; i < files; ++i) {
      std::string bytes = std::to_string(i) + ":";
      while (bytes.size() < bytes_each) bytes += tuf::sha256_hex(bytes);
      repository.set_target("targets", "national/" + std::to_string(i) + ".json", bytes);
      total += static_cast<std::int64_t>(bytes.size());
    }
    repository.publish();
    repository.write_to(folder / "tree");
    files_ = server::RepositoryFiles::open(folder / "tree").value();
    server_ = http::Server::start({}, [this](const http::Request& request) {
                return files_->answer(request);
              }).value();
  }
  std::uint16_t port() const { return server_->port(); }

  testing::RepositorySimulator repository;
  testing::TemporaryFolder folder;
  std::int64_t total = 0;

 private:
  std::optional<server::RepositoryFiles> files_;
  std::unique_ptr<http::Server> server_;
};

// A machine that follows it through a line.
struct Machine {
  Machine(const Served& served, const std::string& url, CurlOptions options = {})
      : fetcher(fetcher_for(url, std::move(options))) {
    request.metadata = {served.repository.metadata("1.root.json"), {"national/"}, kSimulatorNow};
  }
  Result<Update> update() { return client::update(request, *fetcher, metadata, blobs, {}, tag); }

  std::unique_ptr<CurlFetcher> fetcher;
  testing::TemporaryFolder folder;
  MetadataStore metadata = MetadataStore::open(folder / "metadata").value();
  BlobStore blobs = BlobStore::open(folder / "blobs").value();
  UpdateRequest request;
  std::string tag;
};

}  // namespace

TEST_CASE("attack: a body that ends before its length is no file", "[client][security]") {
  CHECK(fetch_answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345").error().code == Errc::network);
  CHECK(fetch_answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n").error().code ==
        Errc::network);
}

TEST_CASE("attack: a wrong Content-Length brings no byte past it and no number past 64 bits",
          "[client][security]") {
  const auto more = fetch_answer("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n12345");
  CHECK((!more || more->bytes == "123"));
  const auto too_long =
      fetch_answer("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n12345");
  CHECK((!too_long || too_long->bytes == "12345"));
  CHECK_FALSE(fetch_answer("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n12345"));
}

TEST_CASE("attack: what is not HTTP is refused", "[client][security]") {
  for (const char* answer : {"", "\r\n\r\n", "SSH-2.0-x\r\n", "HTTP/9.9 200 OK\r\n\r\n",
                             "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\n12345"}) {
    INFO(answer);
    CHECK_FALSE(fetch_answer(answer));
  }
}

TEST_CASE("attack: endless headers are refused", "[client][security]") {
  const RawServer server([](const std::string&, const RawServer::Line& line) {
    line.send("HTTP/1.1 200 OK\r\n");
    while (line.send("X-Endless: " + std::string(1000, 'x') + "\r\n")) {
    }
  });
  CHECK_FALSE(fetch_bytes(*fetcher_for(server.url()),
                          {.path = "x", .max_bytes = 1000, .offset = 0, .known_tag = {}}));
}

TEST_CASE("attack: a slow server costs a bounded time", "[client][security]") {
  const RawServer server([](const std::string&, const RawServer::Line& line) {
    line.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
    while (line.send("x")) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  });
  CurlOptions options;
  options.slow_for = std::chrono::seconds(1);
  const auto start = std::chrono::steady_clock::now();
  const auto fetched = fetch_bytes(*fetcher_for(server.url(), options),
                                   {.path = "x", .max_bytes = 1000, .offset = 0, .known_tag = {}});
  CHECK(fetched.error().code == Errc::network);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}

TEST_CASE("a server that asks for patience is heard", "[client]") {
  const RawServer server([](const std::string&, const RawServer::Line& line) {
    line.send(
        "HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nDate: Mon, 01 Jun 2026 00:00:00 GMT\r\nContent-Length: "
        "0\r\n\r\n");
  });
  const auto fetcher = fetcher_for(server.url());
  CHECK_FALSE(fetch_bytes(*fetcher, {.path = "x", .max_bytes = 1000, .offset = 0, .known_tag = {}}));
  const Heard heard = fetcher->take_heard();
  CHECK(heard.retry_after == std::chrono::seconds(120));
  CHECK(heard.date == kSimulatorNow);
  CHECK(fetcher->take_heard().retry_after == std::chrono::seconds(0));
}

TEST_CASE("attack: a server that asks for patience without end is left alone for a day at most",
          "[client][security]") {
  const RawServer server([](const std::string&, const RawServer::Line& line) {
    line.send("HTTP/1.1 429 No\r\nRetry-After: 99999999999\r\nContent-Length: 0\r\n\r\n");
  });
  const auto fetcher = fetcher_for(server.url());
  CHECK_FALSE(fetch_bytes(*fetcher, {.path = "x", .max_bytes = 1000, .offset = 0, .known_tag = {}}));
  CHECK(fetcher->take_heard().retry_after <= std::chrono::hours(24));
}

TEST_CASE("several files come over several connections, which are kept", "[client]") {
  const Served served(40, 2000);
  const BadLine line(served.port(), [](int) { return LineFault{}; });
  Machine machine(served, line.url());
  REQUIRE(machine.update());
  CHECK(line.connections() > 1);
  CHECK(line.connections() <= 6);
  REQUIRE(machine.update());
  CHECK(line.connections() <= 6);
}

TEST_CASE("an update completes across 50 cuts with a twentieth of its bytes fetched twice at most",
          "[client]") {
  const Served served(30, 60000);
  const BadLine good(served.port(), [](int) { return LineFault{}; });
  Machine lucky(served, good.url());
  REQUIRE(lucky.update());

  const BadLine bad(served.port(), [](int connection) {
    LineFault fault;
    if (connection < 50) fault.cut_after = 9000 + connection * 613 % 20000;
    return fault;
  });
  Machine machine(served, bad.url());
  int tries = 1;
  while (!machine.update()) REQUIRE(++tries < 60);
  CHECK(bad.cuts() >= 45);
  CHECK(bad.delivered() >= good.delivered());
  CHECK(bad.delivered() - good.delivered() <= good.delivered() / 20);
}

TEST_CASE("a download that is told to end half-way is no success, and goes on the next time", "[client]") {
  const Served served(1, 60000);
  const BadLine line(served.port(), [](int) {
    LineFault fault;
    fault.bytes_per_s = 200000;
    return fault;
  });
  bool is_ending = true;
  CurlOptions options;
  options.cancelled = [&] { return is_ending && line.delivered() > 20000; };
  Machine machine(served, line.url(), options);
  const auto ended = machine.update();
  REQUIRE_FALSE(ended);
  CHECK(ended.error().code == Errc::network);
  is_ending = false;
  const std::int64_t before = line.delivered();
  REQUIRE(machine.update());
  CHECK(line.delivered() - before < served.total);
}

TEST_CASE("bytes that a line corrupts are never kept, and the update completes when it is good again",
          "[client]") {
  const Served served(5, 20000);
  const BadLine line(served.port(), [](int connection) {
    LineFault fault;
    if (connection < 8) fault.corrupt_at = 300 + connection * 1777;
    return fault;
  });
  CurlOptions options;
  options.slow_for = std::chrono::seconds(1);  // for a length that was corrupted
  Machine machine(served, line.url(), options);
  std::optional<Update> updated;
  for (int tries = 0; !updated; ++tries) {
    REQUIRE(tries < 30);
    if (auto done = machine.update()) updated = std::move(*done);
  }
  for (const auto& [path, file] : updated->files) CHECK(machine.blobs.read(path, file));
}

TEST_CASE("a capped line takes no more than its share", "[client]") {
  const Served served(6, 10000);
  CurlOptions options;
  options.max_bytes_per_s = 40000;
  Machine machine(served, fmt::format("http://127.0.0.1:{}", served.port()), options);
  const auto start = std::chrono::steady_clock::now();
  REQUIRE(machine.update());
  // Without the cap it is a matter of milliseconds.
  CHECK(std::chrono::steady_clock::now() - start > std::chrono::milliseconds(700));
}

TEST_CASE("what the operator names as proxy is asked in the server's place", "[client]") {
  std::string asked;
  std::optional<RawServer> proxy;
  proxy.emplace([&asked](const std::string& request, const RawServer::Line& line) {
    asked = request.substr(0, request.find('\r'));
    line.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nbytes");
  });
  CurlOptions options;
  options.proxy = proxy->url();
  const auto fetched = fetch_bytes(*fetcher_for("http://repository.invalid/r", options),
                                   {.path = "x", .max_bytes = 1000, .offset = 0, .known_tag = {}});
  proxy.reset();  // its thread has ended
  REQUIRE(fetched);
  CHECK(fetched->bytes == "bytes");
  CHECK(asked == "GET http://repository.invalid/r/x HTTP/1.1");
}
