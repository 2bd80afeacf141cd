#pragma once
// Did it help? Asked once, when a visitor who read a guide says "Xong". The visit is wiped before the
// question comes; leaving it unanswered takes one touch, or no touch at all.

#include <string>
#include <vector>

#include "kiosk/model/view_parts.h"

namespace conglang::kiosk {

/// Why a guide did not help; none: it did, or nobody said.
enum class RateReason { none, not_found, hard_to_read, out_of_date, phone_trouble, other };

struct RatePage {
  enum class Stage { question, reason, thanks };
  std::string guide_id;
  Stage stage = Stage::question;
  bool operator==(const RatePage&) const = default;
};

struct RateHelped {};
struct RateNotHelped {};
struct GiveReason {
  RateReason reason = RateReason::other;
};

struct ReasonView {
  RateReason reason = RateReason::other;  ///< for GiveReason
  std::string icon;
  std::string label;

  bool operator==(const ReasonView&) const = default;
};

struct RateView {
  RatePage::Stage stage = RatePage::Stage::question;
  std::string title;  ///< "Máy có giúp được bác không?"
  std::string text;   ///< that nothing of the visit is kept; may be empty
  std::string helped;
  std::string not_helped;
  std::vector<ReasonView> reasons;  ///< at the second stage
  std::string skip;                 ///< Done: "Không trả lời"; empty at the end

  bool operator==(const RateView&) const = default;
};

}  // namespace conglang::kiosk
