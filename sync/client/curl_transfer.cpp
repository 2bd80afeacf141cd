#include "sync/client/curl_transfer.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace conglang::client {
namespace {

constexpr long kNotModified = 304;
constexpr long kOk = 200;
constexpr long kPartial = 206;
constexpr long kRangeNotSatisfiable = 416;
constexpr std::size_t kMaxHeaderBytes = 64UL * 1024;  // of all answers to one fetch
constexpr long kBufferBytes = 256L * 1024;            // a picture costs few calls
constexpr std::size_t kMaxErrorPageBytes = 16UL * 1024;
constexpr curl_off_t kMaxRetryAfterSeconds = 24L * 3600;

// Multiplexed where the server can; a further connection waits until that is known.
void set_sharing(CURL* easy) {
  set(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  set(easy, CURLOPT_PIPEWAIT, 1L);
  // A handle that still holds the buffer of the transfer before refuses: that buffer has this size already.
  static_cast<void>(curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, kBufferBytes));
}

void set_patience(CURL* easy, const Server& server, const Wanted& wanted) {
  const CurlOptions& options = server.options;
  set(easy, CURLOPT_CONNECTTIMEOUT, static_cast<long>(options.connect_within.count()));
  // Fetches side by side share a poor line.
  const auto at_once = static_cast<std::int64_t>(server.at_once);
  set(easy, CURLOPT_LOW_SPEED_LIMIT,
      static_cast<long>(std::max<std::int64_t>(1, kSlowBytesPerSecond / at_once)));
  set(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.slow_for.count()));
  const auto share = (wanted.max_bytes - wanted.offset) * at_once / kSlowBytesPerSecond;
  set(easy, CURLOPT_TIMEOUT, static_cast<long>(options.answer_within.count() + share));
}

}  // namespace

Transfer::Transfer(const Server& server, Wanted wanted, Sink& sink)
    : server_(server), wanted_(std::move(wanted)), sink_(sink) {
  prepare();
}

void Transfer::prepare() {
  begun_.reset();
  header_bytes_ = 0;
  error_page_bytes_ = 0;
  taken_ = 0;
  error_.reset();
  // One for each answer: libcurl 7.88 keeps a pointer to a freed header in a handle that is used again, and
  // reads it when the next answer begins with a folded line. Connections are the multi handle's.
  easy_.reset(curl_easy_init());
  CURL* handle = easy_.get();
  if (handle == nullptr) return;
  set(handle, CURLOPT_URL, fmt::format("{}/{}", server_.base, wanted_.path).c_str());
  set(handle, CURLOPT_PATH_AS_IS, 1L);  // what was asked for, not what curl would tidy it into
  set_security(handle, server_.protocol, server_.options, Redirects::followed);
  set_line(handle, server_.options);
  set_sharing(handle);
  set_patience(handle, server_, wanted_);
  if (!wanted_.known_tag.empty()) {
    headers_.reset(curl_slist_append(nullptr, fmt::format("If-None-Match: {}", wanted_.known_tag).c_str()));
  }
  set(handle, CURLOPT_HTTPHEADER, headers_.get());
  set(handle, CURLOPT_HEADERFUNCTION, &Transfer::on_header);
  set(handle, CURLOPT_HEADERDATA, this);
  set(handle, CURLOPT_WRITEFUNCTION, &Transfer::on_bytes);
  set(handle, CURLOPT_WRITEDATA, this);
  set(handle, CURLOPT_PRIVATE, this);
  if (wanted_.offset > 0) {
    set(handle, CURLOPT_RANGE, fmt::format("{}-", wanted_.offset).c_str());
  } else {
    // An offset counts bytes of the file itself, so only whole files may come compressed.
    set(handle, CURLOPT_ACCEPT_ENCODING, "");
  }
}

long Transfer::status() const {
  long status = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
  return status;
}

std::string Transfer::header(const char* name) const {
  curl_header* found = nullptr;
  const CURLHcode code = curl_easy_header(easy_.get(), name, 0, CURLH_HEADER, -1, &found);
  return code == CURLHE_OK ? found->value : "";
}

