// What staff see and do about kiosks: each commune its own, an operator all.

#include "sync/server/fleet/devices.h"
#include "sync/server/fleet/parts.h"
#include "sync/server/fleet/reports.h"
#include "sync/server/identity/audit_log.h"

namespace conglang::server::fleet {
namespace {

constexpr std::int64_t kMostPast = 50;
constexpr std::int64_t kMostAlarms = 500;

std::string about(std::int64_t kiosk) {
  return fmt::format("kiosk:{}", kiosk);
}

Result<Answer> list_kiosks(Fleet& fleet, const Ask& ask, const Caller& caller) {
  TRY(const std::string commune, commune_asked(ask, caller.account));
  const bool retired = ask.query("retired") == "1";
  Json list = Json::array();
  const auto work = [&](Transaction& transaction) -> Result<void> {
    TRY(const auto kiosks, kiosks_of(transaction, commune, retired));
    for (const Kiosk& kiosk : kiosks) list.push_back(to_json(kiosk, ask.now));
    return {};
  };
  TRY_VOID(fleet.store().read(work));
  return Answer{200, std::move(list)};
}

Result<std::string> commune_of_claim(const Ask& ask, const Account& account) {
  const std::string asked = text_of(ask.body, "commune");
  if (!account.commune.empty() && (asked.empty() || asked == account.commune)) return account.commune;
  const bool is_code = asked.size() == 5 && asked.find_first_not_of("0123456789") == std::string::npos;
  if (account.commune.empty() && is_code) return asked;
  return refuse({.status = 422,
                 .code = "commune",
                 .vi = "Hãy chọn xã của máy: mã xã gồm năm chữ số, trong phạm vi của bạn.",
                 .en = "Name the kiosk's commune: its code of five digits, one of yours.",
                 .field = "commune"});
}

// Whoever guesses codes is slowed down, whichever commune's admin it is.
Result<Answer> claim_kiosk(Fleet& fleet, const Ask& ask, const Caller& caller) {
  const std::string guesser = std::to_string(caller.account.id);
  TRY_VOID(check_limit(fleet.claims(), guesser, ask.now));
  Claim wanted{text_of(ask.body, "claimCode"), {}, {}, {}, caller.account.id};
  TRY(wanted.commune, commune_of_claim(ask, caller.account));
  TRY(wanted.name, read_name(ask.body, "name", "Tên máy", "Name"));
  TRY(wanted.place, read_name(ask.body, "place", "Nhà văn hóa", "Place"));
  Json kiosk;
  const auto done = fleet.store().write([&](Transaction& transaction) -> Result<void> {
    TRY(const std::int64_t id, claim(transaction, wanted, ask.now));
    TRY_VOID(audit::append(transaction, caller.account.name, "kiosk.claim", about(id), ask.now));
    TRY(const auto made, kiosk_by_id(transaction, id));
    kiosk = to_json(*made, ask.now);
    return {};
  });
  if (!done && done.error().code == Errc::not_found) fleet.claims().count(guesser, ask.now);
  if (!done) return tl::unexpected<Error>(done.error());
  return Answer{201, std::move(kiosk)};
}

Json to_json(const AskOf& one) {
  return {{"id", one.id},
          {"ask", one.ask},
          {"askedAt", format_instant(one.asked_at)},
          {"doneAt", fleet::to_json(one.done_at)}};
}

Json to_json(const PastReport& report) {
  return {{"kind", report.kind},
          {"at", format_instant(report.at)},
          {"receivedAt", format_instant(report.received_at)},
          {"body", Json::parse(report.body, nullptr, false)}};
}

template <typename List>
Json list_of(const List& entries) {
  Json list = Json::array();
  for (const auto& entry : entries) list.push_back(to_json(entry));
  return list;
}

Result<Answer> show_kiosk(Fleet& fleet, const Ask& ask, const Caller& caller) {
  Json shown;
  const auto work = [&](Transaction& transaction) -> Result<void> {
    TRY(const Kiosk kiosk, kiosk_for(transaction, ask.id(), caller.account));
    TRY(const auto reports, past_reports(transaction, kiosk.id, kMostPast));
    TRY(const auto asks, past_asks(transaction, kiosk.id, kMostPast));
    TRY(const auto alarms, alarms_of(transaction, kiosk.commune, true, kMostAlarms));
    shown = fleet::to_json(kiosk, ask.now);
    shown["health"] = kiosk.health.empty() ? Json(nullptr) : Json::parse(kiosk.health, nullptr, false);
    shown["clockSkewSeconds"] = kiosk.facts.skew_seconds ? Json(*kiosk.facts.skew_seconds) : Json(nullptr);
    shown["refusedEntries"] = kiosk.refused_entries;
    shown["reports"] = list_of(reports);
    shown["asks"] = list_of(asks);
    shown["alarms"] = Json::array();
    for (const Alarm& alarm : alarms)
      if (alarm.kiosk == kiosk.id) shown["alarms"].push_back(fleet::to_json(alarm));
    return {};
  };
  TRY_VOID(fleet.store().read(work));
  return Answer{200, std::move(shown)};
}

Result<Answer> ask_kiosk(Fleet& fleet, const Ask& request, const Caller& caller) {
  const std::string what = text_of(request.body, "ask");
  if (what != "sync" && what != "restart") {
    return refuse({.status = 422,
                   .code = "bad-ask",
                   .vi = "Chỉ có thể nhờ máy cập nhật (sync) hoặc khởi động lại (restart).",
                   .en = "A kiosk can be asked to sync or to restart.",
                   .field = "ask"});
  }
  std::int64_t id = 0;
  const auto work = [&](Transaction& transaction) -> Result<void> {
    TRY(const Kiosk kiosk, kiosk_for(transaction, request.id(), caller.account));
    if (kiosk.facts.retired_at) {
      return refuse(
          {.status = 409, .code = "retired", .vi = "Máy này đã thôi dùng.", .en = "This kiosk is retired."});
    }
    TRY(id, ask(transaction, kiosk.id, what, caller.account.id, request.now));
    return audit::append(transaction, caller.account.name, "kiosk.ask-" + what, about(kiosk.id), request.now);
  };
  TRY_VOID(fleet.store().write(work));
  return Answer{202, {{"id", id}, {"ask", what}}};
}

Result<Answer> retire_kiosk(Fleet& fleet, const Ask& ask, const Caller& caller) {
  Json shown;
  const auto work = [&](Transaction& transaction) -> Result<void> {
    TRY(const Kiosk kiosk, kiosk_for(transaction, ask.id(), caller.account));
    TRY_VOID(retire(transaction, kiosk.id, ask.now));
    TRY_VOID(audit::append(transaction, caller.account.name, "kiosk.retire", about(kiosk.id), ask.now));
    TRY(const auto after, kiosk_by_id(transaction, kiosk.id));
    shown = fleet::to_json(*after, ask.now);
    return {};
  };
  TRY_VOID(fleet.store().write(work));
  return Answer{200, std::move(shown)};
}

Result<Answer> list_alarms(Fleet& fleet, const Ask& ask, const Caller& caller) {
  TRY(const std::string commune, commune_asked(ask, caller.account));
  Json list = Json::array();
  const auto work = [&](Transaction& transaction) -> Result<void> {
    TRY(const auto alarms, alarms_of(transaction, commune, ask.query("over") == "1", kMostAlarms));
    for (const Alarm& alarm : alarms) list.push_back(fleet::to_json(alarm));
    return {};
  };
  TRY_VOID(fleet.store().read(work));
  return Answer{200, std::move(list)};
}

}  // namespace

void add_kiosk_endpoints(Router& router, Fleet& fleet) {
  const auto answer = [&fleet](Result<Answer> (*endpoint)(Fleet&, const Ask&, const Caller&)) {
    return [&fleet, endpoint](const Ask& ask, const Caller& caller) { return endpoint(fleet, ask, caller); };
  };
  router.add("GET", "/api/kiosks", Role::author, answer(list_kiosks));
  router.add("POST", "/api/kiosks", Role::commune_admin, answer(claim_kiosk));
  router.add("GET", "/api/kiosks/{id}", Role::author, answer(show_kiosk));
  router.add("POST", "/api/kiosks/{id}/asks", Role::commune_admin, answer(ask_kiosk));
  router.add("POST", "/api/kiosks/{id}/retire", Role::commune_admin, answer(retire_kiosk));
  router.add("GET", "/api/alarms", Role::author, answer(list_alarms));
}

}  // namespace conglang::server::fleet
