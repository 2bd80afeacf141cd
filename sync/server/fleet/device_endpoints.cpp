// What machines ask. None of it has a session: a machine shows its secret, later its token.

#include <algorithm>

#include "sync/server/fleet/devices.h"
#include "sync/server/fleet/parts.h"
#include "sync/server/fleet/report_door.h"
#include "sync/server/fleet/reports.h"

namespace conglang::server::fleet {
namespace {

constexpr std::size_t kMostReports = 100;             // in one post
constexpr std::size_t kMostPostBytes = 768UL * 1024;  // one day of counters at most, or many small reports
constexpr std::size_t kMostOfferBytes = 1024;
constexpr std::size_t kMostDone = 100;

// What stands behind "Authorization: Bearer "; empty for anything else.
std::string bearer(const http::Request& request) {
  constexpr std::string_view kScheme = "Bearer ";
  const auto lines = request.values("Authorization");
  if (lines.size() != 1 || !lines.front().starts_with(kScheme)) return {};
  return std::string(lines.front().substr(kScheme.size()));
}

tl::unexpected<Error> unknown_machine() {
  return refuse({.status = 401,
                 .code = "unknown-machine",
                 .vi = "Máy chủ không nhận ra máy này; hãy ghép lại.",
                 .en = "The server does not know this machine; claim it anew."});
}

// Without the published guides nothing can be told from what people typed.
tl::unexpected<Error> not_ready() {
  return refuse({.status = 503,
                 .code = "not-ready",
                 .vi = "Máy chủ chưa đọc được nội dung đã công bố, hãy gửi lại sau.",
                 .en = "The server has not read the published content yet; send it again later.",
                 .retry_after = std::chrono::minutes(1)});
}

Result<Answer> offer_device(Fleet& fleet, const Ask& ask) {
  TRY_VOID(check_limit(fleet.offers(), ask.http.peer, ask.now));
  fleet.offers().count(ask.http.peer, ask.now);
  std::string id;
  const auto work = [&](Transaction& transaction) -> Result<void> {
    TRY(id,
        offer(transaction, text_of(ask.body, "claimCode"), text_of(ask.body, "deviceSecretHash"), ask.now));
    return {};
  };
  TRY_VOID(fleet.store().write(work));
  return Answer{201, {{"deviceId", id}}};
}

Result<Answer> collect_token(Fleet& fleet, const Ask& ask) {
  Collected collected;
  const std::string secret = bearer(ask.http);
  const auto work = [&](Transaction& transaction) -> Result<void> {
    TRY(collected, collect(transaction, ask.path.front(), secret, ask.now));
    return {};
  };
  TRY_VOID(fleet.store().write(work));
  if (!collected.claimed) return Answer{200, {{"state", "waiting"}}};
  return Answer{200,
                {{"state", "claimed"},
                 {"token", collected.token},
                 {"commune", collected.commune},
                 {"place", collected.place}}};
}

// What a post of reports says, apart from the reports.
struct Post {
  std::optional<Instant> sent_at;
  std::vector<std::int64_t> done;
  std::vector<Report> reports;
  Json accepted = Json::array();
  Json refused = Json::array();
};

Result<Post> read_post(const Ask& ask, const KnownWords& known) {
  const auto reports = ask.body.find("reports");
  if (!ask.body.is_object() || reports == ask.body.end() || !reports->is_array() ||
      reports->size() > kMostReports) {
    return refuse({.status = 422,
                   .code = "bad-reports",
                   .vi = "Báo cáo không đúng dạng.",
                   .en = fmt::format("reports must be a list of at most {}.", kMostReports),
                   .field = "reports"});
  }
  Post post;
  post.sent_at = parse_instant(text_of(ask.body, "sentAt"));
  for (const Json& document : *reports) {
    auto report = read_report(document, known, ask.now);
    const auto id = report_id(document);
    if (report) {
      post.accepted.push_back(report->id);
      post.reports.push_back(std::move(*report));
    } else if (id) {
      post.refused.push_back({{"id", *id}, {"why", report.error().message}});
    }
  }
  const auto done = ask.body.find("done");
  if (done == ask.body.end() || !done->is_array()) return post;
  for (const Json& id : *done)
    if (id.is_number_integer() && post.done.size() < kMostDone) post.done.push_back(id.get<std::int64_t>());
  return post;
}

Result<void> take_post(Transaction& transaction, const Known& from, const Post& post, Instant now) {
  if (from.first_time) TRY_VOID(token_was_used(transaction, from.kiosk));
  if (post.sent_at) TRY_VOID(note_clock(transaction, from.kiosk, *post.sent_at, now));
  for (const Report& report : post.reports) TRY_VOID(take_report(transaction, from, report, now));
  for (const std::int64_t id : post.done) TRY_VOID(ask_is_done(transaction, from.kiosk, id, now));
  if (post.reports.empty()) return {};
  TRY(const auto kiosk, kiosk_by_id(transaction, from.kiosk));
  return kiosk ? note_alarms(transaction, kiosk->id, judge(kiosk->facts, now), now) : Result<void>();
}

Json asks_in(const std::vector<AskOf>& asks) {
  Json list = Json::array();
  for (const AskOf& one : asks) list.push_back({{"id", one.id}, {"ask", one.ask}});
  return list;
}

// Who asks only whether there is something to do, as every machine does every minute, costs no write.
Result<Answer> take_reports(Fleet& fleet, const Ask& ask) {
  std::optional<Known> from;
  std::vector<AskOf> asks;
  const auto look = [&](Transaction& transaction) -> Result<void> {
    TRY(from, known_by(transaction, bearer(ask.http)));
    if (!from) return {};
    TRY(asks, waiting_asks(transaction, from->kiosk));
    return {};
  };
  TRY_VOID(fleet.store().read(look));
  // Who is known gets through, however many strangers knock from the same address.
  if (!from) {
    TRY_VOID(check_limit(fleet.strangers(), ask.http.peer, ask.now));
    fleet.strangers().count(ask.http.peer, ask.now);
    return unknown_machine();
  }
  const auto known = fleet.surroundings().known();
  if (!known) return not_ready();
  TRY(const Post post, read_post(ask, *known));
  if (from->first_time || !post.reports.empty() || !post.done.empty()) {
    const auto work = [&](Transaction& transaction) -> Result<void> {
      // It may have been retired since.
      TRY(from, known_by(transaction, bearer(ask.http)));
      if (!from) return unknown_machine();
      TRY_VOID(take_post(transaction, *from, post, ask.now));
      TRY(asks, waiting_asks(transaction, from->kiosk));
      return {};
    };
    TRY_VOID(fleet.store().write(work));
  }
  return Answer{200, {{"accepted", post.accepted}, {"refused", post.refused}, {"asks", asks_in(asks)}}};
}

}  // namespace

void add_device_endpoints(Router& router, Fleet& fleet) {
  router.add_open("POST", "/api/devices", [&fleet](const Ask& ask) { return offer_device(fleet, ask); },
                  {.max_body = kMostOfferBytes});
  router.add_open("GET", "/api/devices/{id}", [&fleet](const Ask& ask) { return collect_token(fleet, ask); });
  router.add_open("POST", "/api/reports", [&fleet](const Ask& ask) { return take_reports(fleet, ask); },
                  {.max_body = kMostPostBytes});
}

}  // namespace conglang::server::fleet
