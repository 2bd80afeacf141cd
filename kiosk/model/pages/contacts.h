#pragma once
// Whom to call: in danger, in the village and the commune, the state's lines; and for what is broken.

#include <string>
#include <vector>

#include "kiosk/model/door.h"
#include "kiosk/model/view_parts.h"

namespace conglang::kiosk {

struct ContactsPage {
  bool operator==(const ContactsPage&) const = default;
};

/// "Đèn đường hỏng: gọi Trưởng thôn, 024 3388 1234"
struct MatterView {
  std::string icon;
  std::string name;
  NumberView number;

  bool operator==(const MatterView&) const = default;
};

struct ContactGroupView {
  std::string title;
  std::vector<NumberView> numbers;

  bool operator==(const ContactGroupView&) const = default;
};

struct ContactsView {
  std::string emergency_title;
  std::vector<NumberView> emergency;  ///< short numbers, to be seen first
  std::string matters_title;          ///< "Gọi ai khi…"
  std::vector<MatterView> matters;
  std::vector<ContactGroupView> groups;
  ChipView sample;  ///< text empty: real numbers
  std::vector<DoorView> doors;
  Pattern more;

  bool operator==(const ContactsView&) const = default;
};

}  // namespace conglang::kiosk
