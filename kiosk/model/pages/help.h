#pragma once
// For whoever helps somebody file on a phone: the steps, what is never asked for, and the other way, which is
// as good.

#include <string>
#include <vector>

#include "kiosk/model/view_parts.h"

namespace conglang::kiosk {

struct HelpPage {
  bool operator==(const HelpPage&) const = default;
};

struct HelpStepView {
  std::string icon;
  std::string text;
  std::string note;  ///< may be empty

  bool operator==(const HelpStepView&) const = default;
};

struct HelpView {
  std::vector<HelpStepView> steps;  ///< in order
  std::string never_title;          ///< "Không hỏi, không gõ thay, không ghi lại"
  std::vector<std::string> never;
  std::string centre_title;  ///< the commune's centre
  std::string centre_text;
  std::string call_title;
  std::vector<NumberView> numbers;
  Pattern more;

  bool operator==(const HelpView&) const = default;
};

}  // namespace conglang::kiosk
