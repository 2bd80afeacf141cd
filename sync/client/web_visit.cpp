#include "sync/client/web_visit.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cassert>
#include <string_view>

#include "content/base/handle.h"

namespace conglang::client {
namespace {

using Easy = Handle<CURL, curl_easy_cleanup>;
using HostList = Handle<curl_slist, curl_slist_free_all>;
using Url = Handle<CURLU, curl_url_cleanup>;
using CurlText = Handle<char, curl_free>;
using Outcome = Visit::Outcome;

// One visit under way, as the callbacks see it.
struct Going {
  const VisitOptions& options;
  std::string refused;  // the numeric address that was not connected to
};

template <typename Value>
void set(CURL* easy, CURLoption option, Value value) {
  [[maybe_unused]] const CURLcode code = curl_easy_setopt(easy, option, value);
  assert(code == CURLE_OK || code == CURLE_OUT_OF_MEMORY);
}

struct Numeric {
  const void* bytes = nullptr;
  std::size_t size = 0;  // 0: no IP address
};

Numeric numeric_of(const curl_sockaddr& address) {
  const void* generic = &address.addr;
  if (address.family == AF_INET) {
    return {&static_cast<const sockaddr_in*>(generic)->sin_addr, sizeof(in_addr)};
  }
  if (address.family == AF_INET6) {
    return {&static_cast<const sockaddr_in6*>(generic)->sin6_addr, sizeof(in6_addr)};
  }
  return {};
}

std::string in_figures(int family, const Numeric& numeric) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (numeric.size == 0) return "?";
  return inet_ntop(family, numeric.bytes, text.data(), text.size()) == nullptr ? "?" : text.data();
}

// curl connects this very socket to this very address: what is judged is what is reached.
curl_socket_t on_socket(void* context, curlsocktype purpose, curl_sockaddr* address) {
  auto& going = *static_cast<Going*>(context);
  const Numeric numeric = numeric_of(*address);
  const std::span bytes(static_cast<const std::uint8_t*>(numeric.bytes), numeric.size);
  const bool allowed = purpose == CURLSOCKTYPE_IPCXN && numeric.size > 0 && going.options.may_connect &&
                       going.options.may_connect(bytes);
  if (!allowed) {
    going.refused = in_figures(address->family, numeric);
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// The page itself is not wanted: its first byte ends the visit.
std::size_t on_bytes(char*, std::size_t, std::size_t, void*) {
  return CURL_WRITEFUNC_ERROR;
}

void prepare(CURL* easy, const std::string& url, const VisitOptions& options, const HostList& instead,
             Going& going) {
  set(easy, CURLOPT_URL, url.c_str());
  set(easy, CURLOPT_PATH_AS_IS, 1L);
  set(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  set(easy, CURLOPT_FOLLOWLOCATION, 0L);
  set(easy, CURLOPT_PROXY, "");
  set(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  set(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  set(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(easy, CURLOPT_NOSIGNAL, 1L);
  // Some portals turn away whoever does not call itself a browser; this is one to them, and says who asks.
  set(easy, CURLOPT_USERAGENT, "Mozilla/5.0 (compatible; conglang-links)");
  set(easy, CURLOPT_ACCEPT_ENCODING, "");
  set(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_within.count()));
  set(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(options.answer_within.count()));
  set(easy, CURLOPT_OPENSOCKETFUNCTION, on_socket);
  set(easy, CURLOPT_OPENSOCKETDATA, &going);
  set(easy, CURLOPT_WRITEFUNCTION, on_bytes);
  if (!options.authorities_file.empty()) set(easy, CURLOPT_CAINFO, options.authorities_file.c_str());
  if (instead) set(easy, CURLOPT_CONNECT_TO, instead.get());
}

Outcome outcome_of(CURLcode code, int status) {
  switch (code) {
    case CURLE_OK:
    case CURLE_WRITE_ERROR:  // on_bytes
      return status > 0 ? Outcome::answered : Outcome::bad_answer;
    case CURLE_COULDNT_RESOLVE_HOST:
      return Outcome::unknown_host;
    case CURLE_OPERATION_TIMEDOUT:
      return Outcome::too_slow;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
      return Outcome::bad_certificate;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_BAD_CONTENT_ENCODING:
      return Outcome::bad_answer;
    default:
      return Outcome::no_connection;
  }
}

// Where a redirect leads, made absolute. curl tells it only of answers that were read to their end.
std::string location_of(CURL* easy) {
  curl_header* header = nullptr;
  const CURLHcode found = curl_easy_header(easy, "Location", 0, CURLH_HEADER, -1, &header);
  // Two of them would lead one phone here and another there.
  if (found != CURLHE_OK || header->amount != 1) return {};
  char* asked = nullptr;
  curl_easy_getinfo(easy, CURLINFO_EFFECTIVE_URL, &asked);
  const Url url(curl_url());
  if (!url || asked == nullptr || curl_url_set(url.get(), CURLUPART_URL, asked, 0) != CURLUE_OK) return {};
  // What curl cannot put together stays as the server wrote it, to be refused by name.
  if (curl_url_set(url.get(), CURLUPART_URL, header->value, CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
    return header->value;
  char* absolute = nullptr;
  if (curl_url_get(url.get(), CURLUPART_URL, &absolute, 0) != CURLUE_OK) return header->value;
  const CurlText owned(absolute);
  return owned.get();
}

Visit visited(CURL* easy, CURLcode code, const Going& going) {
  Visit visit;
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  visit.status = static_cast<int>(status);
  visit.outcome = outcome_of(code, visit.status);
  // A host of which one address is not to be asked is not to be asked: no other address of it may save it.
  if (!going.refused.empty()) return {Outcome::refused_address, 0, {}, {}, going.refused};
  if (visit.outcome != Outcome::answered) {
    visit.status = 0;
    visit.detail = curl_easy_strerror(code);
    return visit;
  }
  visit.location = location_of(easy);
  curl_off_t retry_after = 0;
  curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &retry_after);
  visit.retry_after = std::chrono::seconds(retry_after);
  return visit;
}

}  // namespace

Visit visit(const CurlLibrary& /*library*/, const std::string& url, const VisitOptions& options) {
  const Easy easy(curl_easy_init());
  if (!easy) return {Outcome::no_connection, 0, {}, {}, "libcurl could not be started"};
  HostList instead;
  if (!options.instead.empty()) {
    instead.reset(curl_slist_append(nullptr, fmt::format("::{}", options.instead).c_str()));
  }
  Going going{options, {}};
  prepare(easy.get(), url, options, instead, going);
  return visited(easy.get(), curl_easy_perform(easy.get()), going);
}

}  // namespace conglang::client
