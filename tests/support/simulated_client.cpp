#include "tests/support/simulated_client.h"

#include <variant>

#include "sync/tuf/names.h"

namespace conglang::testing {

using tuf::versioned_metadata_name;

Result<std::string> SimulatedClient::fetch(const std::string& name) const {
  const auto file = repository_.files.find("metadata/" + name);
  if (file == repository_.files.end())
    return fail(Errc::not_found, "{}: the repository does not have it", name);
  return file->second;
}

std::string SimulatedClient::stored_or_empty(const std::string& name) const {
  const auto file = stored_.find(name);
  return file == stored_.end() ? std::string() : file->second;
}

Result<void> SimulatedClient::update_roots(tuf::TrustedSet& set) {
  for (;;) {
    const auto next = fetch(versioned_metadata_name("root", set.root().version + 1));
    if (!next) break;
    TRY_VOID(set.update_root(*next));
    stored_["root.json"] = *next;
  }
  if (set.forget_cached()) {
    stored_.erase("timestamp.json");
    stored_.erase("snapshot.json");
  }
  return {};
}

Result<void> SimulatedClient::update_timestamp(tuf::TrustedSet& set, Instant now) {
  static_cast<void>(set.load_cached_timestamp(stored_or_empty("timestamp.json")));
  TRY(const std::string bytes, fetch("timestamp.json"));
  TRY(const tuf::Change change, set.update_timestamp(bytes, now));
  if (change == tuf::Change::adopted) stored_["timestamp.json"] = bytes;
  return {};
}

Result<void> SimulatedClient::update_snapshot(tuf::TrustedSet& set, Instant now) {
  const std::string stored = stored_or_empty("snapshot.json");
  static_cast<void>(set.load_cached_snapshot(stored));
  if (set.update_snapshot(stored, now)) return {};
  TRY(const std::string bytes, fetch(versioned_metadata_name("snapshot", set.timestamp()->snapshot.version)));
  TRY_VOID(set.update_snapshot(bytes, now));
  stored_["snapshot.json"] = bytes;
  return {};
}

Result<tuf::TrustedSet> SimulatedClient::update(Instant now) {
  TRY(tuf::TrustedSet set, tuf::TrustedSet::create(stored_.at("root.json")));
  TRY_VOID(update_roots(set));
  TRY_VOID(update_timestamp(set, now));
  TRY_VOID(update_snapshot(set, now));
  TRY(const std::string bytes, fetch(versioned_metadata_name("targets", set.listed("targets")->version)));
  TRY_VOID(set.update_targets(bytes, now));
  return set;
}

Result<tuf::TargetSearch> SimulatedClient::find(tuf::TrustedSet& set, const std::string& path, Instant now) {
  for (;;) {
    tuf::TargetSearch search = set.find_target(path);
    const auto* needed = std::get_if<tuf::RoleNeeded>(&search);
    if (needed == nullptr) return search;
    TRY(const std::string bytes, fetch(versioned_metadata_name(needed->role, needed->meta.version)));
    TRY_VOID(set.update_delegated_targets(needed->role, needed->parent, bytes, now));
  }
}

}  // namespace conglang::testing
