#include "sync/server/fleet/kiosks.h"

#include <nlohmann/json.hpp>

namespace conglang::server::fleet {
namespace {

using nlohmann::json;

// One row a kiosk; WHERE follows.
constexpr std::string_view kSelect =
    "SELECT id, commune, name, place, claimed_at, retired_at, heard_at, skew_seconds, health, crashed_at, "
    "settings_problem_at, refused_entries FROM kiosks ";

std::string text(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::int64_t> number(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_number_integer()) return std::nullopt;
  return found->get<std::int64_t>();
}

void read_health(const std::string& bytes, KioskFacts& facts) {
  const json health = json::parse(bytes, nullptr, false);
  if (!health.is_object()) return;
  facts.last_success = parse_instant(text(health, "lastSuccess"));
  facts.error = text(health, "error");
  facts.turned_away = health.contains("turnedAway") && health["turnedAway"] == true;
  facts.refused = number(health, "refused").value_or(0);
  facts.set_aside = number(health, "setAside").value_or(0);
  facts.damaged = number(health, "damaged").value_or(0);
  facts.disk_free_megabytes = number(health, "diskFreeMegabytes");
  facts.short_runs = number(health, "shortRuns").value_or(0);
  facts.temperature = number(health, "temperatureCelsius");
}

Kiosk read_kiosk(const Row& row) {
  Kiosk kiosk{row.integer(0), row.text(1), row.text(2), row.text(3), {}, row.text(8), row.integer(11)};
  kiosk.facts.claimed_at = instant_of(row, 4);
  kiosk.facts.retired_at = optional_instant_of(row, 5);
  kiosk.facts.heard_at = optional_instant_of(row, 6);
  kiosk.facts.skew_seconds = row.optional_integer(7);
  kiosk.facts.crashed_at = optional_instant_of(row, 9);
  kiosk.facts.settings_problem_at = optional_instant_of(row, 10);
  read_health(kiosk.health, kiosk.facts);
  return kiosk;
}

std::string select(std::string_view where) {
  return std::string(kSelect) + std::string(where);
}

AskOf read_ask(const Row& row) {
  return {row.integer(0), row.text(1), instant_of(row, 2), optional_instant_of(row, 3)};
}

Result<std::vector<AskOf>> read_asks(Result<Rows> rows) {
  TRY(const Rows found, std::move(rows));
  std::vector<AskOf> asks;
  for (const Row& row : found) asks.push_back(read_ask(row));
  return asks;
}

}  // namespace

Result<std::vector<Kiosk>> kiosks_of(Transaction& transaction, std::string_view commune, bool with_retired) {
  TRY(const Rows rows,
      transaction.rows(
          select(
              "WHERE (commune = ? OR ? = '') AND (retired_at IS NULL OR ? = 1) ORDER BY commune, place, id"),
          commune, commune, with_retired));
  std::vector<Kiosk> kiosks;
  for (const Row& row : rows) kiosks.push_back(read_kiosk(row));
  return kiosks;
}

Result<std::optional<Kiosk>> kiosk_by_id(Transaction& transaction, std::int64_t id) {
  TRY(const auto row, transaction.row(select("WHERE id = ?"), id));
  return row ? std::optional(read_kiosk(*row)) : std::optional<Kiosk>();
}

Result<void> retire(Transaction& transaction, std::int64_t kiosk, Instant now) {
  TRY_VOID(transaction.run(
      "UPDATE kiosks SET retired_at = ?, token_hash = NULL WHERE id = ? AND retired_at IS NULL", now, kiosk));
  TRY_VOID(transaction.run("DELETE FROM devices WHERE kiosk_id = ?", kiosk));
  TRY_VOID(transaction.run("UPDATE alarms SET until = ? WHERE kiosk_id = ? AND until IS NULL", now, kiosk));
  return {};
}

Result<std::int64_t> ask(Transaction& transaction, std::int64_t kiosk, std::string_view what, std::int64_t by,
                         Instant now) {
  TRY(const auto waiting,
      transaction.row("SELECT id FROM asks WHERE kiosk_id = ? AND ask = ? AND done_at IS NULL", kiosk, what));
  if (waiting) return waiting->integer(0);
  TRY_VOID(transaction.run("INSERT INTO asks (kiosk_id, ask, asked_by, asked_at) VALUES (?, ?, ?, ?)", kiosk,
                           what, by, now));
  return transaction.inserted_id();
}

Result<std::vector<AskOf>> waiting_asks(Transaction& transaction, std::int64_t kiosk) {
  return read_asks(
      transaction.rows("SELECT id, ask, asked_at, done_at FROM asks "
                       "WHERE kiosk_id = ? AND done_at IS NULL ORDER BY id LIMIT 20",
                       kiosk));
}

Result<std::vector<AskOf>> past_asks(Transaction& transaction, std::int64_t kiosk, std::int64_t count) {
  return read_asks(
      transaction.rows("SELECT id, ask, asked_at, done_at FROM asks "
                       "WHERE kiosk_id = ? ORDER BY id DESC LIMIT ?",
                       kiosk, count));
}

Result<void> ask_is_done(Transaction& transaction, std::int64_t kiosk, std::int64_t id, Instant now) {
  TRY_VOID(transaction.run("UPDATE asks SET done_at = ? WHERE id = ? AND kiosk_id = ? AND done_at IS NULL",
                           now, id, kiosk));
  return {};
}

Result<void> note_alarms(Transaction& transaction, std::int64_t kiosk, const Verdict& verdict, Instant now) {
  TRY(const Rows rows,
      transaction.rows("SELECT kind FROM alarms WHERE kiosk_id = ? AND until IS NULL", kiosk));
  std::vector<Trouble> open;
  for (const Row& row : rows)
    if (const auto kind = trouble_named(row.text(0))) open.push_back(*kind);
  const auto has = [](const std::vector<Trouble>& list, Trouble one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  };
  for (const Trouble trouble : verdict.troubles) {
    if (has(open, trouble)) continue;
    TRY_VOID(transaction.run("INSERT INTO alarms (kiosk_id, kind, since) VALUES (?, ?, ?)", kiosk,
                             trouble_name(trouble), now));
  }
  if (has(verdict.troubles, Trouble::silent)) return {};
  for (const Trouble trouble : open) {
    if (has(verdict.troubles, trouble)) continue;
    TRY_VOID(transaction.run("UPDATE alarms SET until = ? WHERE kiosk_id = ? AND kind = ? AND until IS NULL",
                             now, kiosk, trouble_name(trouble)));
  }
  return {};
}

Result<void> look_round(Transaction& transaction, Instant now) {
  TRY(const auto kiosks, kiosks_of(transaction, "", false));
  for (const Kiosk& kiosk : kiosks)
    TRY_VOID(note_alarms(transaction, kiosk.id, judge(kiosk.facts, now), now));
  return {};
}

Result<std::vector<Alarm>> alarms_of(Transaction& transaction, std::string_view commune, bool over,
                                     std::int64_t count) {
  TRY(const Rows rows,
      transaction.rows("SELECT alarms.id, kiosk_id, name, place, commune, kind, since, until FROM alarms "
                       "JOIN kiosks ON kiosks.id = alarms.kiosk_id "
                       "WHERE (commune = ? OR ? = '') AND (until IS NULL OR ? = 1) "
                       "ORDER BY until IS NOT NULL, since DESC, alarms.id DESC LIMIT ?",
                       commune, commune, over, count));
  std::vector<Alarm> alarms;
  for (const Row& row : rows) {
    const auto kind = trouble_named(row.text(5));
    if (!kind) continue;
    alarms.push_back({row.integer(0), row.integer(1), row.text(2), row.text(3), row.text(4), *kind,
                      instant_of(row, 6), optional_instant_of(row, 7)});
  }
  return alarms;
}

}  // namespace conglang::server::fleet
