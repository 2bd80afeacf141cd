#include "sync/repository/sign.h"

#include <utility>

#include "sync/repository/metadata_writer.h"
#include "sync/repository/pending.h"
#include "sync/repository/turn.h"
#include "sync/repository/waiting.h"

namespace conglang::repository {

Result<std::vector<Signed>> waiting_changes(const Tree& tree, const KeyFolder& keys) {
  TRY(const std::string root, keys.trusted_root());
  TRY(const tuf::TrustedSet current, tree.load(root, kIgnoreExpiry));
  TRY(const std::vector<std::string> roles, list_pending(tree, current));
  std::vector<Signed> changes;
  for (const std::string& role : roles) {
    TRY(const SignedRole change, load_pending(tree, role, current));
    changes.push_back(report_of(current, role, change));
  }
  return changes;
}

Result<Signed> sign_waiting(const Tree& tree, const KeyFolder& keys, std::string_view role, Instant now) {
  TRY(const TreeLock lock, TreeLock::acquire(tree));
  TRY(const std::string root, keys.trusted_root());
  TRY(const tuf::TrustedSet current, tree.load(root, kIgnoreExpiry));
  const Turn turn{tree, keys, root, current, now};
  TRY(const SignedRole change, load_pending(tree, role, current));
  TRY_VOID(check_blobs(turn, role, change.content));
  TRY(const std::vector<tuf::SigningKey> signing, keys.load(role));
  TRY(std::string bytes, add_signatures(change.bytes, signers_of(signing)));
  TRY(SignedRole more, read_role(std::move(bytes), *authority_over(current, role)));
  return finish(turn, role, std::move(more));
}

Result<Signed> sign_again(const Tree& tree, const KeyFolder& keys, std::string_view role, Instant now) {
  TRY(const TreeLock lock, TreeLock::acquire(tree));
  TRY(const std::string root, keys.trusted_root());
  TRY(const tuf::TrustedSet current, tree.load(root, kIgnoreExpiry));
  const Turn turn{tree, keys, root, current, now};
  const tuf::Targets* content = content_of(current, role);
  if (content == nullptr) return fail(Errc::not_found, "{}: this role has published nothing yet", role);
  TRY(SignedRole change, sign_next(turn, std::string(role), *content));
  return finish(turn, role, std::move(change));
}

Result<std::vector<Signed>> publish_waiting(const Tree& tree, const KeyFolder& keys, Instant now) {
  TRY(const TreeLock lock, TreeLock::acquire(tree));
  TRY(const std::string root, keys.trusted_root());
  TRY(const tuf::TrustedSet current, tree.load(root, kIgnoreExpiry));
  TRY(const std::vector<std::string> waiting, list_pending(tree, current));
  const Turn turn{tree, keys, root, current, now};
  std::map<std::string, SignedRole> complete;
  std::vector<Signed> reports;
  for (const std::string& role : waiting) {
    TRY(SignedRole change, load_pending(tree, role, current));
    reports.push_back(report_of(current, role, change));
    if (!change.complete()) continue;
    TRY_VOID(check_blobs(turn, role, change.content));
    complete.emplace(role, std::move(change));
  }
  if (complete.empty()) return reports;
  TRY(const std::int64_t timestamp, turn_content(turn, complete));
  for (Signed& report : reports) {
    if (!complete.contains(report.role)) continue;
    report.timestamp = timestamp;
    TRY_VOID(drop_pending(tree, report.role));
  }
  return reports;
}

Result<void> drop_waiting(const Tree& tree, std::string_view role) {
  TRY(const TreeLock lock, TreeLock::acquire(tree));
  return drop_pending(tree, role);
}

}  // namespace conglang::repository
