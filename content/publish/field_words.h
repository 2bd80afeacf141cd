#pragma once
// A place in a file as a clerk would name it, and a value as a clerk would read it.

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace conglang::publish {

/// One step from a value to a part of it.
struct FieldStep {
  std::string key;   ///< name in an object; empty for an item of a list
  std::string name;  ///< of an item of a list: its id or first words; of a key that is an id: what it is of
};

/// "lệ phí (case dung-han)", "giấy tờ \"Giấy chứng sinh\": số bản chính".
std::string field_words(const std::vector<FieldStep>& steps);

/// A short text for any value: a text's Vietnamese, a name, a number, "có", "không".
std::string value_words(const nlohmann::ordered_json& value);

/// What an item of a list is known by across changes: its id, code, number, or the words of its name. Empty
/// for items that have none.
std::string item_name(const nlohmann::ordered_json& item);

}  // namespace conglang::publish
