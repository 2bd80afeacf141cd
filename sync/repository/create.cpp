#include "sync/repository/create.h"

#include <array>
#include <map>

#include "content/base/file.h"
#include "sync/repository/lifetimes.h"
#include "sync/repository/metadata_writer.h"
#include "sync/repository/province_roles.h"
#include "sync/tuf/digest.h"
#include "sync/tuf/names.h"

namespace conglang::repository {
namespace fs = std::filesystem;
namespace {

constexpr std::array<const char*, 4> kTopLevelRoles = {"root", "timestamp", "snapshot", "targets"};

using Delegates = std::vector<tuf::DelegatedRole>;
using NewKeys = std::map<std::string, tuf::SigningKey, std::less<>>;

Result<void> check_empty(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(folder))) return {};
  if (fs::is_directory(folder) && fs::is_empty(folder, error) && !error) return {};
  return fail(Errc::conflict,
              "{}: there is something already, and it is never overwritten; name another folder",
              folder.string());
}

// A passphrase may lie there already.
Result<void> check_no_keys(const fs::path& folder) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const fs::path& path = entry.path();
    if (path.extension() != ".pem" && path.filename() != "root.json") continue;
    return fail(Errc::conflict,
                "{}: there are keys already, and they are never overwritten; name another folder",
                path.string());
  }
  return {};
}

Result<NewKeys> create_keys(const KeyFolder& folder, const Delegates& delegates) {
  NewKeys keys;
  for (const char* role : kTopLevelRoles) {
    TRY(tuf::SigningKey key, folder.create(role));
    keys.emplace(role, std::move(key));
  }
  for (const tuf::DelegatedRole& role : delegates) {
    TRY(tuf::SigningKey key, folder.create(role.name));
    keys.emplace(role.name, std::move(key));
  }
  return keys;
}

tuf::RoleKeys one_key(const tuf::SigningKey& key) {
  return {{key.public_key().id()}, 1};
}

void add_key(tuf::Keys& keys, const tuf::SigningKey& key) {
  keys.emplace(key.public_key().id(), key.public_key());
}

tuf::Root first_root(const NewKeys& keys, Instant now) {
  tuf::Root root;
  root.version = 1;
  root.expires = now + kRootLifetime;
  root.consistent_snapshot = true;
  for (const char* role : kTopLevelRoles) {
    const tuf::SigningKey& key = keys.find(role)->second;
    add_key(root.keys, key);
    root.roles.emplace(role, one_key(key));
  }
  return root;
}

tuf::Targets empty_targets(Instant now) {
  tuf::Targets targets;
  targets.version = 1;
  targets.expires = now + kTargetsLifetime;
  return targets;
}

tuf::Targets first_targets(const Delegates& delegates, const NewKeys& keys, Instant now) {
  tuf::Targets targets = empty_targets(now);
  tuf::Keys public_keys;
  for (const auto& entry : keys) add_key(public_keys, entry.second);
  targets.delegations.emplace();
  for (tuf::DelegatedRole role : delegates) {
    role.keys = one_key(keys.find(role.name)->second);
    put_role(*targets.delegations, std::move(role), public_keys);
  }
  return targets;
}

// Writes what no client looks for before the timestamp, then the timestamp.
Result<void> write_tree(const Tree& tree, const NewKeys& keys, const std::string& root,
                        const Delegates& delegates, Instant now) {
  const auto key = [&keys](std::string_view name) { return Signers{&keys.find(name)->second}; };
  TRY_VOID(tree.write_metadata("1.root.json", root));
  TRY(const std::string targets, write_signed(first_targets(delegates, keys, now), key("targets")));
  TRY_VOID(tree.write_metadata("1.targets.json", targets));
  tuf::Snapshot snapshot{1, now + kSnapshotLifetime, {}};
  snapshot.meta["targets.json"].version = 1;
  for (const tuf::DelegatedRole& role : delegates) {
    TRY(const std::string bytes, write_signed(empty_targets(now), key(role.name)));
    TRY_VOID(tree.write_metadata(tuf::versioned_metadata_name(role.name, 1), bytes));
    snapshot.meta[role.name + ".json"].version = 1;
  }
  TRY(const std::string snapshot_bytes, write_signed(snapshot, key("snapshot")));
  TRY_VOID(tree.write_metadata("1.snapshot.json", snapshot_bytes));
  tuf::Timestamp timestamp{1, now + kTimestampLifetime, {}};
  timestamp.snapshot = {
      1, static_cast<std::int64_t>(snapshot_bytes.size()), {tuf::sha256_hex(snapshot_bytes), ""}};
  TRY(const std::string timestamp_bytes, write_signed(timestamp, key("timestamp")));
  TRY(const tuf::TrustedSet accepted, tree.load(root, now, {.timestamp = timestamp_bytes}));
  return tree.write_metadata("timestamp.json", timestamp_bytes);
}

}  // namespace

Result<void> create_repository(const Tree& tree, const KeyFolder& keys, std::string_view commune,
                               Instant now) {
  Delegates delegates;
  for (const std::string_view name : {kEmergencyRole, commune, kStandInRole}) {
    TRY(tuf::DelegatedRole role, role_named(name));
    delegates.push_back(std::move(role));
  }
  TRY_VOID(check_empty(tree.path()));
  TRY_VOID(check_no_keys(keys.path()));
  TRY_VOID(make_folders(tree.path() / "metadata"));
  TRY_VOID(make_folders(tree.path() / "targets"));
  TRY_VOID(make_folders(keys.path()));
  TRY(const TreeLock lock, TreeLock::acquire(tree));
  TRY(const NewKeys new_keys, create_keys(keys, delegates));
  TRY(const std::string root, write_signed(first_root(new_keys, now), {&new_keys.find("root")->second}));
  TRY_VOID(keys.store_trusted_root(root));
  return write_tree(tree, new_keys, root, delegates, now);
}

}  // namespace conglang::repository
