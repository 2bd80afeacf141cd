#include "sync/client/fetcher.h"

namespace conglang::client {
namespace {

class MemorySink : public Sink {
 public:
  Result<void> begin(Delivery /*delivery*/) override {
    bytes.clear();
    return {};
  }
  Result<void> take(std::string_view part) override {
    bytes += part;
    return {};
  }

  std::string bytes;
};

}  // namespace

void Fetcher::fetch_all(Feed& feed) {
  while (const auto next = feed.next()) feed.ended(*next->sink, fetch(next->wanted, *next->sink));
}

Result<FetchedBytes> fetch_bytes(Fetcher& fetcher, const Wanted& wanted) {
  MemorySink sink;
  TRY(Fetched fetched, fetcher.fetch(wanted, sink));
  return FetchedBytes{std::move(sink.bytes), fetched.delivery == Delivery::unchanged, std::move(fetched.tag)};
}

}  // namespace conglang::client
