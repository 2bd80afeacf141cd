#include "sync/server/identity/audit_log.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "sync/tuf/digest.h"

namespace conglang::server::audit {
namespace {

constexpr std::int64_t kBatch = 500;

// JSON, so that no two different rows are written alike.
std::string chained(const std::string& before, const Entry& entry) {
  using Handler = nlohmann::json::error_handler_t;
  const nlohmann::json row = {before,    entry.id,   entry.at.time_since_epoch().count(),
                              entry.who, entry.what, entry.about};
  return tuf::sha256_hex(row.dump(-1, ' ', false, Handler::replace));
}

Entry entry_of(const Row& row) {
  return {row.integer(0), instant_of(row, 1), row.text(2), row.text(3), row.text(4), row.text(5)};
}

Result<void> check_noted(const Entry& entry, const std::optional<Head>& noted) {
  if (!noted || noted->rows != entry.id || noted->hash == entry.hash) return {};
  return fail(Errc::invalid, "the audit log was written anew: row {} is not the one that was noted",
              entry.id);
}

}  // namespace

Result<void> append(Transaction& transaction, std::string_view who, std::string_view what,
                    std::string_view about, Instant now) {
  TRY(const auto last, transaction.row("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1"));
  Entry entry{
      last ? last->integer(0) + 1 : 1, now, std::string(who), std::string(what), std::string(about), {}};
  entry.hash = chained(last ? last->text(1) : std::string(), entry);
  TRY_VOID(transaction.run("INSERT INTO audit (id, at, who, what, about, hash) VALUES (?, ?, ?, ?, ?, ?)",
                           entry.id, entry.at, entry.who, entry.what, entry.about, entry.hash));
  return {};
}

Result<std::vector<Entry>> entries(Transaction& transaction, std::optional<std::int64_t> before,
                                   std::int64_t count, const std::optional<std::string>& commune) {
  TRY(const Rows rows, transaction.rows("SELECT id, at, who, what, about, hash FROM audit WHERE id < ? AND "
                                        "(? = 1 OR who IN (SELECT name FROM accounts WHERE commune = ?)) "
                                        "ORDER BY id DESC LIMIT ?",
                                        before.value_or(std::numeric_limits<std::int64_t>::max()), !commune,
                                        commune.value_or(""), count));
  std::vector<Entry> found;
  std::ranges::transform(rows, std::back_inserter(found), entry_of);
  return found;
}

Result<Head> verify(Transaction& transaction, const std::optional<Head>& noted) {
  Head head;
  while (true) {
    TRY(const Rows rows,
        transaction.rows("SELECT id, at, who, what, about, hash FROM audit WHERE id > ? ORDER BY id LIMIT ?",
                         head.rows, kBatch));
    for (const Row& row : rows) {
      const Entry entry = entry_of(row);
      if (entry.id != head.rows + 1 || entry.hash != chained(head.hash, entry))
        return fail(Errc::invalid, "the audit log was changed at row {}", head.rows + 1);
      TRY_VOID(check_noted(entry, noted));
      head = {entry.id, entry.hash};
    }
    if (std::ssize(rows) < kBatch) break;
  }
  if (noted && noted->rows > head.rows)
    return fail(Errc::invalid, "the audit log ends at row {}; row {} was noted", head.rows, noted->rows);
  return head;
}

}  // namespace conglang::server::audit
