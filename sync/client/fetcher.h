#pragma once
// Where a repository's files come from: a web server, a USB stick, a test. A fetcher trusts nothing and
// decides nothing: it keeps to the bound it is given while the bytes arrive, and who asked verifies them.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/base/time.h"

namespace conglang::client {

struct Wanted {
  std::string path;            ///< below the repository: "metadata/3.root.json"; its own URL
  std::int64_t max_bytes = 0;  ///< of the whole file, after decompression
  std::int64_t offset = 0;     ///< bytes that the caller has of it already
  std::string known_tag;       ///< entity tag of the copy that the caller has whole; empty: none
};

enum class Delivery {
  whole,      ///< the file from its first byte, whatever offset was asked
  rest,       ///< from the offset on
  unchanged,  ///< no bytes: the caller's copy is current
};

/// Takes a file as it arrives. An error ends the fetch, which returns it.
class Sink {
 public:
  virtual ~Sink() = default;
  /// Once, before any bytes; never for Delivery::unchanged.
  virtual Result<void> begin(Delivery delivery) = 0;
  virtual Result<void> take(std::string_view bytes) = 0;
};

struct Fetched {
  Delivery delivery = Delivery::whole;
  std::string tag;  ///< entity tag; empty where there is none
};

/// Hands out fetches to make and takes what became of them. A fetch that ended may be handed out again.
class Feed {
 public:
  struct Next {
    Wanted wanted;
    Sink* sink = nullptr;  ///< not null; outlives the fetch
  };
  virtual ~Feed() = default;
  /// Nothing: none for now. Asked again after every ended fetch, and not when none is under way any more.
  virtual std::optional<Next> next() = 0;
  virtual void ended(Sink& sink, const Result<Fetched>& outcome) = 0;
};

/// What a server said besides its files. Neither is verified: both are for manners and for reports.
struct Heard {
  std::chrono::seconds retry_after{0};  ///< how long it asked to be left alone (Retry-After)
  std::optional<Instant> date;          ///< its clock when it last answered
};

class Fetcher {
 public:
  virtual ~Fetcher() = default;
  /// Errors, all naming `path`: not_found; too_large, past `max_bytes`; network; io; forbidden; the sink's.
  /// The sink has then taken a part at most.
  virtual Result<Fetched> fetch(const Wanted& wanted, Sink& sink) = 0;

  /// All that `feed` hands out, several at once where that is faster; all have ended when it returns.
  virtual void fetch_all(Feed& feed);

  /// What was heard since the last call.
  virtual Heard take_heard() { return {}; }
};

struct FetchedBytes {
  std::string bytes;
  bool unchanged = false;  ///< the caller's copy is current, and `bytes` is empty
  std::string tag;
};

/// A small file whole, into memory. Errors: as Fetcher::fetch.
Result<FetchedBytes> fetch_bytes(Fetcher& fetcher, const Wanted& wanted);

}  // namespace conglang::client
