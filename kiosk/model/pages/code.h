#pragma once
// The code page of a guide: the portal's address, our own phone page, or the list of papers as plain text for
// a phone without internet. One code on a screen at a time; which one is a choice beside it.

#include <string>

namespace conglang::kiosk {

enum class CodeKind { portal, phone_page, papers };

struct CodePage {
  CodeKind kind = CodeKind::portal;
  int part = 0;  ///< of a list of papers that needs several codes
  bool operator==(const CodePage&) const = default;
};

/// Another code in the place of the one shown.
struct ShowCode {
  CodeKind kind = CodeKind::portal;
};

/// The next code of a list that needs several; after the last comes the first.
struct NextPart {
  int parts = 1;  ///< how many there are
};

struct CodeChoiceView {
  CodeKind kind = CodeKind::portal;  ///< for ShowCode
  std::string icon;
  std::string label;

  bool operator==(const CodeChoiceView&) const = default;
};

}  // namespace conglang::kiosk
