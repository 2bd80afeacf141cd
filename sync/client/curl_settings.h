#pragma once
// What every transfer of ours by libcurl is held to: certificates are checked, only http and https are
// spoken, the line is shared as its owner wishes.

#include <curl/curl.h>

#include <cassert>
#include <string>

#include "content/base/handle.h"
#include "sync/client/curl_fetcher.h"

namespace conglang::client {

using Easy = Handle<CURL, curl_easy_cleanup>;
using Url = Handle<CURLU, curl_url_cleanup>;

template <typename Value>
void set(CURL* easy, CURLoption option, Value value) {
  [[maybe_unused]] const CURLcode code = curl_easy_setopt(easy, option, value);
  assert(code == CURLE_OK || code == CURLE_OUT_OF_MEMORY);
}

enum class Redirects { followed, refused };

/// `protocol`: "http" or "https", the one that is spoken.
void set_security(CURL* easy, const std::string& protocol, const CurlOptions& options, Redirects redirects);

/// Proxy, speed and the name by which we ask.
void set_line(CURL* easy, const CurlOptions& options);

/// The protocol of `url`. Errors: bad_usage, for anything but a plain http or https address (no user, query
/// or fragment).
Result<std::string> protocol_of(const std::string& url);

}  // namespace conglang::client
