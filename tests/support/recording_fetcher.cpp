#include "tests/support/recording_fetcher.h"

#include "sync/tuf/digest.h"

namespace conglang::testing {

Result<client::Fetched> RecordingFetcher::fetch(const client::Wanted& wanted, client::Sink& sink) {
  asked.push_back(wanted.offset == 0 ? wanted.path : fmt::format("{} from {}", wanted.path, wanted.offset));
  if (offline) return fail(Errc::network, "{}: no network", wanted.path);
  const auto found = files_.find(wanted.path);
  if (found == files_.end()) return fail(Errc::not_found, "{}: the server does not have it", wanted.path);
  const std::string tag = tuf::sha256_hex(found->second);
  if (wanted.known_tag == tag) return client::Fetched{client::Delivery::unchanged, tag};

  const std::string bytes = found->second;
  const bool rest = wanted.offset > 0 && wanted.offset < static_cast<std::int64_t>(bytes.size());
  const auto delivery = rest ? client::Delivery::rest : client::Delivery::whole;
  TRY_VOID(sink.begin(delivery));
  for (auto at = rest ? static_cast<std::size_t>(wanted.offset) : 0; at < bytes.size(); at += chunk_bytes) {
    if (!goes_on()) return fail(Errc::network, "{}: the connection was lost", wanted.path);
    const std::string_view chunk = std::string_view(bytes).substr(at, chunk_bytes);
    if (static_cast<std::int64_t>(at + chunk.size()) > wanted.max_bytes) {
      return fail(Errc::too_large, "{}: is longer than allowed", wanted.path);
    }
    TRY_VOID(sink.take(chunk));
  }
  return client::Fetched{delivery, tag};
}

}  // namespace conglang::testing
