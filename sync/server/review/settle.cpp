// The store made to agree with the tree.

#include <utility>

#include "content/base/file.h"
#include "sync/repository/pending.h"
#include "sync/repository/province_roles.h"
#include "sync/repository/sign.h"
#include "sync/server/identity/audit_log.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/review/ingest.h"
#include "sync/server/review/proposal_steps.h"
#include "sync/server/review/proposals.h"
#include "sync/server/review/signing_keys.h"
#include "sync/tuf/digest.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"

namespace conglang::server {
namespace {

// Whether version `version` of `role` in the tree is what was signed.
bool is_published(const PublishedContent& content, const ProposalRow& row) {
  const auto root = content.keys().trusted_root();
  if (!root) return false;
  const auto set = content.tree().load(*root, repository::kIgnoreExpiry);
  if (!set) return false;
  const tuf::MetaFile* listed = set->listed(row.role);
  if (listed == nullptr || listed->version < row.version) return false;
  const auto bytes = read_file(content.tree().metadata(tuf::versioned_metadata_name(row.role, row.version)),
                               static_cast<std::uintmax_t>(tuf::kMaxTargetsBytes));
  const auto parsed = bytes ? tuf::parse_targets(*bytes) : fail(Errc::not_found, "");
  return parsed && tuf::sha256_hex(parsed->signed_bytes) == row.signed_sha256;
}

constexpr const char* kCommandLine = "command-line";

std::string commune_of_role(const std::string& role) {
  constexpr std::string_view kPrefix = "commune-";
  return role.starts_with(kPrefix) ? role.substr(kPrefix.size()) : std::string();
}

// Why nobody may sign what was made at a command line, for who looks at it here; empty: they may.
std::string why_not(PublishedContent& content, const ProposalRow& row, const repository::Proposal& waiting,
                    Instant now) {
  if (!is_of_command_line(row)) return {};
  const auto checked = check_waiting(content, row.commune, waiting, local_date(now));
  if (checked) return {};
  const Refusal refusal = refusal_of(checked.error());
  return fmt::format("{} / {}", refusal.vi, refusal.en);
}

}  // namespace

bool is_of_command_line(const ProposalRow& row) {
  return row.kind == kCommandLine && !row.commune.empty();
}

std::string about(const ProposalRow& row) {
  return fmt::format("proposal:{} {} version {}", row.id, row.role, row.version);
}

void take_over(ProposalRow& row, const repository::Proposal& proposal) {
  row.state = "waiting";
  row.version = proposal.version;
  row.expires = proposal.expires;
  row.signed_sha256 = tuf::sha256_hex(proposal.signed_bytes);
  row.threshold = proposal.threshold;
}

Result<void> Proposals::published(Transaction& transaction, ProposalRow& row, std::int64_t timestamp,
                                  Instant now) {
  row.state = "published";
  row.done_at = now;
  row.timestamp = timestamp;
  TRY_VOID(proposals::store(transaction, row));
  TRY(auto from, drafts::of_proposal(transaction, row.id));
  for (Draft& draft : from) {
    TRY(const auto earlier,
        transaction.rows("SELECT id FROM drafts WHERE path = ? AND state = 'published'", draft.path));
    for (const Row& one : earlier) {
      TRY(Draft old, drafts::find(transaction, one.integer(0)));
      TRY_VOID(
          drafts::step(transaction, old, draft.removal ? Move::take_off : Move::supersede, nullptr, now));
    }
    draft.published_version = row.version;
    TRY_VOID(drafts::step(transaction, draft, Move::publish, nullptr, now));
  }
  return audit::append(transaction, "server", "proposal.publish", about(row), now);
}

Result<void> Proposals::settle_row(ProposalRow row, Instant now) {
  const repository::Tree& tree = content_.tree();
  auto waiting = repository::waiting_proposal(tree, content_.keys(), row.role);
  const bool gone = !waiting && waiting.error().code == Errc::not_found;
  const bool outdated = !waiting && waiting.error().code == Errc::conflict;
  if (!waiting && !gone && !outdated) return tl::unexpected<Error>(waiting.error());
  if (row.state == "making") {
    if (!waiting) return close(row, "dropped", now);
    take_over(row, *waiting);
    return store_.write([&](Transaction& transaction) { return proposals::store(transaction, row); });
  }
  if (is_published(content_, row)) {
    if (outdated) TRY_VOID(repository::drop_waiting(tree, row.role));
    TRY(const std::int64_t timestamp, content_.timestamp());
    return store_.write(
        [&](Transaction& transaction) { return published(transaction, row, timestamp, now); });
  }
  if (outdated) {
    TRY_VOID(repository::drop_waiting(tree, row.role));
    return close(row, "conflict", now);
  }
  if (gone || tuf::sha256_hex(waiting->signed_bytes) != row.signed_sha256) return close(row, "dropped", now);
  const auto written = store_.write([&](Transaction& transaction) -> Result<void> {
    for (const std::string& key : waiting->signed_by)
      TRY_VOID(proposals::add_signature(transaction, row.id, key, std::nullopt, now));
    return {};
  });
  TRY_VOID(written);
  if (waiting->signers < waiting->threshold) return {};
  // It stays where it waits, with the reason in its note, for somebody to drop it.
  if (!why_not(content_, row, *waiting, now).empty()) return {};
  const auto allowed = store_.read(
      [&](Transaction& transaction) { return signing_keys::check_rule(transaction, *waiting, row.commune); });
  if (!allowed && allowed.error().code == Errc::conflict) return {};  // it waits to be dropped
  TRY_VOID(allowed);
  TRY(const repository::Proposal done,
      patiently(tree, [&] { return repository::publish_proposal(tree, content_.keys(), row.role, now); }));
  if (!done.timestamp) return {};
  return store_.write(
      [&](Transaction& transaction) { return published(transaction, row, *done.timestamp, now); });
}

Result<void> Proposals::adopt_others(Instant now) {
  TRY(const std::string root, content_.keys().trusted_root());
  TRY(const tuf::TrustedSet set, content_.tree().load(root, repository::kIgnoreExpiry));
  TRY(const auto roles, repository::list_pending(content_.tree(), set));
  for (const std::string& role : roles) {
    const std::string commune = commune_of_role(role);
    if (commune.empty() && role != repository::kEmergencyRole) continue;
    const auto waiting = repository::waiting_proposal(content_.tree(), content_.keys(), role);
    if (!waiting) continue;
    TRY(const auto known, store_.read_and_get([&](Transaction& transaction) {
      return proposals::open_of_role(transaction, role);
    }));
    if (!known.empty()) continue;
    ProposalRow row;
    row.role = role;
    row.commune = commune;
    row.kind = kCommandLine;
    row.made_at = now;
    take_over(row, *waiting);
    row.note = why_not(content_, row, *waiting, now);
    const auto written = store_.write([&](Transaction& transaction) -> Result<void> {
      TRY_VOID(proposals::add(transaction, row));
      for (const std::string& key : waiting->signed_by)
        TRY_VOID(proposals::add_signature(transaction, row.id, key, std::nullopt, now));
      return {};
    });
    TRY_VOID(written);
  }
  return {};
}

Result<void> Proposals::settle(Instant now) {
  const std::lock_guard lock(changing_);
  std::vector<ProposalRow> open;
  const auto found = store_.read([&](Transaction& transaction) -> Result<void> {
    TRY(open, proposals::all_open(transaction));
    return {};
  });
  TRY_VOID(found);
  for (const ProposalRow& row : open) TRY_VOID(settle_row(row, now));
  return adopt_others(now);
}

}  // namespace conglang::server
