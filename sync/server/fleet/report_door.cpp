#include "sync/server/fleet/report_door.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "content/base/utf8.h"
#include "content/text/fold.h"
#include "content/text/long_numbers.h"

namespace conglang::server::fleet {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestId = 80;
constexpr std::size_t kLongestText = 303;  // what a kiosk cuts at 300 may end with "…"
constexpr std::size_t kLongestSubject = 100;
constexpr std::size_t kMostEntries = 20;
constexpr std::size_t kMostCounts = 5000;
constexpr std::int64_t kMostOfOneDay = 1'000'000;
constexpr std::int64_t kLargestNumber = 99'999'999;  // more digits may be somebody's
constexpr int kOldestDays = 400;                     // a machine that was stored away
constexpr int kDaysAhead = 2;                        // a clock that is a little ahead
constexpr std::size_t kMostWords = 8;

enum class Type { text, number, yes_no, list };

struct Field {
  std::string_view name;
  Type type;
};

struct Shape {
  ReportKind kind;
  std::vector<Field> fields;
  std::vector<std::string_view> of_entries;  // texts in each entry of the shape's lists
};

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> kShapes = {
      {ReportKind::health,
       {{"version", Type::text},
        {"generation", Type::number},
        {"lastTry", Type::text},
        {"lastSuccess", Type::text},
        {"error", Type::text},
        {"turnedAway", Type::yes_no},
        {"refused", Type::number},
        {"setAside", Type::number},
        {"damaged", Type::number},
        {"clockAheadHours", Type::number},
        {"diskFreeMegabytes", Type::number},
        {"diskMegabytes", Type::number},
        {"shortRuns", Type::number},
        {"temperatureCelsius", Type::number},
        {"upHours", Type::number},
        {"refusedReports", Type::number}},
       {}},
      {ReportKind::agent,
       {{"lastTry", Type::text},
        {"lastSuccess", Type::text},
        {"error", Type::text},
        {"generation", Type::number},
        {"turnedAway", Type::yes_no},
        {"refused", Type::list},
        {"setAside", Type::list},
        {"damaged", Type::list},
        {"troubles", Type::list},
        {"clockAheadHours", Type::number}},
       {"path", "guide", "reason", "repository", "error"}},
      {ReportKind::crash_loop, {{"turnedAwayFrom", Type::text}, {"active", Type::text}}, {}},
      {ReportKind::picture, {{"file", Type::text}, {"active", Type::text}, {"error", Type::text}}, {}},
      {ReportKind::settings, {{"problems", Type::list}}, {"field", "why"}},
  };
  return kShapes;
}

Result<void> check_text(const json& value, std::string_view name) {
  if (!value.is_string()) return fail(Errc::invalid, "{}: must be a text", name);
  const auto& text = value.get_ref<const std::string&>();
  const bool plain = is_valid_utf8(text) && std::ranges::none_of(text, [](char c) {
                       return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
                     });
  if (!plain || text.size() > kLongestText) return fail(Errc::invalid, "{}: is no short text", name);
  if (has_long_number(text)) {
    return fail(Errc::invalid, "{}: has a number of {} digits or more, which may be somebody's", name,
                kDigitsOfSomebody);
  }
  return {};
}

Result<void> check_list(const json& value, const Shape& shape, std::string_view name) {
  if (!value.is_array() || value.size() > kMostEntries)
    return fail(Errc::invalid, "{}: is no short list", name);
  for (const json& entry : value) {
    if (!entry.is_object()) return fail(Errc::invalid, "{}: has an entry that is no object", name);
    for (const auto& [field, text] : entry.items()) {
      if (std::ranges::find(shape.of_entries, field) == shape.of_entries.end())
        return fail(Errc::invalid, "{}: has an entry with a field that does not belong there", name);
      TRY_VOID(check_text(text, name));
    }
  }
  return {};
}

// A whole number that is nobody's: unsigned ones are looked at as such, or the largest would pass as -1.
bool is_small_number(const json& value) {
  if (value.is_number_unsigned()) return value.get<std::uint64_t>() <= std::uint64_t{kLargestNumber};
  if (!value.is_number_integer()) return false;
  const auto number = value.get<std::int64_t>();
  return number >= -kLargestNumber && number <= kLargestNumber;
}

Result<void> check_field(const json& value, const Shape& shape, const Field& field) {
  switch (field.type) {
    case Type::text:
      return check_text(value, field.name);
    case Type::list:
      return check_list(value, shape, field.name);
    case Type::yes_no:
      if (value.is_boolean()) return {};
      return fail(Errc::invalid, "{}: must be true or false", field.name);
    case Type::number:
      if (is_small_number(value)) return {};
      return fail(Errc::invalid, "{}: must be a whole number of fewer than {} digits", field.name,
                  kDigitsOfSomebody);
  }
  return {};
}

