#pragma once
// A repository tree on a web server, by libcurl. Certificates are always checked, only http and https are
// spoken, and no redirect leads from one to the other. A server that answers too slowly or not at all costs a
// bounded time; one that sends more than was allowed, compressed or not, is stopped at that byte. Connections
// are kept, HTTP/2 is spoken where the server can, and several files come at once.

#include <chrono>
#include <cstdint>
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
  /// Asked at least twice a second while fetching; true ends every fetch. Empty: never.
  std::function<bool()> cancelled;
  std::int64_t max_bytes_per_s = 0;  ///< what all fetches together may take of the line; 0: all of it
  std::string proxy;                 ///< empty: what the environment names (https_proxy, no_proxy)
  std::string ca_file;               ///< certificates to trust instead of the system's; empty: the system's
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

  /// Up to six at once, one when the line is capped.
  void fetch_all(Feed& feed) override;

  Heard take_heard() override;

 private:
  struct Engine;
  explicit CurlFetcher(std::unique_ptr<Engine> engine);
  std::unique_ptr<Engine> engine_;
};

}  // namespace conglang::client
