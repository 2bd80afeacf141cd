#pragma once
// What was done here, by whom, in an order that nobody can change unseen: each row's hash is over the row
// before it. Rows are added in the transaction of what they tell about, so that neither is without the other.
// No passwords, tokens, addresses or texts of guides are ever in it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/store/store.h"

namespace conglang::server::audit {

struct Entry {
  std::int64_t id = 0;
  Instant at;
  std::string who;    ///< an account's name, "server" or "device:12"
  std::string what;   ///< "draft.approve"
  std::string about;  ///< "draft:41 communes/09784/guides/khai-sinh.json"
  std::string hash;

  bool operator==(const Entry&) const = default;
};

/// Adds a row. Errors: as Transaction::run.
Result<void> append(Transaction& transaction, std::string_view who, std::string_view what,
                    std::string_view about, Instant now);

/// At most `count` rows, newest first, older than the row `before`; with `commune`, of its people only.
Result<std::vector<Entry>> entries(Transaction& transaction, std::optional<std::int64_t> before,
                                   std::int64_t count,
                                   const std::optional<std::string>& commune = std::nullopt);

/// The chain's end: whoever notes it down elsewhere can later show that rows are missing.
struct Head {
  std::int64_t rows = 0;
  std::string hash;  ///< empty without rows

  bool operator==(const Head&) const = default;
};

/// Reads every row and checks the chain. `noted`: a head noted down before, which must be on the chain.
/// Errors: invalid, naming the first row that was changed, removed or put in; Transaction's.
Result<Head> verify(Transaction& transaction, const std::optional<Head>& noted = std::nullopt);

}  // namespace conglang::server::audit
