#include "sync/repository/root_edit.h"

#include <algorithm>
#include <set>
#include <utility>

#include "sync/repository/lifetimes.h"
#include "sync/repository/metadata_writer.h"
#include "sync/tuf/threshold.h"

namespace conglang::repository {
namespace {

Result<tuf::Root> read_draft(std::string_view draft) {
  auto parsed = tuf::parse_root(draft);
  if (!parsed) return with_context(std::move(parsed).error(), "this is no root");
  return std::move(parsed->content);
}

Result<tuf::RoleKeys*> find_role(tuf::Root& root, const std::string& role) {
  const auto found = root.roles.find(role);
  if (found != root.roles.end()) return &found->second;
  return fail(
      Errc::not_found,
      "{}: a root speaks of root, targets, snapshot and timestamp; communes are `conglang delegate`'s", role);
}

bool is_named(const tuf::Root& root, const std::string& key_id) {
  return std::ranges::any_of(root.roles, [&key_id](const auto& entry) {
    return std::ranges::find(entry.second.key_ids, key_id) != entry.second.key_ids.end();
  });
}

Result<void> check_reachable(const tuf::Root& root, const std::string& role, const tuf::RoleKeys& keys) {
  std::set<std::string> values;
  for (const std::string& id : keys.key_ids) values.insert(root.keys.at(id).value());
  const auto count = static_cast<std::int64_t>(values.size());
  if (keys.threshold >= 1 && keys.threshold <= count) return {};
  return fail(Errc::bad_usage,
              "{}: {} different keys cannot reach a threshold of {}; add a key or lower the threshold first",
              role, count, keys.threshold);
}

Result<void> add_key(tuf::Root& root, const std::string& role, tuf::RoleKeys& keys,
                     const tuf::PublicKey& key) {
  if (!key.unusable().empty()) return fail(Errc::bad_usage, "key {}: {}", key.id(), key.unusable());
  for (const std::string& id : keys.key_ids) {
    if (root.keys.at(id).value() != key.value()) continue;
    return fail(Errc::conflict, "{}: has the key {} already", role, id);
  }
  root.keys.insert_or_assign(key.id(), key);
  keys.key_ids.push_back(key.id());
  return {};
}

// Without signatures: they were of something else.
Result<std::string> finish_edit(tuf::Root root, const std::string& role) {
  TRY(tuf::RoleKeys* const keys, find_role(root, role));
  TRY_VOID(check_reachable(root, role, *keys));
  std::erase_if(root.keys, [&root](const auto& entry) { return !is_named(root, entry.first); });
  return write_signed(root, {});
}

}  // namespace

Result<std::string> draft_root(std::string_view current, Instant now) {
  TRY(const tuf::TrustedSet set, tuf::TrustedSet::create(current));
  tuf::Root next = set.root();
  next.version += 1;
  next.expires = now + kRootLifetime;
  return write_signed(next, {});
}

Result<std::string> edit_root(std::string_view draft, const AddKey& change) {
  TRY(tuf::Root root, read_draft(draft));
  TRY(tuf::RoleKeys* const keys, find_role(root, change.role));
  TRY_VOID(add_key(root, change.role, *keys, change.key));
  return finish_edit(std::move(root), change.role);
}

Result<std::string> edit_root(std::string_view draft, const RemoveKey& change) {
  TRY(tuf::Root root, read_draft(draft));
  TRY(tuf::RoleKeys* const keys, find_role(root, change.role));
  if (std::erase(keys->key_ids, change.key_id) == 0) {
    return fail(Errc::not_found, "{}: has no key {}", change.role, change.key_id);
  }
  return finish_edit(std::move(root), change.role);
}

Result<std::string> edit_root(std::string_view draft, const ReplaceKeys& change) {
  TRY(tuf::Root root, read_draft(draft));
  TRY(tuf::RoleKeys* const keys, find_role(root, change.role));
  keys->key_ids.clear();
  TRY_VOID(add_key(root, change.role, *keys, change.key));
  return finish_edit(std::move(root), change.role);
}

Result<std::string> edit_root(std::string_view draft, const SetThreshold& change) {
  TRY(tuf::Root root, read_draft(draft));
  TRY(tuf::RoleKeys* const keys, find_role(root, change.role));
  keys->threshold = change.threshold;
  return finish_edit(std::move(root), change.role);
}

Result<std::string> sign_root(std::string_view draft, const KeyFolder& keys) {
  TRY_VOID(read_draft(draft));
  TRY(const std::vector<tuf::SigningKey> signing, keys.load("root"));
  return add_signatures(draft, signers_of(signing));
}

RootState state_of(const tuf::TrustedSet& current, const tuf::Metadata<tuf::Root>& draft) {
  const auto count = [&draft](const tuf::Root& root) {
    return tuf::count_signers(draft.signed_bytes, draft.signatures, root.roles.at("root"), root.keys);
  };
  return {draft.content.version, count(current.root()), current.root().roles.at("root").threshold,
          count(draft.content), draft.content.roles.at("root").threshold};
}

}  // namespace conglang::repository
