#include <algorithm>
#include <array>
#include <utility>

#include "content/base/file.h"
#include "sync/repository/root_edit.h"
#include "sync/repository/turn.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"

namespace conglang::repository {
namespace {

Result<void> check_draft(const tuf::TrustedSet& current, const tuf::Root& next, const RootState& state) {
  if (next.version != current.root().version + 1) {
    return fail(Errc::rollback,
                "the draft is root version {}, and the newest is {}: make a new draft from it", next.version,
                current.root().version);
  }
  if (state.complete()) return {};
  return fail(
      Errc::bad_signature,
      "the draft has {} of the {} signatures needed by the root before it, and {} of the {} of its own keys; "
      "`conglang root sign` adds one",
      state.old_signers, state.old_threshold, state.new_signers, state.new_threshold);
}

bool loses_a_key(const tuf::Root& before, const tuf::Root& after, const char* role) {
  const auto& kept = after.roles.at(role).key_ids;
  return before.roles.at(role).threshold != after.roles.at(role).threshold ||
         std::ranges::any_of(before.roles.at(role).key_ids, [&kept](const std::string& id) {
           return std::ranges::find(kept, id) == kept.end();
         });
}

// Targets, where its keys change, then snapshot and timestamp: all signed by the leaving and the new keys
// that are here.
Result<void> sign_again_for(const Turn& turn, const tuf::Root& next) {
  std::map<std::string, SignedRole> roles;
  if (loses_a_key(turn.current.root(), next, "targets")) {
    TRY(SignedRole targets, sign_next(turn, "targets", *turn.current.targets()));
    roles.emplace("targets", std::move(targets));
  }
  TRY_VOID(turn_content(turn, roles));
  return {};
}

bool touches_online_or_targets(const tuf::Root& before, const tuf::Root& after) {
  constexpr std::array<const char*, 3> kRoles = {"targets", "snapshot", "timestamp"};
  return std::ranges::any_of(kRoles, [&](const char* role) { return loses_a_key(before, after, role); });
}

// Whether the draft is in the tree already, from a run before; another root of its version may not be.
Result<bool> is_in_place(const Tree& tree, const std::string& name, std::string_view draft) {
  const auto there = read_file(tree.metadata(name), static_cast<std::uintmax_t>(tuf::kMaxRootBytes));
  if (!there && there.error().code == Errc::not_found) return false;
  if (there && *there == draft) return true;
  return fail(Errc::conflict, "{}: another root of this version was published; make a new draft from it",
              tree.metadata(name).string());
}

}  // namespace

Result<void> publish_root(const Tree& tree, const KeyFolder& keys, std::string_view draft, Instant now) {
  TRY(const TreeLock lock, TreeLock::acquire(tree));
  TRY(const std::string root, keys.trusted_root());
  TRY(const tuf::Metadata<tuf::Root> next, tuf::parse_root(draft));
  const std::string name = tuf::versioned_metadata_name("root", next.content.version);
  TRY(const bool in_place, is_in_place(tree, name, draft));
  if (in_place && tree.load(root, kIgnoreExpiry)) return {};  // the run before came to its end
  TRY(const tuf::TrustedSet current,
      tree.load(root, kIgnoreExpiry, {.newest_root = next.content.version - 1}));
  TRY_VOID(check_draft(current, next.content, state_of(current, next)));
  const Turn turn{tree, keys, root, current, now};
  if (!touches_online_or_targets(current.root(), next.content)) return tree.write_metadata(name, draft);
  if (auto both = sign_again_for(turn, next.content); !both) {
    if (both.error().code != Errc::bad_signature) return both;
    TRY_VOID(tree.write_metadata(name, draft));
    return sign_again_for(turn, next.content);
  }
  if (auto accepted = tree.load(draft, kIgnoreExpiry); !accepted) {
    return with_context(
        std::move(accepted).error(),
        "the new root's keys have not all signed, so it is not published; their files must be in "
        "this folder of keys");
  }
  return tree.write_metadata(name, draft);
}

}  // namespace conglang::repository
