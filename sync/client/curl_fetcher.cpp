#include "sync/client/curl_fetcher.h"

#include <curl/curl.h>

#include <cassert>
#include <optional>
#include <string_view>

#include "content/base/handle.h"

namespace conglang::client {
namespace {

using Easy = Handle<CURL, curl_easy_cleanup>;
using HeaderList = Handle<curl_slist, curl_slist_free_all>;
using Url = Handle<CURLU, curl_url_cleanup>;
using CurlText = Handle<char, curl_free>;

constexpr long kNotModified = 304;
constexpr long kOk = 200;
constexpr long kPartial = 206;
constexpr long kRangeNotSatisfiable = 416;

// One fetch under way, as the callbacks see it.
struct Transfer {
  CURL* easy = nullptr;
  const Wanted& wanted;
  Sink& sink;
  const std::function<bool()>& cancelled;
  std::optional<Delivery> begun;
  std::int64_t taken = 0;  // of the file, bytes before the offset included
  std::optional<Error> error;
};

template <typename Value>
void set(CURL* easy, CURLoption option, Value value) {
  [[maybe_unused]] const CURLcode code = curl_easy_setopt(easy, option, value);
  assert(code == CURLE_OK || code == CURLE_OUT_OF_MEMORY);
}

long status_of(CURL* easy) {
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

std::string header_of(CURL* easy, const char* name) {
  curl_header* header = nullptr;
  const CURLHcode found = curl_easy_header(easy, name, 0, CURLH_HEADER, -1, &header);
  return found == CURLHE_OK ? header->value : "";
}

// Which part this answer brings, for an answer that brings one.
Result<Delivery> delivery_of(const Transfer& transfer) {
  if (status_of(transfer.easy) == kOk) return Delivery::whole;
  const std::string expected = fmt::format("bytes {}-", transfer.wanted.offset);
  if (transfer.wanted.offset > 0 && header_of(transfer.easy, "Content-Range").starts_with(expected)) {
    return Delivery::rest;
  }
  return fail(Errc::network, "{}: the server sent another part of the file than was asked for",
              transfer.wanted.path);
}

Result<void> begin(Transfer& transfer) {
  TRY(transfer.begun, delivery_of(transfer));
  transfer.taken = *transfer.begun == Delivery::rest ? transfer.wanted.offset : 0;
  return transfer.sink.begin(*transfer.begun);
}

Result<void> take(Transfer& transfer, std::string_view bytes) {
  if (!transfer.begun) {
    TRY_VOID(begin(transfer));
  }
  transfer.taken += static_cast<std::int64_t>(bytes.size());
  if (transfer.taken > transfer.wanted.max_bytes) {
    return fail(Errc::too_large, "{}: the server sends more than the {} bytes allowed", transfer.wanted.path,
                transfer.wanted.max_bytes);
  }
  return transfer.sink.take(bytes);
}

std::size_t on_bytes(char* bytes, std::size_t one, std::size_t count, void* context) {
  auto& transfer = *static_cast<Transfer*>(context);
  const std::size_t size = one * count;
  const long status = status_of(transfer.easy);
  // The page that comes with an error is not the file, and however long it is, it is not waited for.
  if (status != kOk && status != kPartial) return CURL_WRITEFUNC_ERROR;
  auto taken = take(transfer, {bytes, size});
  if (taken) return size;
  transfer.error = std::move(taken).error();
  return CURL_WRITEFUNC_ERROR;
}

int on_progress(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto& transfer = *static_cast<Transfer*>(context);
  return transfer.cancelled && transfer.cancelled() ? 1 : 0;
}

tl::unexpected<Error> refused_by_status(const Wanted& wanted, long status) {
  // Some stores say 403 for what they do not have.
  if (status == 404 || status == 403 || status == 410) {
    return fail(Errc::not_found, "{}: the server does not have it ({})", wanted.path, status);
  }
  return fail(Errc::network, "{}: the server answered {}; try again later", wanted.path, status);
}

std::string url_part(const Url& url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, 0) != CURLUE_OK) return {};
  const CurlText owned(text);
  return owned.get();
}

}  // namespace

struct CurlFetcher::Connection {
  Easy easy;
  std::string base;      // without a final slash
  std::string protocol;  // "http" or "https"
  CurlOptions options;

  void prepare(const Wanted& wanted, const HeaderList& headers, Transfer& transfer) const;
  Result<Fetched> verdict(CURLcode code, Transfer& transfer) const;
  Result<Fetched> fetch(const Wanted& wanted, Sink& sink) const;
};

CurlLibrary::CurlLibrary() {
  curl_global_init(CURL_GLOBAL_DEFAULT);
}
CurlLibrary::~CurlLibrary() {
  curl_global_cleanup();
}

