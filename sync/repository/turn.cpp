#include "sync/repository/turn.h"

#include <utility>

#include "sync/repository/lifetimes.h"
#include "sync/repository/metadata_writer.h"
#include "sync/tuf/digest.h"
#include "sync/tuf/names.h"

namespace conglang::repository {
namespace {

// What clients would say to the tree with this timestamp. A delegated role past its date keeps only its own
// files back, so it stops neither the province nor the other communes; root or targets past theirs stop
// everybody.
Result<void> check_accepted(const Turn& turn, const std::string& timestamp) {
  const auto accepted = turn.tree.load(turn.trusted_root, kIgnoreExpiry, {.timestamp = timestamp});
  if (!accepted) return with_context(accepted.error(), "clients would refuse this, so it is not published");
  if (accepted->root().expires > turn.now && accepted->targets()->expires > turn.now) return {};
  return fail(Errc::expired,
              "{}: root or targets is past its date, so clients would refuse this; renew it first",
              turn.tree.path().string());
}

Result<std::int64_t> write_timestamp(const Turn& turn, const std::vector<tuf::SigningKey>& keys,
                                     const tuf::MetaFile& snapshot) {
  const std::int64_t version = turn.current.timestamp()->version + 1;
  const tuf::Timestamp timestamp{version, turn.now + kTimestampLifetime, snapshot};
  TRY(const std::string bytes, write_signed(timestamp, signers_of(keys)));
  TRY_VOID(check_accepted(turn, bytes));
  TRY_VOID(turn.tree.write_metadata("timestamp.json", bytes));
  return version;
}

}  // namespace

Result<SignedRole> sign_next(const Turn& turn, const std::string& role, tuf::Targets content) {
  const auto authority = authority_over(turn.current, role);
  if (!authority) return fail(Errc::not_found, "{}: this repository has no such role", role);
  const tuf::MetaFile* listed = turn.current.listed(role);
  content.version = turn.tree.next_version(role, listed == nullptr ? 0 : listed->version);
  content.expires = turn.now + kTargetsLifetime;
  return sign_role(role, content, *authority, turn.keys);
}

Result<std::int64_t> turn_content(const Turn& turn, const std::map<std::string, SignedRole>& roles) {
  // Keys first: a missing one is found before anything is written.
  TRY(const std::vector<tuf::SigningKey> snapshot_keys, turn.keys.load("snapshot"));
  TRY(const std::vector<tuf::SigningKey> timestamp_keys, turn.keys.load("timestamp"));
  tuf::Snapshot snapshot = *turn.current.snapshot();
  snapshot.version = turn.tree.next_version("snapshot", snapshot.version);
  snapshot.expires = turn.now + kSnapshotLifetime;
  for (const auto& [role, file] : roles) {
    const std::string name = tuf::versioned_metadata_name(role, file.content.version);
    TRY_VOID(turn.tree.write_metadata(name, file.bytes));
    snapshot.meta[role + ".json"] = {file.content.version, std::nullopt, {}};
  }
  TRY(const std::string bytes, write_signed(snapshot, signers_of(snapshot_keys)));
  TRY_VOID(turn.tree.write_metadata(tuf::versioned_metadata_name("snapshot", snapshot.version), bytes));
  return write_timestamp(
      turn, timestamp_keys,
      {snapshot.version, static_cast<std::int64_t>(bytes.size()), {tuf::sha256_hex(bytes), ""}});
}

Result<std::int64_t> turn_timestamp(const Turn& turn) {
  TRY(const std::vector<tuf::SigningKey> keys, turn.keys.load("timestamp"));
  return write_timestamp(turn, keys, turn.current.timestamp()->snapshot);
}

}  // namespace conglang::repository
