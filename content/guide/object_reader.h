#pragma once
// Reads one JSON object field by field and remembers every problem, so that a clerk sees all of them at
// once. A field that was never asked for is a problem of its own: a misspelt name must not drop a fact.

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/guide/clean_text.h"
#include "content/guide/guide.h"
#include "content/guide/json_document.h"
#include "content/guide/problems.h"

namespace conglang::guide {

enum class Need { optional, required };

/// A value of an enum and its name in JSON.
template <typename E>
struct Choice {
  E value;
  std::string_view name;
};

/// One JSON object under reading. Every reading function notes a problem and gives an empty value when the
/// field is not as it should be.
class ObjectReader {
 public:
  ObjectReader(const nlohmann::json& object, std::string pointer, Problems& problems);

  Text text(std::string_view name, Need need = Need::optional, LineBreaks breaks = LineBreaks::to_space);
  std::vector<Text> texts(std::string_view name);
  std::string string(std::string_view name, Need need = Need::optional);
  std::vector<std::string> strings(std::string_view name);
  /// `[a-z0-9-]+`, at most 64 characters.
  std::string slug(std::string_view name, Need need = Need::optional);
  std::vector<std::string> slugs(std::string_view name);
  std::optional<Date> date(std::string_view name, Need need = Need::optional);
  std::optional<std::int64_t> integer(std::string_view name, std::int64_t least, std::int64_t most);
  bool boolean(std::string_view name);
  /// The items of a list as they stand, for what is no list of objects or texts; nothing when it is none.
  const nlohmann::json* items(std::string_view name, Need need);

  /// The one of `choices` that the field names; the first of them when an optional field is absent.
  template <typename E>
  E choice(std::string_view name, std::span<const Choice<E>> choices, Need need = Need::optional) {
    std::vector<std::string_view> names;
    for (const Choice<E>& one : choices) names.push_back(one.name);
    return choices[choice_index(name, names, need)].value;
  }

  /// Reads each object of a list with `read(ObjectReader&)`.
  template <typename Read>
  auto list(std::string_view name, Read read, Need need = Need::optional)
      -> std::vector<decltype(read(std::declval<ObjectReader&>()))> {
    std::vector<decltype(read(std::declval<ObjectReader&>()))> values;
    const nlohmann::json* all = items(name, need);
    for (std::size_t i = 0; all != nullptr && i < all->size(); ++i) {
      ObjectReader item((*all)[i], fmt::format("{}/{}", pointer_to(name), i), problems_);
      values.push_back(read(item));
      item.refuse_unknown();
    }
    return values;
  }

  /// Reads the object `name` with `read(ObjectReader&)`; absent and optional: a default value.
  template <typename Read>
  auto object(std::string_view name, Read read, Need need) -> decltype(read(std::declval<ObjectReader&>())) {
    const nlohmann::json* value = find(name, need);
    if (value == nullptr) return {};
    ObjectReader item(*value, pointer_to(name), problems_);
    auto result = read(item);
    item.refuse_unknown();
    return result;
  }

  /// The same; nothing when the field is absent.
  template <typename Read>
  auto optional_object(std::string_view name, Read read)
      -> std::optional<decltype(read(std::declval<ObjectReader&>()))> {
    if (find(name, Need::optional) == nullptr) return std::nullopt;
    return object(name, read, Need::required);
  }

  /// Notes a problem with the field `name`.
  void refuse(std::string_view name, std::string message);

  /// Call last: notes each field that nobody asked for, with the closest known name.
  void refuse_unknown();

 private:
  const nlohmann::json* find(std::string_view name, Need need);
  std::string pointer_to(std::string_view name) const { return pointer_ + pointer_step(name); }
  std::optional<std::string> clean(const nlohmann::json& value, const std::string& pointer,
                                   LineBreaks breaks = LineBreaks::to_space);
  std::optional<std::string> clean_words(std::string_view text, const std::string& pointer,
                                         LineBreaks breaks);
  std::optional<std::string> clean_prose(const nlohmann::json& value, const std::string& pointer,
                                         LineBreaks breaks);
  Text read_text(const nlohmann::json& value, const std::string& pointer, LineBreaks breaks);
  std::string read_slug(const nlohmann::json& value, const std::string& pointer);
  std::size_t choice_index(std::string_view name, const std::vector<std::string_view>& names, Need need);

  const nlohmann::json* object_;  // nothing when the value is not an object
  std::string pointer_;
  Problems& problems_;
  std::vector<std::string> known_;  // names asked for
};

/// True for a non-empty `[a-z0-9-]+` of at most 64 characters.
bool is_slug(std::string_view text);

/// True for a BCP 47 tag as we use them: "vi", "en", "zh-Hant".
bool is_language_tag(std::string_view tag);

}  // namespace conglang::guide
