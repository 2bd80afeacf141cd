#include "sync/repository/pending.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "content/base/file.h"
#include "content/base/file_steps.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"

namespace conglang::repository {
namespace fs = std::filesystem;
namespace {

// Of what it says, not of who has signed it.
bool same_change(const tuf::Targets& a, const tuf::Targets& b) {
  return a.targets == b.targets && a.delegations == b.delegations && a.version == b.version;
}

bool says_the_same(const std::string& one, const std::string& other) {
  const auto a = tuf::parse_targets(one);
  const auto b = tuf::parse_targets(other);
  return a && b && a->signed_bytes == b->signed_bytes;
}

// Still the next version; or its file lies there already, put by a publish that was stopped before the
// timestamp. Signatures of people are not asked for twice because of that.
bool is_next(const Tree& tree, std::string_view role, const SignedRole& change,
             const tuf::TrustedSet& current) {
  const tuf::MetaFile* listed = current.listed(role);
  const std::int64_t version = listed == nullptr ? 0 : listed->version;
  if (change.content.version == tree.next_version(role, version)) return true;
  if (change.content.version <= version) return false;
  const auto there = read_file(tree.metadata(tuf::versioned_metadata_name(role, change.content.version)),
                               static_cast<std::uintmax_t>(tuf::kMaxTargetsBytes));
  return there && says_the_same(*there, change.bytes);
}

}  // namespace

fs::path pending_path(const Tree& tree, std::string_view role) {
  return tree.path() / "pending" / tuf::metadata_name(role);
}

Result<void> store_pending(const Tree& tree, std::string_view role, const SignedRole& change) {
  const fs::path path = pending_path(tree, role);
  if (const auto waiting = read_file(path, static_cast<std::uintmax_t>(tuf::kMaxTargetsBytes))) {
    const auto other = tuf::parse_targets(*waiting);
    if (!other || !same_change(other->content, change.content)) {
      return fail(
          Errc::conflict,
          "{}: another change of {} waits for signatures; sign it, or drop it with `conglang sign --drop`",
          path.string(), role);
    }
  }
  TRY_VOID(make_folders(path.parent_path()));
  TRY_VOID(sync_folder(tree.path()));
  return write_file_atomically(path, change.bytes);
}

Result<SignedRole> load_pending(const Tree& tree, std::string_view role, const tuf::TrustedSet& current) {
  const fs::path path = pending_path(tree, role);
  const auto authority = authority_over(current, role);
  if (!authority) return fail(Errc::not_found, "{}: this repository has no such role", role);
  auto bytes = read_file(path, static_cast<std::uintmax_t>(tuf::kMaxTargetsBytes));
  if (!bytes && bytes.error().code == Errc::not_found) {
    return fail(Errc::not_found, "{}: no change of {} waits for signatures", path.string(), role);
  }
  if (!bytes) return tl::unexpected<Error>(std::move(bytes).error());
  auto change = read_role(std::move(*bytes), *authority);
  if (!change) return with_context(std::move(change).error(), path.string());
  if (!is_next(tree, role, *change, current)) {
    return fail(Errc::conflict,
                "{}: something else was published for {} since this change was made; drop it with "
                "`conglang sign --drop` and publish the change again",
                path.string(), role);
  }
  return change;
}

Result<std::vector<std::string>> list_pending(const Tree& tree, const tuf::TrustedSet& current) {
  std::vector<std::string> roles = {"targets"};
  if (current.targets() != nullptr && current.targets()->delegations) {
    for (const auto& role : current.targets()->delegations->roles) roles.push_back(role.name);
  }
  std::erase_if(roles, [&tree](const std::string& role) {
    std::error_code error;
    return !fs::exists(pending_path(tree, role), error);
  });
  std::ranges::sort(roles);
  return roles;
}

Result<void> drop_pending(const Tree& tree, std::string_view role) {
  TRY_VOID(remove_file(pending_path(tree, role)));
  return {};
}

}  // namespace conglang::repository
