#include "sync/agent/report_body.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "content/base/utf8.h"
#include "content/text/long_numbers.h"

namespace conglang::agent {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestText = 300;
constexpr std::size_t kMostEntries = 20;  // of a list that people read
constexpr std::size_t kMostUsageEntries = 5000;

std::string text(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? sendable(found->get<std::string>()) : std::string();
}

std::int64_t integer(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

bool is_set(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && *found == true;
}

// Of each entry of the list `name` the texts `fields`.
json entries(const json& object, const char* name, std::initializer_list<const char*> fields) {
  json list = json::array();
  const auto found = object.find(name);
  if (found == object.end() || !found->is_array()) return list;
  for (const json& entry : *found) {
    if (!entry.is_object() || list.size() == kMostEntries) continue;
    json kept = json::object();
    for (const char* field : fields) kept[field] = text(entry, field);
    list.push_back(std::move(kept));
  }
  return list;
}

Result<json> agent_body(const json& report) {
  const auto found = report.find("status");
  if (found == report.end() || !found->is_object()) return fail(Errc::invalid, "\"status\" is missing");
  const json& status = *found;
  return json{{"lastTry", text(status, "lastTry")},
              {"lastSuccess", text(status, "lastSuccess")},
              {"error", text(status, "error")},
              {"generation", integer(status, "generation")},
              {"turnedAway", is_set(status, "turnedAway")},
              {"refused", entries(status, "refused", {"path", "guide", "reason"})},
              {"setAside", entries(status, "setAside", {"path", "guide", "reason"})},
              {"damaged", entries(status, "damaged", {"path", "guide", "reason"})},
              {"troubles", entries(status, "troubles", {"repository", "error"})},
              {"clockAheadHours", integer(status, "clockAheadHours")}};
}

json crash_body(const json& report) {
  return {{"turnedAwayFrom", text(report, "turnedAwayFrom")}, {"active", text(report, "active")}};
}

json picture_body(const json& report) {
  return {
      {"file", text(report, "file")}, {"active", text(report, "active")}, {"error", text(report, "error")}};
}

json settings_body(const json& report) {
  return {{"problems", entries(report, "problems", {"field", "why"})}};
}

// The server looks at each entry by itself: here only their shape is seen to.
Result<json> usage_body(const json& report) {
  const auto found = report.find("entries");
  if (found == report.end() || !found->is_array()) return fail(Errc::invalid, "\"entries\" is missing");
  json list = json::array();
  for (const json& entry : *found) {
    if (!entry.is_object() || list.size() == kMostUsageEntries) continue;
    list.push_back({{"day", text(entry, "day")},
                    {"kind", text(entry, "kind")},
                    {"subject", text(entry, "subject")},
                    {"action", text(entry, "action")},
                    {"n", integer(entry, "n")}});
  }
  return json{{"entries", std::move(list)}, {"lost", integer(report, "lost")}};
}

}  // namespace

std::string sendable(std::string_view text) {
  if (!is_valid_utf8(text)) return {};
  std::string kept = without_long_numbers(text);
  if (kept.size() > kLongestText) {
    std::size_t size = kLongestText;
    while (size > 0 && (static_cast<unsigned char>(kept[size]) & 0xc0U) == 0x80U) --size;
    kept.resize(size);
  }
  std::ranges::replace_if(
      kept, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
  return kept;
}

Result<json> report_body(std::string_view kind, const json& report) {
  if (kind == "agent") return agent_body(report);
  if (kind == "crash-loop") return crash_body(report);
  if (kind == "picture") return picture_body(report);
  if (kind == "settings") return settings_body(report);
  if (kind == "usage") return usage_body(report);
  return fail(Errc::invalid, "is no kind of report that is known here");
}

}  // namespace conglang::agent
