#include <nlohmann/json.hpp>

#include "content/publish/board/usage_page.h"

namespace conglang::board {
namespace {

using nlohmann::json;

const json& member(const json& object, const char* name) {
  static const json kNothing;
  const auto found = object.find(name);
  return found == object.end() ? kNothing : *found;
}

std::string text(const json& object, const char* name) {
  const json& value = member(object, name);
  return value.is_string() ? value.get<std::string>() : std::string();
}

std::int64_t number(const json& object, const char* name) {
  const json& value = member(object, name);
  return value.is_number_integer() ? value.get<std::int64_t>() : 0;
}

UsageLine read_line(const json& object, const char* name) {
  const std::string title = text(object, "title");
  return {title.empty() ? text(object, name) : title, number(object, "opened"), number(object, "codeShown"),
          number(object, "helped"), number(object, "didNotHelp")};
}

template <typename Read>
void each(const json& object, const char* name, const Read& read) {
  const json& list = member(object, name);
  if (!list.is_array()) return;
  for (const json& entry : list)
    if (entry.is_object()) read(entry);
}

}  // namespace

Result<UsageReport> read_usage(std::string_view bytes) {
  const json usage = json::parse(bytes, nullptr, false);
  if (!usage.is_object()) return fail(Errc::parse, "số liệu không phải là một đối tượng JSON");
  const auto from = parse_date(text(usage, "from"));
  const auto to = parse_date(text(usage, "to"));
  if (!from || !to || days_between(*from, *to) < 0)
    return fail(Errc::invalid, "/from, /to: cần là hai ngày như \"2026-11-01\"");
  UsageReport report;
  const std::string commune = text(usage, "commune");
  report.where = commune.empty() ? std::string("Toàn tỉnh") : "Xã " + commune;
  if (const std::string name = text(usage, "name"); !name.empty()) report.where = name;
  report.from = *from;
  report.to = *to;
  report.all = read_line(member(usage, "all").is_object() ? member(usage, "all") : json::object(), "name");
  report.found = number(member(usage, "all"), "found");
  report.not_found = number(member(usage, "all"), "notFound");
  each(usage, "days", [&](const json& one) {
    report.days.push_back({text(one, "day"), number(one, "opened")});
  });
  each(usage, "guides", [&](const json& one) { report.guides.push_back(read_line(one, "guide")); });
  each(usage, "places", [&](const json& one) { report.places.push_back(read_line(one, "place")); });
  each(usage, "reasons", [&](const json& one) {
    report.reasons.push_back({text(one, "reason"), number(one, "n")});
  });
  each(usage, "searches", [&](const json& one) {
    report.searches.push_back({text(one, "words"), number(one, "n")});
  });
  return report;
}

}  // namespace conglang::board
