#include "kiosk/platform/usage_entries.h"

namespace conglang::platform {
namespace {

const char* name_of(kiosk::RateReason reason) {
  switch (reason) {
    case kiosk::RateReason::none:
      return "no-reason";
    case kiosk::RateReason::not_found:
      return "not-found";
    case kiosk::RateReason::hard_to_read:
      return "hard-to-read";
    case kiosk::RateReason::out_of_date:
      return "out-of-date";
    case kiosk::RateReason::phone_trouble:
      return "phone-trouble";
    case kiosk::RateReason::other:
      return "other";
  }
  return "other";
}

const char* name_of(const kiosk::CountRating& rating) {
  switch (rating.answer) {
    case kiosk::CountRating::Answer::helped:
      return "helped";
    case kiosk::CountRating::Answer::did_not_help:
      return "did-not-help";
    case kiosk::CountRating::Answer::reason:
      return name_of(rating.reason);
  }
  return "other";
}

}  // namespace

std::optional<usage::Entry> entry_of(const kiosk::Effect& effect) {
  if (const auto* use = std::get_if<kiosk::CountUse>(&effect)) {
    const bool opened = use->what == kiosk::CountUse::What::guide_opened;
    return usage::Entry{usage::Kind::use, use->day, use->guide_id, opened ? "opened" : "code-shown"};
  }
  if (const auto* rating = std::get_if<kiosk::CountRating>(&effect))
    return usage::Entry{usage::Kind::rating, rating->day, rating->guide_id, name_of(*rating)};
  const auto* search = std::get_if<kiosk::CountSearch>(&effect);
  if (search != nullptr && !search->found.empty())
    return usage::Entry{usage::Kind::search, search->day, search->found, "found"};
  return std::nullopt;
}

}  // namespace conglang::platform
