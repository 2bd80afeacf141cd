#pragma once
// Walks the values of a file by their place, whatever kind of file it is: a rule that is about every text, or
// every source, holds for kinds of content that come later as well.

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace conglang::guide {

using VisitValue = std::function<void(const nlohmann::json& value, const std::string& pointer)>;

/// Calls `visit` with every value below and including `root`, parents first.
void for_each_value(const nlohmann::json& root, const VisitValue& visit);

/// Calls `visit` with every text in languages: an object with a string "vi". `pointer` is the object's.
void for_each_text(const nlohmann::json& root, const VisitValue& visit);

/// The string member `name` of an object; empty when there is none. A view into `value`.
std::string_view string_member(const nlohmann::json& value, std::string_view name);

/// `pointer` without the indices of lists: "/cases/costs/note".
std::string without_indices(std::string_view pointer);

}  // namespace conglang::guide
