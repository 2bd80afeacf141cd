#pragma once
// A JSON file as it is read from people: strict, and able to say on which line a value stands. Stricter than
// JSON itself: a name given twice in one object is refused, because one of the two facts would be lost, and
// so is nesting deeper than any of our files.

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::guide {

inline constexpr std::size_t kMaxJsonDepth = 32;

/// One parsed file.
struct Document {
  std::string where;    ///< the file's name, for messages
  std::string bytes;    ///< as read; lines are looked up in it
  nlohmann::json root;  ///< the value, or a patched one
};

/// Errors: parse; the message is "where:line: …".
Result<Document> parse_document(std::string_view bytes, std::string_view where);

/// Where the values of a file stand. Made only when there is something to report.
class Lines {
 public:
  explicit Lines(const Document& document);

  /// The line, from 1, of the value at JSON Pointer `pointer`, or of the nearest value around it.
  int of(std::string_view pointer) const;

 private:
  std::map<std::string, int, std::less<>> by_pointer_;
};

/// `text` fit for one line of a message: control characters, which could break the line or steer a terminal,
/// become "?".
std::string printable(std::string_view text);

/// `key` as a step of a JSON Pointer (RFC 6901): "~" and "/" escaped, "/" in front.
std::string pointer_step(std::string_view key);

}  // namespace conglang::guide
