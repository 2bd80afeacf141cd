#include "sync/client/api_line.h"

#include <catch2/catch_test_macros.hpp>
#include <mutex>
#include <string>

#include "tests/support/raw_server.h"

using namespace conglang;
using namespace conglang::client;
using testing::RawServer;

namespace {

// What was asked, and a line that asks.
struct Asked {
  std::mutex mutex;
  std::string head;

  RawServer answering(const std::string& answer) {
    return RawServer([this, answer](const std::string& request, const RawServer::Line& line) {
      const std::scoped_lock lock(mutex);
      head = request;
      line.send(answer);
    });
  }
};

std::string with_body(const std::string& status, const std::string& body) {
  return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n\r\n" + body;
}

}  // namespace

TEST_CASE("a question carries its token and its body, and any status is an answer", "[api-line]") {
  const CurlLibrary library;
  Asked asked;
  const RawServer server = asked.answering(with_body("429 Too Many Requests\r\nRetry-After: 7", "{\"a\":1}"));
  const auto line = CurlApiLine::create(library, server.url() + "/").value();
  const auto answer = line->call({"/api/reports", "t0ken", "{}"});
  REQUIRE(answer);
  CHECK(answer->status == 429);
  CHECK(answer->body == "{\"a\":1}");
  CHECK(answer->retry_after == std::chrono::seconds(7));
  CHECK(asked.head.starts_with("POST /api/reports HTTP/1.1\r\n"));
  CHECK(asked.head.find("Authorization: Bearer t0ken\r\n") != std::string::npos);
  CHECK(asked.head.find("Content-Type: application/json\r\n") != std::string::npos);
  REQUIRE(line->call({"/api/devices/1", {}, {}}));
  CHECK(asked.head.starts_with("GET /api/devices/1 HTTP/1.1\r\n"));
  CHECK(asked.head.find("Authorization") == std::string::npos);
}

TEST_CASE("an attack: a server that redirects does not get the token sent elsewhere", "[api-line]") {
  const CurlLibrary library;
  Asked thief;
  const RawServer elsewhere = thief.answering(with_body("200 OK", "{}"));
  Asked asked;
  const RawServer server = asked.answering(
      with_body("307 Temporary Redirect\r\nLocation: " + elsewhere.url() + "/api/reports", ""));
  const auto line = CurlApiLine::create(library, server.url()).value();
  const auto answer = line->call({"/api/reports", "t0ken", "{}"});
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == Errc::network);
  CHECK(thief.head.empty());
}

TEST_CASE("an attack: an answer without end is given up at its bound", "[api-line]") {
  const CurlLibrary library;
  Asked asked;
  const RawServer server = asked.answering(with_body("200 OK", std::string(kMaxApiAnswerBytes + 1, 'x')));
  const auto line = CurlApiLine::create(library, server.url()).value();
  const auto answer = line->call({"/api/reports", {}, {}});
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == Errc::too_large);
}

TEST_CASE("a silent server costs a bounded time, and who ends the program waits for nothing", "[api-line]") {
  const CurlLibrary library;
  const RawServer server([](const std::string&, const RawServer::Line&) {
    std::this_thread::sleep_for(std::chrono::seconds(2));
  });
  CurlOptions options;
  options.answer_within = std::chrono::seconds(1);
  const auto line = CurlApiLine::create(library, server.url(), options).value();
  CHECK_FALSE(line->call({"/api/reports", {}, {}}));
  options.answer_within = std::chrono::seconds(60);
  options.cancelled = [] { return true; };
  const auto ended = CurlApiLine::create(library, server.url(), options).value();
  const auto begun = std::chrono::steady_clock::now();
  CHECK_FALSE(ended->call({"/api/reports", {}, {}}));
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
}

TEST_CASE("only a plain http or https address is a server's", "[api-line]") {
  const CurlLibrary library;
  for (const char* url : {"", "ftp://example.org", "https://user@example.org", "https://example.org/?a=1"})
    CHECK_FALSE(CurlApiLine::create(library, url));
}