Result<void> check_body(const json& body, const Shape& shape) {
  for (const auto& [name, value] : body.items()) {
    const auto field = std::ranges::find(shape.fields, name, &Field::name);
    // Its name is not repeated: it may say something itself.
    if (field == shape.fields.end())
      return fail(Errc::invalid, "body: has a field that does not belong there");
    TRY_VOID(check_field(value, shape, *field));
  }
  return {};
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_day(const std::string& day, Instant now) {
  const auto date = parse_date(day);
  if (!date) return false;
  const int ahead = days_between(local_date(now), *date);
  return ahead <= kDaysAhead && ahead >= -kOldestDays;
}

bool are_known_words(const std::string& subject, const KnownWords& known) {
  const auto words = split_words(subject);
  return !words.empty() && words.size() <= kMostWords && fold(subject) == subject &&
         std::ranges::all_of(words, [&](std::string_view word) { return known.has_word(word); });
}

bool is_about_something_known(const Count& count, const KnownWords& known) {
  if (count.subject.size() > kLongestSubject || has_long_number(count.subject)) return false;
  if (count.kind == "use" && is_one_of(count.action, {"opened", "code-shown"}))
    return known.has_procedure(count.subject);
  if (count.kind == "rating" &&
      is_one_of(count.action, {"helped", "did-not-help", "no-reason", "not-found", "hard-to-read",
                               "out-of-date", "phone-trouble", "other"}))
    return known.has_procedure(count.subject);
  if (count.kind == "search" && count.action == "found") return known.has_procedure(count.subject);
  return count.kind == "search" && count.action.empty() && are_known_words(count.subject, known);
}

std::string text(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<Count> read_count(const json& entry, const KnownWords& known, Instant now) {
  constexpr std::array<std::string_view, 5> kFields = {"day", "kind", "subject", "action", "n"};
  if (!entry.is_object() || entry.size() != kFields.size()) return std::nullopt;
  for (const auto& item : entry.items())
    if (std::ranges::find(kFields, item.key()) == kFields.end()) return std::nullopt;
  if (!entry["n"].is_number_integer()) return std::nullopt;
  Count count{text(entry, "day"), text(entry, "kind"), text(entry, "subject"), text(entry, "action"),
              entry["n"].get<std::int64_t>()};
  const bool possible = count.n > 0 && count.n <= kMostOfOneDay && is_day(count.day, now);
  return possible && is_about_something_known(count, known) ? std::optional(std::move(count)) : std::nullopt;
}

// Counters are looked at one by one: one that somebody's number got into does not cost the others.
Result<void> read_counts(const json& body, const KnownWords& known, Instant now, Report& report) {
  const auto entries = body.find("entries");
  const auto lost = body.find("lost");
  const bool whole = entries != body.end() && entries->is_array() && entries->size() <= kMostCounts &&
                     lost != body.end() && lost->is_number_integer() && body.size() == 2;
  if (!whole) return fail(Errc::invalid, "body: must be \"entries\", a list, and \"lost\", a number");
  for (const json& entry : *entries) {
    if (auto count = read_count(entry, known, now)) {
      report.counts.push_back(std::move(*count));
    } else {
      ++report.refused_counts;
    }
  }
  return {};
}

}  // namespace

std::string kind_name(ReportKind kind) {
  return std::string(kReportKinds.at(static_cast<std::size_t>(kind)));
}

std::optional<std::string> report_id(const json& report) {
  if (!report.is_object()) return std::nullopt;
  const std::string id = text(report, "id");
  const bool plain = std::ranges::all_of(id, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  });
  return plain && !id.empty() && id.size() <= kLongestId ? std::optional(id) : std::nullopt;
}

Result<Report> read_report(const json& document, const KnownWords& known, Instant now) {
  const auto id = report_id(document);
  if (!id) return fail(Errc::invalid, "id: is no report's id");
  Report report;
  report.id = *id;
  for (const auto& item : document.items())
    if (!is_one_of(item.key(), {"id", "kind", "at", "body"}))
      return fail(Errc::invalid, "has a field that does not belong there");
  if (const auto at = document.find("at"); at != document.end()) {
    report.at = at->is_string() ? parse_instant(at->get_ref<const std::string&>()) : std::nullopt;
    if (!report.at) return fail(Errc::invalid, "at: is no instant");
  }
  const auto body = document.find("body");
  if (body == document.end() || !body->is_object()) return fail(Errc::invalid, "body: must be an object");
  const auto* const name = std::ranges::find(kReportKinds, text(document, "kind"));
  if (name == kReportKinds.end()) return fail(Errc::invalid, "kind: is none that is known here");
  report.kind = static_cast<ReportKind>(name - kReportKinds.begin());
  if (report.kind == ReportKind::usage) {
    TRY_VOID(read_counts(*body, known, now, report));
    return report;
  }
  TRY_VOID(check_body(*body, *std::ranges::find(shapes(), report.kind, &Shape::kind)));
  report.body = body->dump(-1, ' ', false, json::error_handler_t::replace);
  return report;
}

}  // namespace conglang::server::fleet
