#pragma once
// HTML and Word's leavings to plain text. It is a cleaner, not a browser: nothing of a tag, a comment, a
// script or a style sheet is left, whatever it says; what separates blocks becomes a line break, a list item
// a line with "- ". A "<" that opens no tag ("< 50 m2") stays.

#include <string>
#include <string_view>

namespace conglang::import {

struct PlainText {
  std::string text;
  bool had_entities = false;
  bool had_tags = false;
  bool had_dropped_blocks = false;    ///< a script, style sheet or comment, with its content
  bool had_unknown_entities = false;  ///< left as they stand
};

/// `html`: UTF-8. Entities are decoded twice, because exports encode them twice.
PlainText to_plain_text(std::string_view html);

}  // namespace conglang::import