// Which part this answer brings, for an answer that brings one.
Result<Delivery> Transfer::delivery() const {
  if (status() == kOk) return Delivery::whole;
  const std::string expected = fmt::format("bytes {}-", wanted_.offset);
  if (wanted_.offset > 0 && header("Content-Range").starts_with(expected)) return Delivery::rest;
  return fail(Errc::network, "{}: the server sent another part of the file than was asked for", wanted_.path);
}

Result<void> Transfer::begin() {
  TRY(begun_, delivery());
  taken_ = *begun_ == Delivery::rest ? wanted_.offset : 0;
  return sink_.begin(*begun_);
}

Result<void> Transfer::take(std::string_view bytes) {
  if (!begun_) {
    TRY_VOID(begin());
  }
  taken_ += static_cast<std::int64_t>(bytes.size());
  if (taken_ > wanted_.max_bytes) {
    return fail(Errc::too_large, "{}: the server sends more than the {} bytes allowed", wanted_.path,
                wanted_.max_bytes);
  }
  return sink_.take(bytes);
}

std::size_t Transfer::on_header(char* /*bytes*/, std::size_t one, std::size_t count, void* context) {
  auto& transfer = *static_cast<Transfer*>(context);
  transfer.header_bytes_ += one * count;
  if (transfer.header_bytes_ <= kMaxHeaderBytes) return one * count;
  transfer.error_ = Error{Errc::network, transfer.wanted_.path + ": the server sends headers without end"};
  return 0;
}

std::size_t Transfer::on_bytes(char* bytes, std::size_t one, std::size_t count, void* context) {
  auto& transfer = *static_cast<Transfer*>(context);
  const std::size_t size = one * count;
  const long status = transfer.status();
  if (status != kOk && status != kPartial) {
    // The page that comes with an error is not the file. A short one is let go by, which keeps the
    // connection.
    transfer.error_page_bytes_ += size;
    return transfer.error_page_bytes_ > kMaxErrorPageBytes ? CURL_WRITEFUNC_ERROR : size;
  }
  auto taken = transfer.take({bytes, size});
  if (taken) return size;
  transfer.error_ = std::move(taken).error();
  return CURL_WRITEFUNC_ERROR;
}

tl::unexpected<Error> Transfer::refused_by_status(long status) const {
  // Some stores say 403 for what they do not have.
  if (status == 404 || status == 403 || status == 410) {
    return fail(Errc::not_found, "{}: the server does not have it ({})", wanted_.path, status);
  }
  return fail(Errc::network, "{}: the server answered {}; try again later", wanted_.path, status);
}

Result<Fetched> Transfer::verdict(CURLcode code) {
  if (error_) return tl::unexpected<Error>(std::move(*error_));
  const long answered = status();
  if (answered >= 300 && answered != kNotModified) return refused_by_status(answered);
  if (code != CURLE_OK) {
    return fail(Errc::network, "{}: could not be fetched from {}: {}", wanted_.path, server_.base,
                curl_easy_strerror(code));
  }
  if (answered == kNotModified && !wanted_.known_tag.empty()) {
    return Fetched{Delivery::unchanged, wanted_.known_tag};
  }
  if (answered != kOk && answered != kPartial) return refused_by_status(answered);
  if (!begun_) {
    TRY_VOID(begin());  // an empty file
  }
  return Fetched{*begun_, header("ETag")};
}

bool Transfer::starts_over() {
  if (error_ || wanted_.offset == 0 || status() != kRangeNotSatisfiable) return false;
  wanted_.offset = 0;
  prepare();
  return true;
}

std::int64_t Transfer::bytes_on_the_line() const {
  curl_off_t body = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_SIZE_DOWNLOAD_T, &body);
  return body + static_cast<std::int64_t>(header_bytes_);
}

Heard Transfer::heard() const {
  Heard heard;
  curl_off_t seconds = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RETRY_AFTER, &seconds);
  heard.retry_after = std::chrono::seconds(std::clamp<curl_off_t>(seconds, 0, kMaxRetryAfterSeconds));
  const std::time_t date = curl_getdate(header("Date").c_str(), nullptr);
  if (date > 0) heard.date = Instant{std::chrono::seconds{date}};
  return heard;
}

}  // namespace conglang::client
