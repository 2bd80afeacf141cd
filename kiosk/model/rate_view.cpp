#include "kiosk/model/page_views.h"

namespace conglang::kiosk {

RateView rate_view(const RatePage& page, const Words& words) {
  RateView view;
  view.stage = page.stage;
  switch (page.stage) {
    case RatePage::Stage::question:
      view.title = words(Key::rate_title);
      view.text = words(Key::rate_text);
      view.helped = words(Key::rate_helped);
      view.not_helped = words(Key::rate_not_helped);
      view.skip = words(Key::rate_skip);
      break;
    case RatePage::Stage::reason:
      view.title = words(Key::rate_why);
      view.reasons = {{RateReason::not_found, "magnifying-glass", words(Key::rate_not_found)},
                      {RateReason::hard_to_read, "book-open", words(Key::rate_hard)},
                      {RateReason::out_of_date, "calendar-x", words(Key::rate_old)},
                      {RateReason::phone_trouble, "device-mobile", words(Key::rate_phone)},
                      {RateReason::other, "question", words(Key::rate_other)}};
      view.skip = words(Key::rate_skip);
      break;
    case RatePage::Stage::thanks:
      view.title = words(Key::rate_thanks);
      view.text = words(Key::rate_thanks_text);
      break;
  }
  return view;
}

}  // namespace conglang::kiosk
