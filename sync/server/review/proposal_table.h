#pragma once
// Proposals as the store keeps them: what was asked for, by whom, who has signed. What is signed, and the
// signatures that count, lie in the repository tree; these rows can be made again from it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sync/server/api/router.h"
#include "sync/server/store/store.h"

namespace conglang::server {

struct ProposalRow {
  std::int64_t id = 0;
  std::string role;     ///< "commune-09784", "emergency"
  std::string commune;  ///< empty: every one
  std::string kind;     ///< drafts, rollback, again, emergency, command-line
  std::string state;    ///< making, waiting, published, conflict, dropped
  std::int64_t version = 0;
  Instant expires{};
  std::string signed_sha256;  ///< of what signatures are over
  std::int64_t threshold = 1;
  std::string note;
  std::optional<std::int64_t> made_by;
  Instant made_at{};
  std::optional<Instant> done_at;
  std::optional<std::int64_t> timestamp;

  /// It may still be published.
  bool is_open() const { return state == "making" || state == "waiting"; }
};

struct ProposalSignature {
  std::string key_id;
  std::optional<std::int64_t> account;  ///< nothing: by a command line, with a key that nobody enrolled
  std::string who;                      ///< display name
  Instant at{};
};

namespace proposals {

/// Errors: refused 404.
Result<ProposalRow> find(Transaction& transaction, std::int64_t id);
/// Newest first; `commune` empty: of every one. Those of the whole province are always among them.
Result<std::vector<ProposalRow>> list(Transaction& transaction, const std::string& commune, bool only_open);
Result<std::vector<ProposalRow>> open_of_role(Transaction& transaction, const std::string& role);
Result<std::vector<ProposalRow>> all_open(Transaction& transaction);

/// Adds `row`, whose id is set.
Result<void> add(Transaction& transaction, ProposalRow& row);
/// Stores what may change of `row`.
Result<void> store(Transaction& transaction, const ProposalRow& row);

Result<std::vector<ProposalSignature>> signatures(Transaction& transaction, std::int64_t proposal);
/// A signature by a key that has signed already changes nothing. `account`: nothing for one that was found in
/// the repository; it is then whoever enrolled the key.
Result<void> add_signature(Transaction& transaction, std::int64_t proposal, const std::string& key_id,
                           std::optional<std::int64_t> account, Instant now);

}  // namespace proposals

}  // namespace conglang::server
