#include "tests/support/openapi.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "tests/folders.h"

namespace conglang::testing {
namespace {

using nlohmann::json;
using Words = std::vector<std::string>;

const std::set<std::string>& methods() {
  static const std::set<std::string> kMethods = {"get", "post", "put", "delete", "patch"};
  return kMethods;
}

bool is_of_type(const std::string& type, const json& value) {
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  return type == "null" && value.is_null();
}

bool fits_type(const json& type, const json& value) {
  if (type.is_string()) return is_of_type(type, value);
  return std::ranges::any_of(type, [&](const json& one) { return is_of_type(one, value); });
}

void append(Words& words, Words more) {
  words.insert(words.end(), more.begin(), more.end());
}

}  // namespace

OpenApi::OpenApi() {
  std::ifstream stream(std::string(CONGLANG_SOURCE_DIR) + "/sync/server/openapi.json");
  document_ = json::parse(stream);
}

const json& OpenApi::resolved(const json& object) const {
  if (!object.contains("$ref")) return object;
  const std::string pointer = object["$ref"].get<std::string>().substr(1);
  return resolved(document_.at(json::json_pointer(pointer)));
}

std::set<std::string> OpenApi::operations() const {
  std::set<std::string> found;
  for (const auto& [path, item] : document_["paths"].items()) {
    for (const auto& [method, operation] : item.items()) {
      if (!methods().contains(method)) continue;
      std::string upper = method;
      std::ranges::transform(upper, upper.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
      found.insert(upper + " " + path);
    }
  }
  return found;
}

const json& OpenApi::at(const std::string& operation) const {
  const std::size_t blank = operation.find(' ');
  std::string method = operation.substr(0, blank);
  std::ranges::transform(method, method.begin(), [](char c) { return static_cast<char>(c - 'A' + 'a'); });
  return document_.at("paths").at(operation.substr(blank + 1)).at(method);
}

Words OpenApi::check(const std::string& operation, int status, const json& body) const {
  const json& responses = at(operation)["responses"];
  const std::string code = std::to_string(status);
  if (!responses.contains(code)) return {fmt::format("{}: {} is not documented", operation, code)};
  const json& response = resolved(responses[code]);
  if (!response.contains("content") || !response["content"].contains("application/json")) return {};
  return mismatches(response["content"]["application/json"]["schema"], body, operation + " " + code);
}

Words OpenApi::check_body(const std::string& operation, const json& body) const {
  const json& documented = at(operation);
  if (!documented.contains("requestBody")) {
    if (body.empty()) return {};
    return {fmt::format("{}: no body is documented, this came: {}", operation, body.dump())};
  }
  const json& content = documented["requestBody"]["content"];
  if (!content.contains("application/json")) return {operation + ": no JSON is documented"};
  return mismatches(content["application/json"]["schema"], body, operation + " body");
}

Words OpenApi::mismatches(const json& schema_or_ref, const json& value, const std::string& where) const {
  static const std::set<std::string> kKnown = {
      "type",  "properties", "required", "items",       "enum",
      "anyOf", "format",     "const",    "description", "additionalProperties"};
  const json& schema = resolved(schema_or_ref);
  Words words;
  for (const auto& [word, ignored] : schema.items())
    if (!kKnown.contains(word)) words.push_back(fmt::format("{}: the test does not know {}", where, word));
  if (schema.contains("type") && !fits_type(schema["type"], value))
    words.push_back(fmt::format("{}: {} is not {}", where, value.dump(), schema["type"].dump()));
  if (schema.contains("enum") && std::ranges::find(schema["enum"], value) == schema["enum"].end())
    words.push_back(fmt::format("{}: {} is not in {}", where, value.dump(), schema["enum"].dump()));
  if (schema.contains("const") && schema["const"] != value)
    words.push_back(fmt::format("{}: {} is not {}", where, value.dump(), schema["const"].dump()));
  if (schema.contains("anyOf") && std::ranges::none_of(schema["anyOf"], [&](const json& one) {
        return mismatches(one, value, where).empty();
      }))
    words.push_back(fmt::format("{}: {} fits none of anyOf", where, value.dump()));
  if (schema.contains("required") && value.is_object()) {
    for (const auto& name : schema["required"])
      if (!value.contains(name)) words.push_back(fmt::format("{}: {} is missing", where, name.dump()));
  }
  if (schema.contains("properties") && value.is_object()) {
    for (const auto& [name, item] : value.items()) {
      const std::string inner = where + "." + name;
      if (schema["properties"].contains(name)) {
        append(words, mismatches(schema["properties"][name], item, inner));
      } else if (!schema.contains("additionalProperties")) {
        words.push_back(inner + ": is not documented");
      }
    }
  }
  if (schema.contains("items") && value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i)
      append(words, mismatches(schema["items"], value[i], fmt::format("{}[{}]", where, i)));
  }
  return words;
}

}  // namespace conglang::testing
