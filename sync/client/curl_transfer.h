#pragma once
// One fetch by libcurl: the options of its handle, its answer as it arrives, and the verdict at its end.

#include <curl/curl.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/handle.h"
#include "content/base/result.h"
#include "sync/client/curl_fetcher.h"
#include "sync/client/curl_settings.h"
#include "sync/client/fetcher.h"

namespace conglang::client {

/// The server that all fetches of one fetcher go to.
struct Server {
  std::string base;      ///< without a final slash
  std::string protocol;  ///< "http" or "https"
  CurlOptions options;
  std::size_t at_once = 1;  ///< fetches that share the line
};

class Transfer {
 public:
  /// `server` and `sink` must outlive this.
  Transfer(const Server& server, Wanted wanted, Sink& sink);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  /// Null when libcurl could not make one.
  CURL* handle() const { return easy_.get(); }
  Sink& sink() const { return sink_; }
  const std::string& path() const { return wanted_.path; }
  std::chrono::steady_clock::time_point begun_at() const { return begun_at_; }

  /// What came of it, when libcurl is done with the handle.
  Result<Fetched> verdict(CURLcode code);

  /// True when the server has no byte at the offset; there is then a new handle, to fetch the file whole.
  bool starts_over();

  /// What came over the line, compressed as it was.
  std::int64_t bytes_on_the_line() const;

  /// What the answer said besides the file.
  Heard heard() const;

 private:
  static std::size_t on_header(char* bytes, std::size_t one, std::size_t count, void* context);
  static std::size_t on_bytes(char* bytes, std::size_t one, std::size_t count, void* context);

  void prepare();
  long status() const;
  std::string header(const char* name) const;
  Result<Delivery> delivery() const;
  Result<void> begin();
  Result<void> take(std::string_view bytes);
  tl::unexpected<Error> refused_by_status(long status) const;

  Easy easy_;
  const Server& server_;
  Wanted wanted_;
  Sink& sink_;
  Handle<curl_slist, curl_slist_free_all> headers_;
  std::optional<Delivery> begun_;
  std::chrono::steady_clock::time_point begun_at_ = std::chrono::steady_clock::now();
  std::size_t header_bytes_ = 0;
  std::size_t error_page_bytes_ = 0;
  std::int64_t taken_ = 0;  // of the file, bytes before the offset included
  std::optional<Error> error_;
};

}  // namespace conglang::client
