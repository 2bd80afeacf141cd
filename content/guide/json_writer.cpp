#include "content/guide/json_writer.h"

namespace conglang::guide {

Json to_json(const Text& text) {
  Json out = Json::object();
  if (text.has("vi")) out["vi"] = text.in("vi");
  for (const auto& entry : text.by_language) {
    if (entry.first != "vi") out[entry.first] = entry.second;
  }
  return out;
}

void put(Json& out, const char* name, const Text& text) {
  if (!text.empty()) out[name] = to_json(text);
}

void put(Json& out, const char* name, const std::string& text) {
  if (!text.empty()) out[name] = text;
}

void put(Json& out, const char* name, const std::optional<Date>& date) {
  if (date) out[name] = format_date(*date);
}

void put(Json& out, const char* name, const std::vector<std::string>& strings) {
  if (!strings.empty()) out[name] = strings;
}

std::string to_file(const Json& value) {
  return value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace conglang::guide
