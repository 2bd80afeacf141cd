#pragma once
// Small pieces of the canonical JSON form. What is empty is left out, so that a file holds only what it says.

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "content/guide/guide.h"

namespace conglang::guide {

using Json = nlohmann::ordered_json;

/// "vi" first, then the other languages by code.
Json to_json(const Text& text);

void put(Json& out, const char* name, const Text& text);
void put(Json& out, const char* name, const std::string& text);
void put(Json& out, const char* name, const std::optional<Date>& date);
void put(Json& out, const char* name, const std::vector<std::string>& strings);

/// A list of what `convert` makes of each item.
template <typename T, typename Convert>
void put_list(Json& out, const char* name, const std::vector<T>& items, Convert convert) {
  if (items.empty()) return;
  Json list = Json::array();
  for (const T& item : items) list.push_back(convert(item));
  out[name] = std::move(list);
}

/// Two-space indent and a final newline. Bytes that are not UTF-8, which no reader lets in, become U+FFFD.
std::string to_file(const Json& value);

}  // namespace conglang::guide
