#include "sync/repository/propose.h"

#include <algorithm>
#include <utility>

#include "content/base/file.h"
#include "sync/repository/lifetimes.h"
#include "sync/repository/metadata_writer.h"
#include "sync/repository/pending.h"
#include "sync/repository/stage.h"
#include "sync/repository/turn.h"
#include "sync/repository/waiting.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"
#include "sync/tuf/path_pattern.h"

namespace conglang::repository {
namespace {

Result<std::string> read_role_file(const Tree& tree, std::string_view role, std::int64_t version) {
  return read_file(tree.metadata(tuf::versioned_metadata_name(role, version)),
                   static_cast<std::uintmax_t>(tuf::kMaxTargetsBytes));
}

Result<Proposal> describe(const tuf::TrustedSet& current, std::string_view role, SignedRole change) {
  TRY(const tuf::Metadata<tuf::Targets> parsed, tuf::parse_targets(change.bytes));
  Proposal proposal;
  proposal.role = role;
  proposal.version = change.content.version;
  proposal.expires = change.content.expires;
  proposal.bytes = std::move(change.bytes);
  proposal.signed_bytes = parsed.signed_bytes;
  if (const auto authority = authority_over(current, role)) proposal.key_ids = authority->role.key_ids;
  for (const tuf::Signature& one : parsed.signatures) proposal.signed_by.push_back(one.key_id);
  proposal.signers = change.signers;
  proposal.threshold = change.threshold;
  proposal.files = compare_files(files_now(current, role), change.content.targets);
  return proposal;
}

Result<const tuf::DelegatedRole*> find_delegated(const tuf::TrustedSet& current, std::string_view role) {
  if (current.root().roles.contains(role)) {
    return fail(Errc::forbidden, "{}: a top-level role is signed at the command line, by `conglang publish`",
                role);
  }
  if (current.targets()->delegations) {
    for (const tuf::DelegatedRole& one : current.targets()->delegations->roles) {
      if (one.name == role) return &one;
    }
  }
  return fail(Errc::not_found, "{}: this repository has no such role; `conglang delegate` makes one", role);
}

Result<void> check_path(const tuf::DelegatedRole& role, const std::string& path) {
  if (tuf::is_safe_target_path(path) && tuf::covers(role, path)) return {};
  return fail(Errc::forbidden, "{}: the role {} may not sign this path", path, role.name);
}

// A change that was published, and whose publisher was stopped before it was taken from those that wait.
Result<void> drop_published(const Turn& turn, std::string_view role) {
  const tuf::MetaFile* listed = turn.current.listed(role);
  if (listed == nullptr) return {};
  const auto waiting =
      read_file(pending_path(turn.tree, role), static_cast<std::uintmax_t>(tuf::kMaxTargetsBytes));
  const auto published = read_role_file(turn.tree, role, listed->version);
  if (!waiting || !published) return {};
  const auto one = tuf::parse_targets(*waiting);
  const auto other = tuf::parse_targets(*published);
  if (!one || !other || one->signed_bytes != other->signed_bytes) return {};
  return drop_pending(turn.tree, role);
}

Result<void> check_nothing_waits(const Turn& turn, std::string_view role) {
  TRY_VOID(drop_published(turn, role));
  std::error_code error;
  if (!std::filesystem::exists(pending_path(turn.tree, role), error)) return {};
  return fail(Errc::conflict, "{}: another change of {} waits for signatures; sign it or drop it first",
              pending_path(turn.tree, role).string(), role);
}

Result<Proposal> store(const Turn& turn, std::string_view role, tuf::Targets content) {
  const tuf::MetaFile* listed = turn.current.listed(role);
  content.version = turn.tree.next_version(role, listed == nullptr ? 0 : listed->version);
  content.expires = turn.now + kTargetsLifetime;
  TRY(std::string bytes, write_signed(content, {}));
  if (bytes.size() > static_cast<std::size_t>(tuf::kMaxTargetsBytes)) {
    return fail(Errc::too_large, "{}: lists more files than a client would read", role);
  }
  TRY(const SignedRole change, read_role(std::move(bytes), *authority_over(turn.current, role)));
  TRY_VOID(store_pending(turn.tree, role, change));
  return describe(turn.current, role, change);
}

tuf::Targets next_of(const tuf::TrustedSet& current, std::string_view role) {
  const tuf::Targets* before = content_of(current, role);
  return before == nullptr ? tuf::Targets{} : *before;
}

// A file whose bytes are as before keeps all that was said of it.
Result<void> put_file(const Turn& turn, tuf::Targets& content, const std::string& path,
                      std::string_view bytes) {
  TRY(tuf::TargetFile file, stage(turn.tree, path, bytes));
  const auto old = content.targets.find(path);
  if (old != content.targets.end() && old->second.hashes.sha256 == file.hashes.sha256) return {};
  content.targets.insert_or_assign(path, std::move(file));
  return {};
}

// Calls `act` with the tree locked and read.
template <typename Act>
Result<Proposal> with_tree(const Tree& tree, const KeyFolder& keys, Instant now, const Act& act) {
  TRY(const TreeLock lock, TreeLock::acquire(tree));
  TRY(const std::string root, keys.trusted_root());
  TRY(const tuf::TrustedSet current, tree.load(root, kIgnoreExpiry));
  return act(Turn{tree, keys, root, current, now});
}

Result<tuf::PublicKey> key_of(const Authority& authority, const tuf::Keys& coming, const std::string& id) {
  const auto& ids = authority.role.key_ids;
  const auto delegated = authority.keys.find(id);
  if (std::ranges::find(ids, id) != ids.end() && delegated != authority.keys.end()) return delegated->second;
  if (const auto later = coming.find(id); later != coming.end()) return later->second;
  return fail(Errc::forbidden, "key {}: is not one that the province lets sign here", id);
}

Result<SignedRole> with_signature(const Authority& authority, const tuf::Keys& coming,
                                  const tuf::Signature& signature, SignedRole change) {
  TRY(const tuf::PublicKey key, key_of(authority, coming, signature.key_id));
  TRY(const tuf::Metadata<tuf::Targets> parsed, tuf::parse_targets(change.bytes));
  if (!key.verify(parsed.signed_bytes, signature.bytes)) {
    return fail(Errc::bad_signature,
                "key {}: this is not its signature of version {}; nothing was changed: look at the change as "
                "it is now and sign that{}",
                signature.key_id, change.content.version,
                key.unusable().empty() ? "" : " (" + key.unusable() + ")");
  }
  if (change.complete()) return change;
  TRY(std::string bytes, add_signature(change.bytes, signature));
  return read_role(std::move(bytes), authority);
}

Result<void> check_not_old(std::string_view role, const tuf::Targets& content, Instant now) {
  if (content.expires - now > kTargetsLifetime / 2) return {};
  return fail(Errc::expired, "{}: this change has waited too long; drop it and propose it again", role);
}

Result<Proposal> finish_proposal(const Turn& turn, std::string_view role, SignedRole change) {
  TRY(Proposal proposal, describe(turn.current, role, change));
  TRY(const Signed done, finish(turn, role, std::move(change)));
  proposal.timestamp = done.timestamp;
  return proposal;
}

}  // namespace

Result<Proposal> propose(const Tree& tree, const KeyFolder& keys, std::string_view role,
                         const FileEdits& edits, Instant now) {
  return with_tree(tree, keys, now, [&](const Turn& turn) -> Result<Proposal> {
    TRY(const tuf::DelegatedRole* const delegated, find_delegated(turn.current, role));
    TRY_VOID(check_nothing_waits(turn, role));
    for (const auto& [path, bytes] : edits.put) {
      TRY_VOID(check_path(*delegated, path));
      if (bytes.size() > kMaxTargetBytes) return fail(Errc::too_large, "{}: is too large a file", path);
    }
    tuf::Targets next = next_of(turn.current, role);
    for (const std::string& path : edits.remove) {
      TRY_VOID(check_path(*delegated, path));
      if (next.targets.erase(path) == 0) {
        return fail(Errc::not_found, "{}: is not published, so it cannot be withdrawn", path);
      }
    }
    for (const auto& [path, bytes] : edits.put) TRY_VOID(put_file(turn, next, path, bytes));
    if (next.targets == files_now(turn.current, role)) {
      return fail(Errc::invalid, "{}: this is what is published already; there is nothing to sign", role);
    }
    return store(turn, role, std::move(next));
  });
}

Result<Proposal> propose_version(const Tree& tree, const KeyFolder& keys, std::string_view role,
                                 std::int64_t version, Instant now) {
  return with_tree(tree, keys, now, [&](const Turn& turn) -> Result<Proposal> {
    TRY(const tuf::DelegatedRole* const delegated, find_delegated(turn.current, role));
    TRY_VOID(check_nothing_waits(turn, role));
    const tuf::MetaFile* listed = turn.current.listed(role);
    if (listed == nullptr || version < 1 || version >= listed->version) {
      return fail(Errc::not_found, "{}: has no version {} before what is published now", role, version);
    }
    TRY(const std::string bytes, read_role_file(tree, role, version));
    TRY(tuf::Metadata<tuf::Targets> old, tuf::parse_targets(bytes));
    if (old.content.version != version)
      return fail(Errc::invalid, "{}: the file of version {} says it is another", role, version);
    for (const auto& entry : old.content.targets) TRY_VOID(check_path(*delegated, entry.first));
    tuf::Targets next = next_of(turn.current, role);
    next.targets = std::move(old.content.targets);
    TRY_VOID(check_blobs(turn, role, next));
    if (next.targets == files_now(turn.current, role)) {
      return fail(Errc::invalid, "{}: this is what is published already; there is nothing to sign", role);
    }
    return store(turn, role, std::move(next));
  });
}

Result<Proposal> propose_again(const Tree& tree, const KeyFolder& keys, std::string_view role, Instant now) {
  return with_tree(tree, keys, now, [&](const Turn& turn) -> Result<Proposal> {
    TRY_VOID(find_delegated(turn.current, role));
    TRY_VOID(check_nothing_waits(turn, role));
    return store(turn, role, next_of(turn.current, role));
  });
}

Result<Proposal> waiting_proposal(const Tree& tree, const KeyFolder& keys, std::string_view role) {
  TRY(const std::string root, keys.trusted_root());
  TRY(const tuf::TrustedSet current, tree.load(root, kIgnoreExpiry));
  TRY(SignedRole change, load_pending(tree, role, current));
  return describe(current, role, std::move(change));
}

Result<Proposal> attach_signature(const Tree& tree, const KeyFolder& keys, std::string_view role,
                                  const tuf::Signature& signature, Instant now, const tuf::Keys& coming) {
  return with_tree(tree, keys, now, [&](const Turn& turn) -> Result<Proposal> {
    TRY_VOID(find_delegated(turn.current, role));
    TRY(SignedRole change, load_pending(tree, role, turn.current));
    TRY_VOID(check_not_old(role, change.content, now));
    TRY_VOID(check_blobs(turn, role, change.content));
    TRY(SignedRole more,
        with_signature(*authority_over(turn.current, role), coming, signature, std::move(change)));
    return finish_proposal(turn, role, std::move(more));
  });
}

Result<Proposal> publish_proposal(const Tree& tree, const KeyFolder& keys, std::string_view role,
                                  Instant now) {
  return with_tree(tree, keys, now, [&](const Turn& turn) -> Result<Proposal> {
    TRY(SignedRole change, load_pending(tree, role, turn.current));
    if (!change.complete()) return describe(turn.current, role, std::move(change));
    TRY_VOID(check_not_old(role, change.content, now));
    TRY_VOID(check_blobs(turn, role, change.content));
    return finish_proposal(turn, role, std::move(change));
  });
}

}  // namespace conglang::repository