CurlFetcher::CurlFetcher(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
CurlFetcher::~CurlFetcher() = default;

Result<std::unique_ptr<CurlFetcher>> CurlFetcher::create(const CurlLibrary& /*library*/,
                                                         const std::string& url, CurlOptions options) {
  const Url parsed(curl_url());
  const bool is_url = parsed && curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) == CURLUE_OK;
  const std::string protocol = is_url ? url_part(parsed, CURLUPART_SCHEME) : "";
  const bool plain = url_part(parsed, CURLUPART_USER).empty() && url_part(parsed, CURLUPART_QUERY).empty() &&
                     url_part(parsed, CURLUPART_FRAGMENT).empty();
  if ((protocol != "http" && protocol != "https") || !plain) {
    return fail(Errc::bad_usage, "{}: not an address such as https://example.org/kiosk (no user, ? or #)",
                url);
  }
  auto connection = std::make_unique<Connection>();
  connection->easy.reset(curl_easy_init());
  if (!connection->easy) return fail(Errc::internal, "libcurl could not be started");
  connection->base = url.substr(0, url.find_last_not_of('/') + 1);
  connection->protocol = protocol;
  connection->options = std::move(options);
  return std::unique_ptr<CurlFetcher>(new CurlFetcher(std::move(connection)));
}

void CurlFetcher::Connection::prepare(const Wanted& wanted, const HeaderList& headers,
                                      Transfer& transfer) const {
  CURL* handle = easy.get();
  curl_easy_reset(handle);  // keeps the connection
  set(handle, CURLOPT_URL, fmt::format("{}/{}", base, wanted.path).c_str());
  set(handle, CURLOPT_PATH_AS_IS, 1L);  // what was asked for, not what curl would tidy it into
  set(handle, CURLOPT_PROTOCOLS_STR, protocol.c_str());
  set(handle, CURLOPT_REDIR_PROTOCOLS_STR, protocol.c_str());
  set(handle, CURLOPT_FOLLOWLOCATION, 1L);
  set(handle, CURLOPT_MAXREDIRS, 3L);
  set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(handle, CURLOPT_NOSIGNAL, 1L);
  set(handle, CURLOPT_USERAGENT, "conglang-sync");
  set(handle, CURLOPT_CONNECTTIMEOUT, static_cast<long>(options.connect_within.count()));
  set(handle, CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(kSlowBytesPerSecond));
  set(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.slow_for.count()));
  const auto share = (wanted.max_bytes - wanted.offset) / kSlowBytesPerSecond;
  set(handle, CURLOPT_TIMEOUT, static_cast<long>(options.answer_within.count() + share));
  set(handle, CURLOPT_HTTPHEADER, headers.get());
  set(handle, CURLOPT_WRITEFUNCTION, on_bytes);
  set(handle, CURLOPT_WRITEDATA, &transfer);
  set(handle, CURLOPT_NOPROGRESS, 0L);
  set(handle, CURLOPT_XFERINFOFUNCTION, on_progress);
  set(handle, CURLOPT_XFERINFODATA, &transfer);
  if (wanted.offset > 0) {
    set(handle, CURLOPT_RANGE, fmt::format("{}-", wanted.offset).c_str());
  } else {
    // An offset counts bytes of the file itself, so only whole files may come compressed.
    set(handle, CURLOPT_ACCEPT_ENCODING, "");
  }
}

Result<Fetched> CurlFetcher::Connection::verdict(CURLcode code, Transfer& transfer) const {
  const Wanted& wanted = transfer.wanted;
  if (transfer.error) return tl::unexpected<Error>(std::move(*transfer.error));
  const long status = status_of(transfer.easy);
  if (status >= 300 && status != kNotModified) return refused_by_status(wanted, status);
  if (code == CURLE_ABORTED_BY_CALLBACK) return fail(Errc::network, "{}: stopped", wanted.path);
  if (code != CURLE_OK) {
    return fail(Errc::network, "{}: could not be fetched from {}: {}", wanted.path, base,
                curl_easy_strerror(code));
  }
  if (status == kNotModified && !wanted.known_tag.empty()) {
    return Fetched{Delivery::unchanged, wanted.known_tag};
  }
  if (status != kOk && status != kPartial) return refused_by_status(wanted, status);
  if (!transfer.begun) {
    TRY_VOID(begin(transfer));  // an empty file
  }
  return Fetched{*transfer.begun, header_of(transfer.easy, "ETag")};
}

Result<Fetched> CurlFetcher::Connection::fetch(const Wanted& wanted, Sink& sink) const {
  HeaderList headers;
  if (!wanted.known_tag.empty()) {
    headers.reset(curl_slist_append(nullptr, fmt::format("If-None-Match: {}", wanted.known_tag).c_str()));
  }
  Transfer transfer{.easy = easy.get(),
                    .wanted = wanted,
                    .sink = sink,
                    .cancelled = options.cancelled,
                    .begun = {},
                    .taken = 0,
                    .error = {}};
  prepare(wanted, headers, transfer);
  return verdict(curl_easy_perform(easy.get()), transfer);
}

Result<Fetched> CurlFetcher::fetch(const Wanted& wanted, Sink& sink) {
  auto fetched = connection_->fetch(wanted, sink);
  const bool past_the_end = wanted.offset > 0 && status_of(connection_->easy.get()) == kRangeNotSatisfiable;
  if (fetched || !past_the_end) return fetched;
  Wanted from_start = wanted;
  from_start.offset = 0;
  return connection_->fetch(from_start, sink);
}

}  // namespace conglang::client
