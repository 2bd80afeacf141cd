// What was counted, for those who write guides and for a commune's files.

#include <algorithm>
#include <map>

#include "sync/server/fleet/parts.h"
#include "sync/server/fleet/usage.h"

namespace conglang::server::fleet {
namespace {

constexpr int kLongestPeriod = 366;  // days
constexpr int kUsualPeriod = 30;

tl::unexpected<Error> bad_period(const char* field) {
  return refuse({.status = 422,
                 .code = "bad-period",
                 .vi = fmt::format("Hãy chọn khoảng ngày đúng, dài nhất {} ngày.", kLongestPeriod),
                 .en = fmt::format("Choose days that exist, at most {} of them.", kLongestPeriod),
                 .field = field});
}

Result<Period> read_period(const Ask& ask) {
  const Date today = local_date(ask.now);
  Period period{std::chrono::sys_days(today) - std::chrono::days(kUsualPeriod - 1), today};
  if (const auto text = ask.query("from")) {
    const auto from = parse_date(*text);
    if (!from) return bad_period("from");
    period.from = *from;
  }
  if (const auto text = ask.query("to")) {
    const auto to = parse_date(*text);
    if (!to) return bad_period("to");
    period.to = *to;
  }
  const int days = days_between(period.from, period.to);
  if (days < 0 || days >= kLongestPeriod) return bad_period("from");
  return period;
}

// "2026-11"
Result<Period> read_month(const Ask& ask) {
  const auto first = parse_date(ask.query("month").value_or("") + "-01");
  if (!first) return bad_period("month");
  const std::chrono::year_month month(first->year(), first->month());
  return Period{*first, Date(month / std::chrono::last)};
}

Json to_json(const Counts& counts) {
  return {{"opened", counts.opened}, {"codeShown", counts.code_shown},
          {"helped", counts.helped}, {"didNotHelp", counts.did_not_help},
          {"found", counts.found},   {"notFound", counts.not_found}};
}

Json list_by(const std::map<std::string, Counts>& counts, const char* key) {
  Json list = Json::array();
  for (const auto& [name, one] : counts) {
    Json entry = to_json(one);
    entry[key] = name;
    list.push_back(std::move(entry));
  }
  return list;
}

Json list_by_number(const std::map<std::string, std::int64_t>& numbers, const char* key) {
  std::vector<std::pair<std::string, std::int64_t>> sorted(numbers.begin(), numbers.end());
  std::ranges::stable_sort(sorted, std::ranges::greater(), &std::pair<std::string, std::int64_t>::second);
  Json list = Json::array();
  for (const auto& [name, n] : sorted) list.push_back({{key, name}, {"n", n}});
  return list;
}

Json with_titles(Json guides, const KnownWords* known) {
  for (Json& one : guides) one["title"] = known == nullptr ? "" : known->title_of(one["guide"]);
  return guides;
}

}  // namespace

Json to_json(const Usage& usage, const KnownWords* known) {
  return {{"from", format_date(usage.period.from)},
          {"to", format_date(usage.period.to)},
          {"commune", usage.commune},
          {"all", to_json(usage.all)},
          {"days", list_by(usage.by_day, "day")},
          {"guides", with_titles(list_by(usage.by_guide, "guide"), known)},
          {"places", list_by(usage.by_place, "place")},
          {"reasons", list_by_number(usage.reasons, "reason")},
          {"searches", list_by_number(usage.searches, "words")}};
}

namespace {

Result<std::vector<UsageRow>> rows_for(Fleet& fleet, const std::string& commune, const Period& period) {
  std::vector<UsageRow> rows;
  const auto work = [&](Transaction& transaction) -> Result<void> {
    TRY(rows, usage_rows(transaction, commune, period));
    return {};
  };
  TRY_VOID(fleet.store().read(work));
  return rows;
}

Answer as_file(std::string type, std::string bytes, const std::string& name) {
  Answer answer;
  answer.headers.push_back({"Content-Disposition", fmt::format("attachment; filename=\"{}\"", name)});
  answer.raw = Raw{std::move(type), std::move(bytes)};
  return answer;
}

std::string file_name(const std::string& commune, const std::string& when, std::string_view ending) {
  return fmt::format("su-dung-{}-{}.{}", commune.empty() ? "toan-tinh" : commune, when, ending);
}

Result<Answer> show_usage(Fleet& fleet, const Ask& ask, const Caller& caller) {
  TRY(const std::string commune, commune_asked(ask, caller.account));
  TRY(const Period period, read_period(ask));
  TRY(const auto rows, rows_for(fleet, commune, period));
  const auto known = fleet.surroundings().known();
  return Answer{200, to_json(sum_up(rows, commune, period), known.get())};
}

Result<Answer> export_usage(Fleet& fleet, const Ask& ask, const Caller& caller) {
  TRY(const std::string commune, commune_asked(ask, caller.account));
  TRY(const Period period, read_period(ask));
  TRY(const auto rows, rows_for(fleet, commune, period));
  const std::string days = format_date(period.from) + "-" + format_date(period.to);
  return as_file("text/csv; charset=utf-8", usage_csv(rows), file_name(commune, days, "csv"));
}

Result<Answer> print_usage(Fleet& fleet, const Ask& ask, const Caller& caller) {
  TRY(const std::string commune, commune_asked(ask, caller.account));
  TRY(const Period month, read_month(ask));
  if (!fleet.surroundings().pdf) {
    return refuse({.status = 503,
                   .code = "no-pdf",
                   .vi = "Máy chủ này chưa in được báo cáo PDF.",
                   .en = "This server cannot make PDF reports."});
  }
  TRY(const auto rows, rows_for(fleet, commune, month));
  const auto known = fleet.surroundings().known();
  const Json usage = to_json(sum_up(rows, commune, month), known.get());
  TRY(std::string pdf, fleet.surroundings().pdf(usage.dump()));
  return as_file("application/pdf", std::move(pdf),
                 file_name(commune, format_date(month.from).substr(0, 7), "pdf"));
}

}  // namespace

void add_usage_endpoints(Router& router, Fleet& fleet) {
  const auto answer = [&fleet](Result<Answer> (*endpoint)(Fleet&, const Ask&, const Caller&)) {
    return [&fleet, endpoint](const Ask& ask, const Caller& caller) { return endpoint(fleet, ask, caller); };
  };
  router.add("GET", "/api/usage", Role::author, answer(show_usage));
  router.add("GET", "/api/usage.csv", Role::author, answer(export_usage));
  router.add("GET", "/api/usage.pdf", Role::author, answer(print_usage), {.pace = Pace::slow});
}

}  // namespace conglang::server::fleet
