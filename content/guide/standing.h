#pragma once
// Which guides and facts stand on a given day. A fact is printed as certain only when somebody verified it
// and its dates hold; everything else is shown as "Cần kiểm tra", on the screen as on phone pages and on
// paper. Days are local (UTC+7, local_date() of content/base/time.h); a last day is included.

#include <string_view>
#include <vector>

#include "content/guide/guide.h"
#include "content/guide/notice.h"

namespace conglang::guide {

enum class Standing {
  certain,
  doubtful,  ///< not verified, or its last day has passed
  not_yet,   ///< holds from a later day: not shown before it
};

Standing standing(const Provenance& provenance, Date today);

/// True when the guide is in force today.
bool is_shown(const Guide& guide, Date today);

/// True from the first day of the notice to its last.
bool is_shown(const Notice& notice, Date today);

/// True when the notice is for the house `place`.
bool is_for(const Notice& notice, std::string_view place);

/// True when the date by which the guide should have been looked at again has passed, or a change announced
/// in it has come and nobody has checked it since.
bool is_past_review(const Guide& guide, Date today);

/// Those of `facts` (Cost, ProcessingTime) that hold today; when none does, those that held last, which are
/// doubtful now.
template <typename Fact>
std::vector<const Fact*> holding(const std::vector<Fact>& facts, Date today);

extern template std::vector<const Cost*> holding(const std::vector<Cost>&, Date);
extern template std::vector<const ProcessingTime*> holding(const std::vector<ProcessingTime>&, Date);

}  // namespace conglang::guide
