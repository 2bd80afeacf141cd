#include "sync/agent/status.h"

#include <nlohmann/json.hpp>

#include "content/base/file.h"

namespace conglang::agent {
namespace {

using nlohmann::json;

constexpr std::string_view kName = "sync-status.json";
constexpr std::uintmax_t kMaxStatusBytes = 4UL * 1024 * 1024;

json to_json(const std::vector<NotShown>& entries) {
  json list = json::array();
  for (const NotShown& entry : entries) {
    list.push_back({{"path", entry.path}, {"guide", entry.guide}, {"reason", entry.reason}});
  }
  return list;
}

std::string text(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<NotShown> entries(const json& object, const char* name) {
  std::vector<NotShown> list;
  const auto found = object.find(name);
  if (found == object.end() || !found->is_array()) return list;
  for (const json& entry : *found) {
    if (entry.is_object()) list.push_back({text(entry, "path"), text(entry, "guide"), text(entry, "reason")});
  }
  return list;
}

json to_json(const std::vector<Trouble>& troubles) {
  json list = json::array();
  for (const Trouble& one : troubles) list.push_back({{"repository", one.repository}, {"error", one.error}});
  return list;
}

std::vector<Trouble> troubles(const json& object) {
  std::vector<Trouble> list;
  const auto found = object.find("troubles");
  if (found == object.end() || !found->is_array()) return list;
  for (const json& entry : *found) {
    if (entry.is_object()) list.push_back({text(entry, "repository"), text(entry, "error")});
  }
  return list;
}

std::int64_t integer(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

}  // namespace

std::string write_status(const Status& status) {
  const json document = {{"lastTry", status.last_try},
                         {"lastSuccess", status.last_success},
                         {"error", status.error},
                         {"generation", status.generation},
                         {"turnedAway", status.turned_away},
                         {"refused", to_json(status.refused)},
                         {"setAside", to_json(status.set_aside)},
                         {"waiting", to_json(status.waiting)},
                         {"damaged", to_json(status.damaged)},
                         {"troubles", to_json(status.troubles)},
                         {"clockAheadHours", status.clock_ahead_hours}};
  return document.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

Status load_status(const std::filesystem::path& data) {
  const auto bytes = read_file(data / kName, kMaxStatusBytes);
  if (!bytes) return {};
  const auto document = json::parse(*bytes, nullptr, false);
  if (!document.is_object()) return {};
  Status status;
  status.last_try = text(document, "lastTry");
  status.last_success = text(document, "lastSuccess");
  status.error = text(document, "error");
  status.refused = entries(document, "refused");
  status.set_aside = entries(document, "setAside");
  const auto turned_away = document.find("turnedAway");
  status.turned_away = turned_away != document.end() && *turned_away == true;
  status.generation = integer(document, "generation");
  status.waiting = entries(document, "waiting");
  status.damaged = entries(document, "damaged");
  status.troubles = troubles(document);
  status.clock_ahead_hours = integer(document, "clockAheadHours");
  return status;
}

Result<void> store_status(const std::filesystem::path& data, const Status& status) {
  return write_file_atomically(data / kName, write_status(status));
}

}  // namespace conglang::agent
