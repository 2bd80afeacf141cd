#pragma once
// What stands before everything else: a notice of life and limb, which one touch answers, and the emergency
// role's order, which only staff lift.

#include <string>
#include <vector>

#include "kiosk/model/view_parts.h"

namespace conglang::kiosk {

/// "I have read it": the notice stands aside for the rest of this visit.
struct ReadUrgent {
  std::string id;
};

struct UrgentView {
  std::string id;      ///< for ReadUrgent
  std::string kind;    ///< "Tin khẩn"
  std::string issuer;  ///< "UBND xã Đan Phượng"; may be empty
  std::string until;   ///< "Đến hết ngày 24/11"
  std::string title;
  std::string lead;                 ///< the first paragraph; may be empty
  std::vector<std::string> points;  ///< the others
  std::string points_title;         ///< "Bác cần biết"
  std::string call_title;           ///< "Cần cứu giúp, gọi"; empty when there is no number
  NumberView call;                  ///< the first number, large
  std::vector<NumberView> others;
  std::string done;  ///< ReadUrgent

  bool operator==(const UrgentView&) const = default;
};

struct EmergencyView {
  std::string id;
  bool blank = false;  ///< nothing but `title` and `note`, on a dark screen
  std::string kind;    ///< "Thông báo khẩn"
  std::string issued;  ///< "15:40 ngày 23/11/2026"
  std::string title;
  std::string text;
  std::string note;  ///< for staff: how it is lifted
  int shift_px = 0;  ///< HeaderView::shift_px

  bool operator==(const EmergencyView&) const = default;
};

}  // namespace conglang::kiosk
