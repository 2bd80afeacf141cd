#include "sync/client/curl_fetcher.h"

#include <catch2/catch_test_macros.hpp>
#include <mutex>
#include <optional>

#include "content/base/hex.h"
#include "sync/server/http/server.h"

using namespace conglang;
using namespace conglang::client;

namespace {

constexpr const char* kPath = "metadata/timestamp.json";

// 65536 zero bytes, gzipped to 96.
constexpr const char* kBomb =
    "1f8b0800000000000203edc101010000008090feafee080a000000000000000000000000000000000000000000000000"
    "0000000000000000000000000000000000000000000000000000000000000000000000000000006aeb8e97d700000100";

// A server that gives one answer to everything and remembers the last question.
class Scripted {
 public:
  explicit Scripted(http::Response (*answer)(const http::Request&)) {
    server_ = http::Server::start({}, [this, answer](const http::Request& request) {
                const std::lock_guard lock(mutex_);
                last_ = request;
                return answer(request);
              }).value();
  }
  std::string url() const { return fmt::format("http://127.0.0.1:{}", server_->port()); }
  std::string last(std::string_view header) const {
    const std::lock_guard lock(mutex_);
    const auto values = last_.values(header);
    return values.empty() ? "" : std::string(values.front());
  }
  std::string last_path() const {
    const std::lock_guard lock(mutex_);
    return last_.path;
  }

 private:
  mutable std::mutex mutex_;
  http::Request last_;
  std::unique_ptr<http::Server> server_;
};

struct Collected : Sink {
  Result<void> begin(Delivery how) override {
    delivery = how;
    return {};
  }
  Result<void> take(std::string_view part) override {
    bytes += part;
    return {};
  }
  std::optional<Delivery> delivery;
  std::string bytes;
};

Wanted wanted(std::int64_t max_bytes = 1000, std::int64_t offset = 0, std::string tag = {}) {
  return {kPath, max_bytes, offset, std::move(tag)};
}

std::unique_ptr<CurlFetcher> fetcher_for(const std::string& url, CurlOptions options = {}) {
  static const CurlLibrary library;
  return CurlFetcher::create(library, url, std::move(options)).value();
}

}  // namespace

TEST_CASE("a file is fetched with its entity tag from below the address", "[client]") {
  const Scripted server([](const http::Request&) {
    return http::Response{200, {{"ETag", "\"t1\""}}, std::string("bytes")};
  });
  const auto fetcher = fetcher_for(server.url() + "/kiosk/");
  const auto fetched = fetch_bytes(*fetcher, wanted());
  REQUIRE(fetched);
  CHECK(fetched->bytes == "bytes");
  CHECK(fetched->tag == "\"t1\"");
  CHECK(server.last_path() == std::string("/kiosk/") + kPath);
}

TEST_CASE("an empty file is a file", "[client]") {
  const Scripted server([](const http::Request&) { return http::Response{200, {}, std::string()}; });
  Collected sink;
  REQUIRE(fetcher_for(server.url())->fetch(wanted(), sink));
  CHECK(sink.delivery == Delivery::whole);
}

TEST_CASE("a known entity tag is sent along and an unchanged file brings no bytes", "[client]") {
  const Scripted server([](const http::Request&) { return http::Response{304, {}, std::string()}; });
  const auto fetched = fetch_bytes(*fetcher_for(server.url()), wanted(1000, 0, "\"t1\""));
  REQUIRE(fetched);
  CHECK(fetched->unchanged);
  CHECK(fetched->tag == "\"t1\"");
  CHECK(server.last("If-None-Match") == "\"t1\"");
}

TEST_CASE("attack: 304 to a question without an entity tag is no file", "[client]") {
  const Scripted server([](const http::Request&) { return http::Response{304, {}, std::string()}; });
  CHECK_FALSE(fetch_bytes(*fetcher_for(server.url()), wanted()));
}

TEST_CASE("a file is continued where it stopped", "[client]") {
  const Scripted server([](const http::Request&) {
    return http::Response{206, {{"Content-Range", "bytes 4-9/10"}}, std::string("456789")};
  });
  Collected sink;
  REQUIRE(fetcher_for(server.url())->fetch(wanted(10, 4), sink));
  CHECK(sink.delivery == Delivery::rest);
  CHECK(sink.bytes == "456789");
  CHECK(server.last("Range") == "bytes=4-");
  CHECK(server.last("Accept-Encoding").empty());
}

TEST_CASE("a server that ignores or refuses the range sends the file whole", "[client]") {
  const auto answer = [](const http::Request& request) {
    if (request.values("Range").empty()) return http::Response{200, {}, std::string("0123456789")};
    return http::Response{416, {{"Content-Range", "bytes */10"}}, std::string("no such range")};
  };
  const Scripted refusing(+answer);
  const Scripted ignoring([](const http::Request&) {
    return http::Response{200, {}, std::string("0123456789")};
  });
  for (const Scripted* server : {&refusing, &ignoring}) {
    Collected sink;
    REQUIRE(fetcher_for(server->url())->fetch(wanted(10, 4), sink));
    CHECK(sink.delivery == Delivery::whole);
    CHECK(sink.bytes == "0123456789");
  }
}

