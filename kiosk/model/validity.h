#pragma once
// Which guides and facts stand today (content/guide/standing.h), by the clock of the state.

#include "content/guide/content.h"
#include "content/guide/standing.h"
#include "kiosk/model/state.h"

namespace conglang::kiosk {

using guide::is_for;
using guide::is_past_review;
using guide::is_shown;
using guide::Standing;
using guide::standing;

/// The day in Việt Nam.
Date today(const State& state);

/// The guide `id` of `content`, if it is shown today.
const guide::Guide* find_shown(const guide::Content& content, std::string_view id, Date today);

/// The guides of topic `id` shown today, all of them for an empty id; in the content's order.
std::vector<const guide::Guide*> guides_of_topic(const guide::Content& content, std::string_view id,
                                                 Date today);

}  // namespace conglang::kiosk
