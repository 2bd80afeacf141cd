#include "sync/client/api_line.h"

#include <algorithm>
#include <utility>

#include "sync/client/curl_settings.h"

namespace conglang::client {
namespace {

using HeaderList = Handle<curl_slist, curl_slist_free_all>;

constexpr curl_off_t kMaxRetryAfterSeconds = 24L * 3600;

// The answer as it arrives.
struct Arriving {
  std::string body;
  bool too_large = false;
};

std::size_t on_bytes(char* bytes, std::size_t one, std::size_t count, void* context) {
  auto& arriving = *static_cast<Arriving*>(context);
  const std::size_t size = one * count;
  arriving.too_large = arriving.body.size() + size > kMaxApiAnswerBytes;
  if (arriving.too_large) return CURL_WRITEFUNC_ERROR;
  arriving.body.append(bytes, size);
  return size;
}

int on_progress(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto& cancelled = *static_cast<const std::function<bool()>*>(context);
  return cancelled && cancelled() ? 1 : 0;
}

void add(HeaderList& list, const std::string& line) {
  list.reset(curl_slist_append(list.release(), line.c_str()));
}

HeaderList headers_of(const ApiCall& call) {
  HeaderList headers;
  add(headers, "Accept: application/json");
  if (!call.body.empty()) add(headers, "Content-Type: application/json");
  if (!call.body.empty()) add(headers, "Expect:");  // no round trip before the body
  if (!call.token.empty()) add(headers, "Authorization: Bearer " + call.token);
  return headers;
}

}  // namespace

struct CurlApiLine::Engine {
  Easy easy;
  std::string base;
  std::string protocol;
  CurlOptions options;

  void prepare(const ApiCall& call, const HeaderList& headers, Arriving& arriving);
  Result<ApiAnswer> answer(const ApiCall& call, Arriving arriving) const;
};

void CurlApiLine::Engine::prepare(const ApiCall& call, const HeaderList& headers, Arriving& arriving) {
  CURL* handle = easy.get();
  curl_easy_reset(handle);  // the connection stays
  set(handle, CURLOPT_URL, (base + call.path).c_str());
  set(handle, CURLOPT_PATH_AS_IS, 1L);
  set_security(handle, protocol, options, Redirects::refused);
  set_line(handle, options);
  set(handle, CURLOPT_HTTPHEADER, headers.get());
  set(handle, CURLOPT_CONNECTTIMEOUT, static_cast<long>(options.connect_within.count()));
  set(handle, CURLOPT_TIMEOUT, static_cast<long>(options.answer_within.count()));
  set(handle, CURLOPT_WRITEFUNCTION, &on_bytes);
  set(handle, CURLOPT_WRITEDATA, &arriving);
  set(handle, CURLOPT_NOPROGRESS, 0L);
  set(handle, CURLOPT_XFERINFOFUNCTION, &on_progress);
  set(handle, CURLOPT_XFERINFODATA, &options.cancelled);
  if (call.body.empty()) return;
  set(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
  set(handle, CURLOPT_POSTFIELDS, call.body.c_str());
}

Result<ApiAnswer> CurlApiLine::Engine::answer(const ApiCall& call, Arriving arriving) const {
  ApiAnswer answer;
  long status = 0;
  curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status >= 300 && status < 400) {
    return fail(Errc::network, "{}{}: leads elsewhere; give the address that it leads to", base, call.path);
  }
  answer.status = static_cast<int>(status);
  answer.body = std::move(arriving.body);
  curl_off_t seconds = 0;
  curl_easy_getinfo(easy.get(), CURLINFO_RETRY_AFTER, &seconds);
  answer.retry_after = std::chrono::seconds(std::clamp<curl_off_t>(seconds, 0, kMaxRetryAfterSeconds));
  return answer;
}

CurlApiLine::CurlApiLine(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
CurlApiLine::~CurlApiLine() = default;

Result<std::unique_ptr<CurlApiLine>> CurlApiLine::create(const CurlLibrary& /*library*/,
                                                         const std::string& url, CurlOptions options) {
  auto engine = std::make_unique<Engine>();
  TRY(engine->protocol, protocol_of(url));
  engine->base = url.substr(0, url.find_last_not_of('/') + 1);
  engine->options = std::move(options);
  engine->easy.reset(curl_easy_init());
  if (!engine->easy) return fail(Errc::internal, "libcurl could not be started");
  return std::unique_ptr<CurlApiLine>(new CurlApiLine(std::move(engine)));
}

Result<ApiAnswer> CurlApiLine::call(const ApiCall& call) {
  Arriving arriving;
  const HeaderList headers = headers_of(call);
  engine_->prepare(call, headers, arriving);
  const CURLcode code = curl_easy_perform(engine_->easy.get());
  if (arriving.too_large) {
    return fail(Errc::too_large, "{}{}: the server answers more than {} bytes", engine_->base, call.path,
                kMaxApiAnswerBytes);
  }
  if (code != CURLE_OK) {
    return fail(Errc::network, "{}{}: no answer: {}", engine_->base, call.path, curl_easy_strerror(code));
  }
  return engine_->answer(call, std::move(arriving));
}

}  // namespace conglang::client
