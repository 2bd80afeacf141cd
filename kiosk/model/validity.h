#pragma once
// Which guides and facts stand today. A fact is printed as certain only when somebody verified it and its
// dates hold; everything else is shown as "Cần kiểm tra".

#include "content/guide/guide.h"
#include "kiosk/model/state.h"

namespace conglang::kiosk {

enum class Standing {
  certain,
  doubtful,  ///< not verified, or its last day has passed
  not_yet,   ///< holds from a later day: not shown before it
};

/// The day in Việt Nam.
Date today(const State& state);

Standing standing(const guide::Provenance& provenance, Date today);

/// True when the guide is in force today.
bool is_shown(const guide::Guide& guide, Date today);

/// True when the date by which the guide should have been looked at again has passed, or a change announced
/// in it has come and nobody has checked it since.
bool is_past_review(const guide::Guide& guide, Date today);

/// The guide `id` of `content`, if it is shown today.
const guide::Guide* find_shown(const guide::Content& content, std::string_view id, Date today);

/// The guides of topic `id` shown today, all of them for an empty id; in the content's order.
std::vector<const guide::Guide*> guides_of_topic(const guide::Content& content, std::string_view id,
                                                 Date today);

}  // namespace conglang::kiosk
