#include "sync/repository/turn.h"

#include <utility>

#include "sync/repository/lifetimes.h"
#include "sync/repository/metadata_writer.h"
#include "sync/tuf/digest.h"
#include "sync/tuf/names.h"

namespace conglang::repository {
namespace {

Result<void> write_role(const Turn& turn, const std::string& role, const tuf::SigningKey& key,
                        tuf::Targets& content) {
  const tuf::MetaFile* listed = turn.current.listed(role);
  content.version = turn.tree.next_version(role, listed == nullptr ? 0 : listed->version);
  content.expires = turn.now + kTargetsLifetime;
  TRY(const std::string bytes, write_signed(content, {&key}));
  return turn.tree.write_metadata(tuf::versioned_metadata_name(role, content.version), bytes);
}

// What clients would say to the tree with this timestamp. A delegated role past its date keeps only its own
// files back, so it stops neither the province nor the other communes; root or targets past theirs stop
// everybody.
Result<void> check_accepted(const Turn& turn, const std::string& timestamp) {
  const auto accepted = turn.tree.load(turn.trusted_root, kIgnoreExpiry, timestamp);
  if (!accepted) return with_context(accepted.error(), "clients would refuse this, so it is not published");
  if (accepted->root().expires > turn.now && accepted->targets()->expires > turn.now) return {};
  return fail(Errc::expired,
              "{}: root or targets is past its date, so clients would refuse this; renew it first",
              turn.tree.path().string());
}

Result<std::int64_t> write_timestamp(const Turn& turn, const tuf::SigningKey& key,
                                     const tuf::MetaFile& snapshot) {
  const std::int64_t version = turn.current.timestamp()->version + 1;
  const tuf::Timestamp timestamp{version, turn.now + kTimestampLifetime, snapshot};
  TRY(const std::string bytes, write_signed(timestamp, {&key}));
  TRY_VOID(check_accepted(turn, bytes));
  TRY_VOID(turn.tree.write_metadata("timestamp.json", bytes));
  return version;
}

}  // namespace

Result<std::int64_t> turn_content(const Turn& turn, std::map<std::string, tuf::Targets> roles) {
  // Keys first: a missing one is found before anything is written.
  std::map<std::string, tuf::SigningKey> role_keys;
  for (const auto& [role, content] : roles) {
    TRY(tuf::SigningKey key, turn.keys.load(role));
    role_keys.emplace(role, std::move(key));
  }
  TRY(const tuf::SigningKey snapshot_key, turn.keys.load("snapshot"));
  TRY(const tuf::SigningKey timestamp_key, turn.keys.load("timestamp"));
  tuf::Snapshot snapshot = *turn.current.snapshot();
  snapshot.version = turn.tree.next_version("snapshot", snapshot.version);
  snapshot.expires = turn.now + kSnapshotLifetime;
  for (auto& [role, content] : roles) {
    TRY_VOID(write_role(turn, role, role_keys.at(role), content));
    snapshot.meta[role + ".json"] = {content.version, std::nullopt, {}};
  }
  TRY(const std::string bytes, write_signed(snapshot, {&snapshot_key}));
  TRY_VOID(turn.tree.write_metadata(tuf::versioned_metadata_name("snapshot", snapshot.version), bytes));
  return write_timestamp(
      turn, timestamp_key,
      {snapshot.version, static_cast<std::int64_t>(bytes.size()), {tuf::sha256_hex(bytes), ""}});
}

Result<std::int64_t> turn_timestamp(const Turn& turn) {
  TRY(const tuf::SigningKey key, turn.keys.load("timestamp"));
  return write_timestamp(turn, key, turn.current.timestamp()->snapshot);
}

}  // namespace conglang::repository
