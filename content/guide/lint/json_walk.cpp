#include "content/guide/lint/json_walk.h"

#include <algorithm>

#include "content/guide/json_document.h"

namespace conglang::guide {
namespace {

using nlohmann::json;

// Nesting is bounded by parse_document.
void walk(const json& value, const std::string& pointer, const VisitValue& visit) {
  visit(value, pointer);
  if (value.is_object()) {
    for (auto member = value.begin(); member != value.end(); ++member) {
      walk(*member, pointer + pointer_step(member.key()), visit);
    }
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) walk(value[i], fmt::format("{}/{}", pointer, i), visit);
  }
}

bool is_index(std::string_view step) {
  return !step.empty() && std::all_of(step.begin(), step.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void for_each_value(const json& root, const VisitValue& visit) {
  walk(root, "", visit);
}

void for_each_text(const json& root, const VisitValue& visit) {
  for_each_value(root, [&](const json& value, const std::string& pointer) {
    if (!string_member(value, "vi").empty()) visit(value, pointer);
  });
}

std::string_view string_member(const json& value, std::string_view name) {
  if (!value.is_object()) return {};
  const auto found = value.find(name);
  if (found == value.end() || !found->is_string()) return {};
  return found->get_ref<const std::string&>();
}

std::string without_indices(std::string_view pointer) {
  std::string out;
  while (!pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    if (!is_index(pointer.substr(1, end - 1))) out += pointer.substr(0, end);
    pointer.remove_prefix(end);
  }
  return out;
}

}  // namespace conglang::guide
