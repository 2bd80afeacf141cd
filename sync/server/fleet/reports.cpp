#include "sync/server/fleet/reports.h"

#include <chrono>

namespace conglang::server::fleet {
namespace {

// A machine that was put away for a year may still send what it had: its reports are known by then.
constexpr std::chrono::days kKeptReports{550};
constexpr std::chrono::days kKeptUsage{5 * 366};

Result<void> add_counts(Transaction& transaction, const Known& from, const Report& report) {
  for (const Count& count : report.counts) {
    TRY_VOID(transaction.run(
        "INSERT INTO usage (commune, place, day, kind, subject, action, n) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (commune, place, day, kind, subject, action) DO UPDATE SET n = usage.n + excluded.n",
        from.commune, from.place, count.day, count.kind, count.subject, count.action, count.n));
  }
  if (report.refused_counts == 0) return {};
  TRY_VOID(transaction.run("UPDATE kiosks SET refused_entries = refused_entries + ? WHERE id = ?",
                           report.refused_counts, from.kiosk));
  return {};
}

// Only the newest is kept: how it was before is what alarms tell.
Result<bool> take_health(Transaction& transaction, const Known& from, const Report& report, Instant now) {
  const Instant at = report.at.value_or(now);
  TRY_VOID(transaction.run("UPDATE kiosks SET health = ?, told_at = ?, heard_at = ? WHERE id = ?",
                           report.body, at, now, from.kiosk));
  return true;
}

Result<void> note_event(Transaction& transaction, const Known& from, const Report& report, Instant now) {
  TRY_VOID(transaction.run("UPDATE kiosks SET heard_at = ? WHERE id = ?", now, from.kiosk));
  const Instant at = std::min(report.at.value_or(now), now);
  if (report.kind == ReportKind::crash_loop)
    TRY_VOID(transaction.run("UPDATE kiosks SET crashed_at = ? WHERE id = ?", at, from.kiosk));
  if (report.kind == ReportKind::settings)
    TRY_VOID(transaction.run("UPDATE kiosks SET settings_problem_at = ? WHERE id = ?", at, from.kiosk));
  return {};
}

}  // namespace

Result<bool> take_report(Transaction& transaction, const Known& from, const Report& report, Instant now) {
  if (report.kind == ReportKind::health) return take_health(transaction, from, report, now);
  TRY(const std::int64_t added,
      transaction.run("INSERT INTO reports (kiosk_id, report, kind, at, received_at, body) "
                      "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kiosk_id, report) DO NOTHING",
                      from.kiosk, report.id, kind_name(report.kind), report.at.value_or(now), now,
                      report.body));
  if (added == 0) return false;
  TRY_VOID(add_counts(transaction, from, report));
  TRY_VOID(note_event(transaction, from, report, now));
  return true;
}

Result<void> note_clock(Transaction& transaction, std::int64_t kiosk, Instant its_clock, Instant now) {
  TRY_VOID(transaction.run("UPDATE kiosks SET skew_seconds = ? WHERE id = ?",
                           std::int64_t{(its_clock - now).count()}, kiosk));
  return {};
}

Result<std::vector<PastReport>> past_reports(Transaction& transaction, std::int64_t kiosk,
                                             std::int64_t count) {
  TRY(const Rows rows, transaction.rows("SELECT kind, at, received_at, body FROM reports "
                                        "WHERE kiosk_id = ? AND kind <> 'usage' "
                                        "ORDER BY received_at DESC, at DESC LIMIT ?",
                                        kiosk, count));
  std::vector<PastReport> reports;
  for (const Row& row : rows)
    reports.push_back({row.text(0), instant_of(row, 1), instant_of(row, 2), row.text(3)});
  return reports;
}

Result<void> forget_old_reports(Transaction& transaction, Instant now) {
  TRY_VOID(transaction.run("DELETE FROM reports WHERE received_at < ?", now - kKeptReports));
  TRY_VOID(transaction.run("DELETE FROM usage WHERE day < ?", format_date(local_date(now - kKeptUsage))));
  return {};
}

}  // namespace conglang::server::fleet
