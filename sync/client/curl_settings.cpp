#include "sync/client/curl_settings.h"

namespace conglang::client {
namespace {

using CurlText = Handle<char, curl_free>;

constexpr long kMaxRedirects = 3;

std::string url_part(const Url& url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, 0) != CURLUE_OK) return {};
  const CurlText owned(text);
  return owned.get();
}

}  // namespace

void set_security(CURL* easy, const std::string& protocol, const CurlOptions& options, Redirects redirects) {
  set(easy, CURLOPT_PROTOCOLS_STR, protocol.c_str());
  set(easy, CURLOPT_REDIR_PROTOCOLS_STR, protocol.c_str());
  set(easy, CURLOPT_FOLLOWLOCATION, redirects == Redirects::followed ? 1L : 0L);
  set(easy, CURLOPT_MAXREDIRS, kMaxRedirects);
  set(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  set(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  set(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!options.ca_file.empty()) set(easy, CURLOPT_CAINFO, options.ca_file.c_str());
}

// An explicit proxy; without one libcurl takes what the environment names (https_proxy, no_proxy).
void set_line(CURL* easy, const CurlOptions& options) {
  if (!options.proxy.empty()) set(easy, CURLOPT_PROXY, options.proxy.c_str());
  if (options.max_bytes_per_s > 0) {
    set(easy, CURLOPT_MAX_RECV_SPEED_LARGE, static_cast<curl_off_t>(options.max_bytes_per_s));
    set(easy, CURLOPT_MAX_SEND_SPEED_LARGE, static_cast<curl_off_t>(options.max_bytes_per_s));
  }
  set(easy, CURLOPT_NOSIGNAL, 1L);
  set(easy, CURLOPT_USERAGENT, "conglang-sync");
}

Result<std::string> protocol_of(const std::string& url) {
  const Url parsed(curl_url());
  const bool is_url = parsed && curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) == CURLUE_OK;
  std::string protocol = is_url ? url_part(parsed, CURLUPART_SCHEME) : "";
  const bool plain = url_part(parsed, CURLUPART_USER).empty() && url_part(parsed, CURLUPART_QUERY).empty() &&
                     url_part(parsed, CURLUPART_FRAGMENT).empty();
  if ((protocol == "http" || protocol == "https") && plain) return protocol;
  return fail(Errc::bad_usage, "{}: not an address such as https://example.org/kiosk (no user, ? or #)", url);
}

}  // namespace conglang::client
