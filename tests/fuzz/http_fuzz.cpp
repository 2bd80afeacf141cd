// Any bytes as a server's answer, from a real socket: a file within its bound or an error. The first byte
// says what was asked: an offset, an entity tag known already.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "sync/client/curl_fetcher.h"
#include "tests/support/raw_server.h"

namespace {

using namespace conglang;
using namespace conglang::client;

constexpr std::int64_t kMaxBytes = 4096;
constexpr std::int64_t kOffset = 4;

struct CountingSink : Sink {
  Result<void> begin(Delivery how) override {
    if (begun) std::abort();
    begun = true;
    delivery = how;
    return {};
  }
  Result<void> take(std::string_view part) override {
    if (!begun) std::abort();
    taken += static_cast<std::int64_t>(part.size());
    return {};
  }
  bool begun = false;
  Delivery delivery = Delivery::whole;
  std::int64_t taken = 0;
};

// What the server says next; set and read by different threads.
class Answer {
 public:
  void set(std::string bytes) {
    const std::lock_guard lock(mutex_);
    bytes_ = std::move(bytes);
  }
  std::string get() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
  }

 private:
  mutable std::mutex mutex_;
  std::string bytes_;
};

Answer& answer() {
  static Answer the_answer;
  return the_answer;
}

CurlFetcher& fetcher() {
  static const CurlLibrary library;
  static const testing::RawServer server(
      [](const std::string&, const testing::RawServer::Line& line) { line.send(answer().get()); });
  static const auto made = [] {
    CurlOptions options;
    options.slow_for = options.connect_within = options.answer_within = std::chrono::seconds(2);
    options.proxy = server.url();  // wherever a redirect leads, it leads here
    return CurlFetcher::create(library, server.url(), options).value();
  }();
  return *made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  answer().set({reinterpret_cast<const char*>(data) + 1, size - 1});
  const bool continues = (data[0] & 1U) != 0;
  const bool knows_tag = (data[0] & 2U) != 0;
  CountingSink sink;
  const Wanted wanted{"metadata/timestamp.json", kMaxBytes, continues ? kOffset : 0,
                      knows_tag ? "\"t\"" : ""};
  const auto fetched = fetcher().fetch(wanted, sink);
  const std::int64_t before = sink.delivery == Delivery::rest ? kOffset : 0;
  if (sink.taken + before > kMaxBytes) std::abort();
  if (sink.delivery == Delivery::rest && !continues) std::abort();
  if (fetched && fetched->delivery == Delivery::unchanged && (!knows_tag || sink.begun)) std::abort();
  if (fetched && fetched->delivery != Delivery::unchanged && !sink.begun) std::abort();
  return 0;
}
