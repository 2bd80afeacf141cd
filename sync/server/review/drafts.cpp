#include "sync/server/review/drafts.h"

#include <algorithm>
#include <utility>

#include "sync/server/identity/audit_log.h"
#include "sync/server/identity/refusal.h"

namespace conglang::server::drafts {
namespace {

constexpr std::string_view kSelect =
    "SELECT d.id, d.commune, d.path, d.kind, d.state, d.unreviewed, d.removal, d.revision, d.author_id, "
    "d.note, d.base, d.base_sha256, d.created_at, d.changed_at, d.publish_at, d.reason, d.pushed_by, "
    "d.approved_by, d.proposal_id, d.published_version, r.content FROM drafts d JOIN draft_revisions r ON "
    "r.draft_id = d.id AND r.revision = d.revision ";

std::string select(std::string_view rest) {
  return std::string(kSelect) + std::string(rest);
}

Draft draft_of(const Row& row) {
  Draft draft;
  draft.id = row.integer(0);
  draft.commune = row.text(1);
  draft.path = row.text(2);
  draft.kind = row.text(3);
  draft.position = {state_named(row.text(4)).value_or(State::discarded), row.integer(5) != 0};
  draft.removal = row.integer(6) != 0;
  draft.revision = row.integer(7);
  draft.author_id = row.integer(8);
  draft.note = row.text(9);
  draft.base = row.optional_text(10);
  draft.base_sha256 = row.text(11);
  draft.created_at = instant_of(row, 12);
  draft.changed_at = instant_of(row, 13);
  draft.publish_at = optional_instant_of(row, 14);
  draft.reason = row.text(15);
  draft.pushed_by = row.optional_integer(16);
  draft.approved_by = row.optional_integer(17);
  draft.proposal_id = row.optional_integer(18);
  draft.published_version = row.optional_integer(19);
  draft.content = row.text(20);
  return draft;
}

std::vector<Draft> drafts_of(const Rows& rows) {
  std::vector<Draft> drafts;
  for (const Row& row : rows) drafts.push_back(draft_of(row));
  return drafts;
}

tl::unexpected<Error> no_such_draft() {
  return refuse(
      {.status = 404, .code = "not-found", .vi = "Không có bản nháp này.", .en = "There is no such draft."});
}

Result<void> check_size(std::string_view text, std::size_t most, std::string field) {
  if (text.size() <= most) return {};
  return refuse({.status = 413,
                 .code = "too-large",
                 .vi = fmt::format("Quá dài: tối đa {} byte.", most),
                 .en = fmt::format("Too long: at most {} bytes.", most),
                 .field = std::move(field)});
}

std::string about(const Draft& draft) {
  return fmt::format("draft:{} {}", draft.id, draft.path);
}

constexpr const char* kMoveWords[kMoves] = {
    "draft.save",     "draft.submit",      "draft.take-back", "draft.ask-changes", "draft.approve",
    "draft.schedule", "draft.publish-now", "draft.discard",   "draft.propose",     "draft.drop",
    "draft.rework",   "draft.publish",     "draft.supersede", "draft.withdraw"};

std::string who_of(const Account* account) {
  return account == nullptr ? "server" : account->name;
}

Result<void> verdict_of(const Outcome& outcome, const Draft& draft) {
  switch (outcome.verdict) {
    case Verdict::allowed:
      return {};
    case Verdict::wrong_role:
      return refuse({.status = 403,
                     .code = "role",
                     .vi = "Tài khoản của bạn không có quyền làm bước này.",
                     .en = "Your account may not take this step."});
    case Verdict::own_work:
      return refuse({.status = 403,
                     .code = "own-work",
                     .vi = "Không ai tự duyệt bài mình viết: hãy nhờ một người khác duyệt.",
                     .en = "Nobody approves what they wrote: ask a colleague to."});
    case Verdict::wrong_state:
      break;
  }
  return refuse({.status = 409,
                 .code = "state",
                 .vi = fmt::format("Bản nháp đang ở bước \"{}\" nên chưa làm được việc này.",
                                   state_name(draft.position.state)),
                 .en = fmt::format("The draft is \"{}\", from where this step is not possible.",
                                   state_name(draft.position.state))});
}

}  // namespace

Result<Draft> find(Transaction& transaction, std::int64_t id) {
  TRY(const auto row, transaction.row(select("WHERE d.id = ?"), id));
  if (!row) return no_such_draft();
  return draft_of(*row);
}

Result<Draft> find(Transaction& transaction, std::int64_t id, const Account& account) {
  TRY(Draft draft, find(transaction, id));
  // Another commune's is none that this account can know of.
  if (!account.belongs_to(draft.commune)) return no_such_draft();
  return draft;
}

Result<std::optional<Draft>> open_at(Transaction& transaction, const std::string& path) {
  TRY(const auto row, transaction.row(select("WHERE d.path = ? AND d.state IN ('draft', 'submitted', "
                                             "'changes-asked', 'approved', 'scheduled', 'signing')"),
                                      path));
  if (!row) return std::optional<Draft>();
  return std::optional<Draft>(draft_of(*row));
}

Result<std::vector<Draft>> in_states(Transaction& transaction, const std::string& commune,
                                     const std::vector<State>& states) {
  std::vector<Draft> found;
  for (const State state : states) {
    TRY(const Rows rows,
        transaction.rows(select("WHERE d.commune = ? AND d.state = ? ORDER BY d.changed_at DESC LIMIT 500"),
                         commune, state_name(state)));
    for (const Row& row : rows) found.push_back(draft_of(row));
  }
  std::ranges::stable_sort(found, std::greater(), &Draft::changed_at);
  return found;
}

Result<std::vector<Draft>> of_proposal(Transaction& transaction, std::int64_t proposal) {
  TRY(const Rows rows, transaction.rows(select("WHERE d.proposal_id = ? ORDER BY d.id"), proposal));
  return drafts_of(rows);
}

Result<std::vector<Draft>> removals(Transaction& transaction, const std::string& commune) {
  TRY(const Rows rows, transaction.rows(select("WHERE d.commune = ? AND d.removal = 1 AND d.state = "
                                               "'published' ORDER BY d.changed_at DESC LIMIT 100"),
                                        commune));
  return drafts_of(rows);
}

Result<std::vector<Draft>> due(Transaction& transaction, Instant now) {
  TRY(const Rows rows, transaction.rows(select("WHERE d.state = 'scheduled' AND d.publish_at <= ? ORDER BY "
                                               "d.publish_at, d.id LIMIT 100"),
                                        now));
  return drafts_of(rows);
}

Result<Draft> create(Transaction& transaction, const NewDraft& draft, const Account& account, Instant now) {
  TRY_VOID(check_size(draft.content, kMaxDraftBytes, "content"));
  TRY_VOID(check_size(draft.note, kMaxWordsBytes, "note"));
  TRY(const auto other, open_at(transaction, draft.path.path));
  if (other) {
    return refuse({.status = 409,
                   .code = "open-draft",
                   .vi = "Đã có một bản nháp của nội dung này.",
                   .en = "There is a draft of this already."});
  }
  TRY_VOID(transaction.run(
      "INSERT INTO drafts (commune, path, kind, state, removal, revision, author_id, note, base, "
      "base_sha256, created_at, changed_at) VALUES (?, ?, ?, 'draft', ?, 1, ?, ?, ?, ?, ?, ?)",
      draft.path.commune, draft.path.path, draft.path.kind, draft.removal, account.id, draft.note, draft.base,
      draft.base_sha256, now, now));
  const std::int64_t id = transaction.inserted_id();
  TRY_VOID(transaction.run(
      "INSERT INTO draft_revisions (draft_id, revision, content, account_id, at) VALUES (?, 1, ?, ?, ?)", id,
      draft.content, account.id, now));
  TRY_VOID(transaction.run("INSERT INTO draft_writers (draft_id, account_id) VALUES (?, ?)", id, account.id));
  TRY(Draft made, find(transaction, id));
  TRY_VOID(audit::append(transaction, account.name, "draft.create", about(made), now));
  return made;
}

Result<void> save(Transaction& transaction, Draft& draft, const std::string& content, const std::string& note,
                  const Account& account, Instant now) {
  TRY_VOID(check_size(content, kMaxDraftBytes, "content"));
  TRY_VOID(check_size(note, kMaxWordsBytes, "note"));
  TRY(const Actor actor, actor_of(transaction, draft, account));
  TRY_VOID(verdict_of(take(Move::save, draft.position, actor), draft));
  const std::int64_t next = draft.revision + 1;
  // Autosaves of the same ten minutes are one.
  constexpr std::int64_t kSlot = 600;
  const std::int64_t slot = now.time_since_epoch().count() / kSlot * kSlot;
  TRY_VOID(
      transaction.run("DELETE FROM draft_revisions WHERE draft_id = ? AND revision = ? AND account_id = ? "
                      "AND at >= ? AND submitted = 0 AND revision > 1",
                      draft.id, draft.revision, account.id, slot));
  TRY_VOID(transaction.run(
      "INSERT INTO draft_revisions (draft_id, revision, content, account_id, at) VALUES (?, ?, ?, ?, ?)",
      draft.id, next, content, account.id, now));
  TRY(const auto writer, transaction.row("SELECT 1 FROM draft_writers WHERE draft_id = ? AND account_id = ?",
                                         draft.id, account.id));
  if (!writer)
    TRY_VOID(transaction.run("INSERT INTO draft_writers (draft_id, account_id) VALUES (?, ?)", draft.id,
                             account.id));
  TRY_VOID(transaction.run("UPDATE drafts SET revision = ?, note = ?, changed_at = ? WHERE id = ?", next,
                           note, now, draft.id));
  draft.revision = next;
  draft.note = note;
  draft.changed_at = now;
  draft.content = content;
  return {};
}

Result<void> step(Transaction& transaction, Draft& draft, Move move, const Account* account, Instant now) {
  Actor actor;
  if (account != nullptr) {
    TRY(actor, actor_of(transaction, draft, *account));
  }
  const Outcome outcome = take(move, draft.position, actor);
  TRY_VOID(verdict_of(outcome, draft));
  draft.position = outcome.position;
  draft.changed_at = now;
  const std::optional<std::int64_t> id = account == nullptr ? std::nullopt : std::optional(account->id);
  if (move == Move::approve) draft.approved_by = id;
  if (move == Move::publish_now && draft.position.unreviewed) draft.pushed_by = id;
  if (move == Move::take_back || move == Move::ask_changes || move == Move::rework) {
    draft.approved_by.reset();
    draft.pushed_by.reset();
  }
  if (draft.position.state != State::scheduled) draft.publish_at.reset();
  if (move == Move::drop || move == Move::rework) draft.proposal_id.reset();
  TRY_VOID(transaction.run(
      "UPDATE drafts SET state = ?, unreviewed = ?, changed_at = ?, publish_at = ?, reason = ?, pushed_by = "
      "?, "
      "approved_by = ?, proposal_id = ?, published_version = ? WHERE id = ?",
      state_name(draft.position.state), draft.position.unreviewed, now, draft.publish_at, draft.reason,
      draft.pushed_by, draft.approved_by, draft.proposal_id, draft.published_version, draft.id));
  if (move == Move::submit) {
    TRY_VOID(transaction.run("UPDATE draft_revisions SET submitted = 1 WHERE draft_id = ? AND revision = ?",
                             draft.id, draft.revision));
  }
  return audit::append(transaction, who_of(account), kMoveWords[static_cast<std::size_t>(move)], about(draft),
                       now);
}

Result<void> rebase(Transaction& transaction, Draft& draft, const std::optional<std::string>& base,
                    const std::string& base_sha256, Instant now) {
  draft.base = base;
  draft.base_sha256 = base_sha256;
  TRY_VOID(transaction.run("UPDATE drafts SET base = ?, base_sha256 = ?, changed_at = ? WHERE id = ?", base,
                           base_sha256, now, draft.id));
  return {};
}

Result<void> comment(Transaction& transaction, const Draft& draft, const Account* account,
                     const std::string& text, Instant now) {
  TRY_VOID(check_size(text, kMaxWordsBytes, "comment"));
  const std::optional<std::int64_t> id = account == nullptr ? std::nullopt : std::optional(account->id);
  TRY_VOID(transaction.run("INSERT INTO draft_comments (draft_id, account_id, at, text) VALUES (?, ?, ?, ?)",
                           draft.id, id, now, text));
  return {};
}

Result<std::vector<Comment>> comments(Transaction& transaction, std::int64_t draft) {
  TRY(const Rows rows,
      transaction.rows("SELECT COALESCE(a.display_name, ''), c.at, c.text FROM draft_comments "
                       "c LEFT JOIN accounts a ON a.id = c.account_id WHERE c.draft_id = ? "
                       "ORDER BY c.id LIMIT 1000",
                       draft));
  std::vector<Comment> found;
  for (const Row& row : rows) found.push_back({row.text(0), instant_of(row, 1), row.text(2)});
  return found;
}

Result<std::string> name_of(Transaction& transaction, std::optional<std::int64_t> account) {
  if (!account) return std::string();
  TRY(const auto row, transaction.row("SELECT display_name FROM accounts WHERE id = ?", *account));
  return row ? row->text(0) : std::string();
}

Result<Actor> actor_of(Transaction& transaction, const Draft& draft, const Account& account) {
  Actor actor;
  actor.role = account.roles.empty() ? Role::author : account.roles.back();
  TRY(const auto row, transaction.row("SELECT 1 FROM draft_writers WHERE draft_id = ? AND account_id = ?",
                                      draft.id, account.id));
  actor.wrote = row.has_value();
  actor.pushed = draft.pushed_by == account.id;
  return actor;
}

}  // namespace conglang::server::drafts
