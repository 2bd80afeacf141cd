#pragma once
// A text that a resident reads, in the languages it has.

#include <map>
#include <string>
#include <string_view>

namespace conglang::guide {

/// A text in one or more languages, by BCP 47 code. Vietnamese ("vi") is required; any other falls back to
/// it.
struct Text {
  std::map<std::string, std::string, std::less<>> by_language;

  bool operator==(const Text&) const = default;
  bool empty() const { return by_language.empty(); }
  bool has(std::string_view language) const { return by_language.find(language) != by_language.end(); }

  /// The text in `language`, else in Vietnamese, else empty.
  std::string_view in(std::string_view language) const {
    auto found = by_language.find(language);
    if (found == by_language.end()) found = by_language.find(std::string_view("vi"));
    return found == by_language.end() ? std::string_view() : std::string_view(found->second);
  }
};

}  // namespace conglang::guide
