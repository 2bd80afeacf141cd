#include "content/guide/standing.h"

#include <algorithm>

namespace conglang::guide {

Standing standing(const Provenance& provenance, Date today) {
  if (provenance.valid_from && today < *provenance.valid_from) return Standing::not_yet;
  if (provenance.valid_until && *provenance.valid_until < today) return Standing::doubtful;
  return provenance.confidence == Confidence::verified ? Standing::certain : Standing::doubtful;
}

bool is_shown(const Guide& guide, Date today) {
  return guide.status == Guide::Status::in_force && !(guide.valid_from && today < *guide.valid_from) &&
         !(guide.valid_until && *guide.valid_until < today);
}

bool is_shown(const Notice& notice, Date today) {
  return notice.from <= today && today <= notice.until;
}

bool is_for(const Notice& notice, std::string_view place) {
  return notice.places.empty() || std::ranges::find(notice.places, place) != notice.places.end();
}

bool is_past_review(const Guide& guide, Date today) {
  const auto has_come = [&](const ComingChange& change) {
    return change.from <= today && !(guide.checked_on && change.from <= *guide.checked_on);
  };
  return (guide.review_by && *guide.review_by < today) || std::ranges::any_of(guide.coming_changes, has_come);
}

template <typename Fact>
std::vector<const Fact*> holding(const std::vector<Fact>& facts, Date today) {
  std::vector<const Fact*> now;
  std::vector<const Fact*> past;
  for (const Fact& fact : facts) {
    const Provenance& provenance = fact.provenance;
    if (provenance.valid_from && today < *provenance.valid_from) continue;
    const bool is_past = provenance.valid_until && *provenance.valid_until < today;
    (is_past ? past : now).push_back(&fact);
  }
  return now.empty() ? past : now;
}

template std::vector<const Cost*> holding(const std::vector<Cost>&, Date);
template std::vector<const ProcessingTime*> holding(const std::vector<ProcessingTime>&, Date);

}  // namespace conglang::guide