TEST_CASE("attack: another part than was asked for is refused", "[client]") {
  const Scripted server([](const http::Request&) {
    return http::Response{206, {{"Content-Range", "bytes 0-5/10"}}, std::string("012345")};
  });
  for (const std::int64_t offset : {0, 4}) {
    Collected sink;
    CHECK(fetcher_for(server.url())->fetch(wanted(10, offset), sink).error().code == Errc::network);
    CHECK(sink.bytes.empty());
  }
}

TEST_CASE("attack: more bytes than allowed end the fetch at that byte", "[client]") {
  const Scripted server([](const http::Request&) {
    return http::Response{200, {}, std::string(5'000'000, 'x')};
  });
  Collected sink;
  const auto fetched = fetcher_for(server.url())->fetch(wanted(1000), sink);
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().code == Errc::too_large);
  CHECK(fetched.error().message.find(kPath) != std::string::npos);
  CHECK(sink.bytes.size() <= 1000);
}

TEST_CASE("attack: the bound counts the bytes of the file, not the compressed ones", "[client]") {
  const Scripted server([](const http::Request&) {
    return http::Response{200, {{"Content-Encoding", "gzip"}}, from_hex(kBomb).value()};
  });
  CHECK(fetch_bytes(*fetcher_for(server.url()), wanted(65535)).error().code == Errc::too_large);
  CHECK(fetch_bytes(*fetcher_for(server.url()), wanted(65536)).value().bytes == std::string(65536, '\0'));
}

TEST_CASE("what the server does not have is told from what it cannot give now", "[client]") {
  const auto code_for = [](http::Response (*answer)(const http::Request&)) {
    const Scripted server(answer);
    const auto fetched = fetch_bytes(*fetcher_for(server.url()), wanted());
    CHECK(fetched.error().message.find(kPath) != std::string::npos);
    return fetched.error().code;
  };
  CHECK(code_for([](const http::Request&) {
          return http::Response{404, {}, std::string("no")};
        }) == Errc::not_found);
  CHECK(code_for([](const http::Request&) {
          return http::Response{403, {}, std::string()};
        }) == Errc::not_found);
  CHECK(code_for([](const http::Request&) {
          return http::Response{500, {}, std::string(100000, 'x')};
        }) == Errc::network);
  CHECK(code_for([](const http::Request&) {
          return http::Response{204, {}, std::string()};
        }) == Errc::network);
}

TEST_CASE("a redirect on the same scheme is followed", "[client]") {
  const Scripted server([](const http::Request& request) {
    if (request.path == "/elsewhere") return http::Response{200, {}, std::string("moved")};
    return http::Response{302, {{"Location", "/elsewhere"}}, std::string("<html>")};
  });
  CHECK(fetch_bytes(*fetcher_for(server.url()), wanted()).value().bytes == "moved");
}

TEST_CASE("attack: a redirect to another scheme or without end is refused", "[client]") {
  const auto refused = [](http::Response (*answer)(const http::Request&)) {
    const Scripted server(answer);
    return fetch_bytes(*fetcher_for(server.url()), wanted());
  };
  CHECK_FALSE(refused([](const http::Request&) {
    return http::Response{302, {{"Location", "file:///etc/passwd"}}, std::string()};
  }));
  CHECK_FALSE(refused([](const http::Request&) {
    return http::Response{302, {{"Location", "ftp://127.0.0.1/x"}}, std::string()};
  }));
  CHECK_FALSE(refused([](const http::Request& request) {
    return http::Response{302, {{"Location", request.path + "x"}}, std::string()};
  }));
}

TEST_CASE("a server that is not there is a network error with the address", "[client]") {
  std::string url;
  {
    const Scripted server([](const http::Request&) { return http::Response{}; });
    url = server.url();
  }
  const auto fetched = fetch_bytes(*fetcher_for(url), wanted());
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().code == Errc::network);
  CHECK(fetched.error().message.find(url) != std::string::npos);
}

TEST_CASE("a fetch that is cancelled ends", "[client]") {
  const Scripted server([](const http::Request&) { return http::Response{200, {}, std::string(900, 'x')}; });
  CurlOptions options;
  options.cancelled = [] { return true; };
  CHECK(fetch_bytes(*fetcher_for(server.url(), options), wanted()).error().code == Errc::network);
}

TEST_CASE("attack: only plain http and https addresses are taken", "[client]") {
  const CurlLibrary library;
  for (const char* url :
       {"file:///etc", "ftp://a/b", "example.org", "", "http://", "https://user:secret@a.org/",
        "https://a.org/?x=1", "https://a.org/#x", "gopher://a.org", "javascript:alert(1)"}) {
    INFO(url);
    const auto fetcher = CurlFetcher::create(library, url);
    REQUIRE_FALSE(fetcher);
    CHECK(fetcher.error().code == Errc::bad_usage);
  }
  for (const char* url : {"http://127.0.0.1:8080", "https://example.org/kiosk/", "http://[::1]:80/a"}) {
    INFO(url);
    CHECK(CurlFetcher::create(library, url));
  }
}
