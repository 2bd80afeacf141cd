#include "kiosk/model/validity.h"

#include <algorithm>

namespace conglang::kiosk {

Date today(const State& state) {
  return local_date(state.now);
}

Standing standing(const guide::Provenance& provenance, Date today) {
  if (provenance.valid_from && today < *provenance.valid_from) return Standing::not_yet;
  if (provenance.valid_until && *provenance.valid_until < today) return Standing::doubtful;
  return provenance.confidence == guide::Confidence::verified ? Standing::certain : Standing::doubtful;
}

bool is_shown(const guide::Guide& guide, Date today) {
  return guide.status == guide::Guide::Status::in_force && !(guide.valid_from && today < *guide.valid_from) &&
         !(guide.valid_until && *guide.valid_until < today);
}

bool is_past_review(const guide::Guide& guide, Date today) {
  const auto has_come = [&](const guide::ComingChange& change) {
    return change.from <= today && !(guide.checked_on && change.from <= *guide.checked_on);
  };
  return (guide.review_by && *guide.review_by < today) || std::ranges::any_of(guide.coming_changes, has_come);
}

const guide::Guide* find_shown(const guide::Content& content, std::string_view id, Date today) {
  const auto found = std::ranges::find(content.guides, id, &guide::Guide::id);
  return found != content.guides.end() && is_shown(*found, today) ? &*found : nullptr;
}

std::vector<const guide::Guide*> guides_of_topic(const guide::Content& content, std::string_view id,
                                                 Date today) {
  std::vector<const guide::Guide*> guides;
  for (const guide::Guide& guide : content.guides) {
    const bool belongs = id.empty() || std::ranges::find(guide.life_events, id) != guide.life_events.end();
    if (belongs && is_shown(guide, today)) guides.push_back(&guide);
  }
  return guides;
}

}  // namespace conglang::kiosk
