#include "sync/client/curl_fetcher.h"

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "content/base/handle.h"
#include "sync/client/curl_transfer.h"

namespace conglang::client {
namespace {

using Clock = std::chrono::steady_clock;
using Multi = Handle<CURLM, curl_multi_cleanup>;

constexpr std::size_t kAtOnce = 6;
constexpr std::chrono::milliseconds kLook{500};

// One fetch, whose outcome is kept.
class SingleFeed : public Feed {
 public:
  SingleFeed(const Wanted& wanted, Sink& sink) : next_(Next{wanted, &sink}) {}
  std::optional<Next> next() override { return std::exchange(next_, std::nullopt); }
  void ended(Sink& /*sink*/, const Result<Fetched>& outcome) override { outcome_ = outcome; }

  const Result<Fetched>& outcome() const { return outcome_; }

 private:
  std::optional<Next> next_;
  Result<Fetched> outcome_ = fail(Errc::internal, "libcurl did not begin the fetch");
};

}  // namespace

struct CurlFetcher::Engine {
  Server server;
  Multi multi;
  std::vector<std::unique_ptr<Transfer>> running;
  Heard heard;
  Clock::time_point line_is_free{};  // on a capped line: what came before has had its time

  ~Engine() { leave_all(); }

  void fetch_all(Feed& feed, std::size_t at_once);
  void fill(Feed& feed);
  void begin(Feed& feed, Feed::Next next);
  void finish(Feed& feed, CURL* handle, CURLcode code);
  void collect(Feed& feed);
  void stop(Feed& feed);
  void wait_for_line() const;
  void leave_all();
  std::unique_ptr<Transfer> take_running(const CURL* handle);
  void listen_to(const Transfer& transfer);
};

void CurlFetcher::Engine::leave_all() {
  for (const auto& transfer : running) curl_multi_remove_handle(multi.get(), transfer->handle());
  running.clear();
}

void CurlFetcher::Engine::fill(Feed& feed) {
  while (running.size() < server.at_once) {
    auto next = feed.next();
    if (!next) return;
    begin(feed, std::move(*next));
  }
}

// libcurl caps each transfer by itself; small ones would pass uncapped, one after the other.
void CurlFetcher::Engine::wait_for_line() const {
  for (auto now = Clock::now(); now < line_is_free; now = Clock::now()) {
    if (server.options.cancelled && server.options.cancelled()) return;
    std::this_thread::sleep_for(std::min<Clock::duration>(kLook, line_is_free - now));
  }
}

void CurlFetcher::Engine::begin(Feed& feed, Feed::Next next) {
  wait_for_line();
  auto transfer = std::make_unique<Transfer>(server, std::move(next.wanted), *next.sink);
  if (transfer->handle() == nullptr)
    return feed.ended(*next.sink, fail(Errc::internal, "libcurl could not be started"));
  curl_multi_add_handle(multi.get(), transfer->handle());
  running.push_back(std::move(transfer));
}

std::unique_ptr<Transfer> CurlFetcher::Engine::take_running(const CURL* handle) {
  const auto found =
      std::ranges::find_if(running, [handle](const auto& one) { return one->handle() == handle; });
  std::unique_ptr<Transfer> transfer = std::move(*found);
  running.erase(found);
  return transfer;
}

void CurlFetcher::Engine::listen_to(const Transfer& transfer) {
  const Heard said = transfer.heard();
  heard.retry_after = std::max(heard.retry_after, said.retry_after);
  if (said.date) heard.date = said.date;
  if (server.options.max_bytes_per_s == 0) return;
  const std::chrono::milliseconds due(transfer.bytes_on_the_line() * 1000 / server.options.max_bytes_per_s);
  line_is_free = std::max(line_is_free, transfer.begun_at()) + due;
}

void CurlFetcher::Engine::finish(Feed& feed, CURL* handle, CURLcode code) {
  curl_multi_remove_handle(multi.get(), handle);
  auto transfer = take_running(handle);
  if (transfer->starts_over() && transfer->handle() != nullptr) {
    curl_multi_add_handle(multi.get(), transfer->handle());
    running.push_back(std::move(transfer));
    return;
  }
  listen_to(*transfer);
  const auto outcome = transfer->verdict(code);
  feed.ended(transfer->sink(), outcome);
}

void CurlFetcher::Engine::collect(Feed& feed) {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    // Removing the handle takes the message away.
    CURL* handle = message->easy_handle;
    const CURLcode code = message->data.result;
    finish(feed, handle, code);
  }
}

void CurlFetcher::Engine::stop(Feed& feed) {
  while (!running.empty()) {
    curl_multi_remove_handle(multi.get(), running.back()->handle());
    const auto transfer = std::move(running.back());
    running.pop_back();
    feed.ended(transfer->sink(), fail(Errc::network, "{}: stopped", transfer->path()));
  }
}

void CurlFetcher::Engine::fetch_all(Feed& feed, std::size_t at_once) {
  server.at_once = at_once;
  for (fill(feed); !running.empty(); fill(feed)) {
    if (server.options.cancelled && server.options.cancelled()) return stop(feed);
    int active = 0;
    curl_multi_perform(multi.get(), &active);
    collect(feed);
    if (active > 0) curl_multi_poll(multi.get(), nullptr, 0, kLook.count(), nullptr);
  }
}

CurlLibrary::CurlLibrary() {
  curl_global_init(CURL_GLOBAL_DEFAULT);
}
CurlLibrary::~CurlLibrary() {
  curl_global_cleanup();
}

CurlFetcher::CurlFetcher(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
CurlFetcher::~CurlFetcher() = default;

Result<std::unique_ptr<CurlFetcher>> CurlFetcher::create(const CurlLibrary& /*library*/,
                                                         const std::string& url, CurlOptions options) {
  TRY(const std::string protocol, protocol_of(url));
  auto engine = std::make_unique<Engine>();
  engine->multi.reset(curl_multi_init());
  if (!engine->multi) return fail(Errc::internal, "libcurl could not be started");
  curl_multi_setopt(engine->multi.get(), CURLMOPT_MAX_HOST_CONNECTIONS, static_cast<long>(kAtOnce));
  engine->server.base = url.substr(0, url.find_last_not_of('/') + 1);
  engine->server.protocol = protocol;
  engine->server.options = std::move(options);
  return std::unique_ptr<CurlFetcher>(new CurlFetcher(std::move(engine)));
}

Result<Fetched> CurlFetcher::fetch(const Wanted& wanted, Sink& sink) {
  SingleFeed feed(wanted, sink);
  engine_->fetch_all(feed, 1);
  return feed.outcome();
}

void CurlFetcher::fetch_all(Feed& feed) {
  engine_->fetch_all(feed, engine_->server.options.max_bytes_per_s > 0 ? 1 : kAtOnce);
}

Heard CurlFetcher::take_heard() {
  return std::exchange(engine_->heard, {});
}

}  // namespace conglang::client
