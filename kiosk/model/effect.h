#pragma once
// What the model asks of the outside world. Plain values; the platform carries them out or leaves them.

#include <string>
#include <variant>
#include <vector>

#include "content/base/time.h"
#include "kiosk/model/pages/rate.h"
#include "kiosk/model/pages/search.h"
#include "kiosk/model/pages/staff.h"

namespace conglang::kiosk {

/// A guide was opened or its code shown. Guide and day are all that may be kept of a visit.
struct CountUse {
  enum class What { guide_opened, code_shown };
  What what = What::guide_opened;
  std::string guide_id;
  Date day{};  ///< the day in Việt Nam

  bool operator==(const CountUse&) const = default;
};

/// A visitor said whether a guide helped. The reason, if one is given, comes as a second rating.
struct CountRating {
  enum class Answer { helped, did_not_help, reason };
  std::string guide_id;
  Answer answer = Answer::helped;
  RateReason reason = RateReason::none;  ///< with Answer::reason
  Date day{};                            ///< the day in Việt Nam

  bool operator==(const CountRating&) const = default;
};

/// A search has ended: with something opened, or without.
struct CountSearch {
  std::string found;               ///< id of the guide, or the procedure's code; empty: nothing
  std::vector<std::string> words;  ///< what was typed, folded; only where nothing was found. May be kept only
                                   ///< of words that search itself knows, and only once three visits had them
  Date day{};

  bool operator==(const CountSearch&) const = default;
};

using Effect = std::variant<CountUse, CountRating, Search, CountSearch, StaffEffect>;

}  // namespace conglang::kiosk
