#pragma once
// A repository tree on a web server, by libcurl. Certificates are always checked, only http and https are
// spoken, and no redirect leads from one to the other. A server that answers too slowly or not at all costs a
// bounded time; one that sends more than was allowed, compressed or not, is stopped at that byte.

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "sync/client/fetcher.h"

namespace conglang::client {

/// libcurl's global state: one in a program, made in main before any thread and outliving every fetcher.
class CurlLibrary {
 public:
  CurlLibrary();
  ~CurlLibrary();
  CurlLibrary(const CurlLibrary&) = delete;
  CurlLibrary& operator=(const CurlLibrary&) = delete;
};

struct CurlOptions {
  std::chrono::seconds connect_within{15};
  /// Below kSlowBytesPerSecond for so long: given up.
  std::chrono::seconds slow_for{30};
  /// What any file may take besides its bound's share at kSlowBytesPerSecond.
  std::chrono::seconds answer_within{60};
  /// Asked about once a second; true ends a fetch. Empty: never.
  std::function<bool()> cancelled;
};

/// What a poor mobile connection still carries.
inline constexpr std::int64_t kSlowBytesPerSecond = 512;

class CurlFetcher : public Fetcher {
 public:
  /// `url`: where metadata/ and targets/ are, "https://example.org/kiosk".
  /// Errors: bad_usage, for anything but a plain http or https address (no user, query or fragment).
  static Result<std::unique_ptr<CurlFetcher>> create(const CurlLibrary& library, const std::string& url,
                                                     CurlOptions options = {});

  CurlFetcher(const CurlFetcher&) = delete;
  CurlFetcher& operator=(const CurlFetcher&) = delete;
  ~CurlFetcher() override;

  /// The connection stays open for the next call.
  Result<Fetched> fetch(const Wanted& wanted, Sink& sink) override;

 private:
  struct Connection;
  explicit CurlFetcher(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace conglang::client
