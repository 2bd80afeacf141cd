#include "sync/server/review/proposal_table.h"

#include "sync/server/identity/refusal.h"

namespace conglang::server::proposals {
namespace {

constexpr std::string_view kSelect =
    "SELECT id, role, commune, kind, state, version, expires, signed_sha256, threshold, note, made_by, "
    "made_at, done_at, timestamp_version FROM proposals ";

std::string select(std::string_view rest) {
  return std::string(kSelect) + std::string(rest);
}

ProposalRow row_of(const Row& row) {
  ProposalRow one;
  one.id = row.integer(0);
  one.role = row.text(1);
  one.commune = row.text(2);
  one.kind = row.text(3);
  one.state = row.text(4);
  one.version = row.integer(5);
  one.expires = instant_of(row, 6);
  one.signed_sha256 = row.text(7);
  one.threshold = row.integer(8);
  one.note = row.text(9);
  one.made_by = row.optional_integer(10);
  one.made_at = instant_of(row, 11);
  one.done_at = optional_instant_of(row, 12);
  one.timestamp = row.optional_integer(13);
  return one;
}

std::vector<ProposalRow> rows_of(const Rows& rows) {
  std::vector<ProposalRow> found;
  for (const Row& row : rows) found.push_back(row_of(row));
  return found;
}

}  // namespace

Result<ProposalRow> find(Transaction& transaction, std::int64_t id) {
  TRY(const auto row, transaction.row(select("WHERE id = ?"), id));
  if (row) return row_of(*row);
  return refuse({.status = 404,
                 .code = "not-found",
                 .vi = "Không có đề nghị ký này.",
                 .en = "There is no such proposal."});
}

Result<std::vector<ProposalRow>> list(Transaction& transaction, const std::string& commune, bool only_open) {
  TRY(const Rows rows,
      transaction.rows(
          select("WHERE (? = '' OR commune = ? OR commune = '') AND (? = 0 OR state = 'waiting') "
                 "ORDER BY id DESC LIMIT 200"),
          commune, commune, only_open));
  return rows_of(rows);
}

Result<std::vector<ProposalRow>> open_of_role(Transaction& transaction, const std::string& role) {
  TRY(const Rows rows,
      transaction.rows(select("WHERE role = ? AND state IN ('making', 'waiting') ORDER BY id"), role));
  return rows_of(rows);
}

Result<std::vector<ProposalRow>> all_open(Transaction& transaction) {
  TRY(const Rows rows, transaction.rows(select("WHERE state IN ('making', 'waiting') ORDER BY id")));
  return rows_of(rows);
}

Result<void> add(Transaction& transaction, ProposalRow& row) {
  TRY_VOID(
      transaction.run("INSERT INTO proposals (role, commune, kind, state, version, expires, "
                      "signed_sha256, threshold, note, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, "
                      "?, ?, ?, ?)",
                      row.role, row.commune, row.kind, row.state, row.version, row.expires, row.signed_sha256,
                      row.threshold, row.note, row.made_by, row.made_at));
  row.id = transaction.inserted_id();
  return {};
}

Result<void> store(Transaction& transaction, const ProposalRow& row) {
  TRY_VOID(
      transaction.run("UPDATE proposals SET state = ?, version = ?, expires = ?, signed_sha256 = ?, "
                      "threshold = ?, done_at = ?, timestamp_version = ? WHERE id = ?",
                      row.state, row.version, row.expires, row.signed_sha256, row.threshold, row.done_at,
                      row.timestamp, row.id));
  return {};
}

Result<std::vector<ProposalSignature>> signatures(Transaction& transaction, std::int64_t proposal) {
  TRY(const Rows rows, transaction.rows("SELECT s.key_id, s.account_id, COALESCE(a.display_name, ''), s.at "
                                        "FROM proposal_signatures s LEFT JOIN accounts a ON a.id = "
                                        "s.account_id WHERE s.proposal_id = ? ORDER BY s.at, s.key_id",
                                        proposal));
  std::vector<ProposalSignature> found;
  for (const Row& row : rows)
    found.push_back({row.text(0), row.optional_integer(1), row.text(2), instant_of(row, 3)});
  return found;
}

Result<void> add_signature(Transaction& transaction, std::int64_t proposal, const std::string& key_id,
                           std::optional<std::int64_t> account, Instant now) {
  TRY(const auto known,
      transaction.row("SELECT 1 FROM proposal_signatures WHERE proposal_id = ? AND key_id = ?", proposal,
                      key_id));
  if (known) return {};
  TRY_VOID(
      transaction.run("INSERT INTO proposal_signatures (proposal_id, key_id, account_id, at) VALUES (?, "
                      "?, COALESCE(?, (SELECT account_id FROM signer_keys WHERE key_id = ?)), ?)",
                      proposal, key_id, account, key_id, now));
  return {};
}

}  // namespace conglang::server::proposals
