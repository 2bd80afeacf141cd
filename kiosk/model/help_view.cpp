#include <algorithm>

#include "kiosk/model/contacts.h"
#include "kiosk/model/house.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

/// Whom a helper who is stuck calls: who helps with phones in this village, then the portal's own line.
std::vector<NumberView> helpers(const State& state, const Words& words) {
  using Kind = guide::PlaceContact::Kind;
  std::vector<NumberView> numbers;
  const guide::Place* place = find_place(state);
  if (!place) return numbers;
  for (const Kind kind : {Kind::digital_team, Kind::hotline}) {
    const auto found = std::ranges::find(place->contacts, kind, &guide::PlaceContact::kind);
    if (found != place->contacts.end()) numbers.push_back(number_view(*found, words));
  }
  return numbers;
}

}  // namespace

HelpView help_view(const State& state, const Words& words) {
  HelpView view;
  view.steps = {{"list-checks", words(Key::help_read), words(Key::help_read_note)},
                {"device-mobile", words(Key::help_phone), words(Key::help_phone_note)},
                {"scan", words(Key::help_scan), words(Key::help_scan_note)},
                {"password", words(Key::help_login), words(Key::help_login_note)},
                {"map-pin", words(Key::help_place), words(Key::help_place_note)},
                {"camera", words(Key::help_form), words(Key::help_form_note)},
                {"note-pencil", words(Key::help_send), words(Key::help_send_note)},
                {"sign-out", words(Key::help_leave), words(Key::help_leave_note)}};
  view.never_title = words(Key::help_never);
  view.never = {words(Key::help_never_password), words(Key::help_never_otp), words(Key::help_never_passcode),
                words(Key::help_never_id)};
  view.centre_title = words(Key::help_centre);
  view.centre_text = words(Key::help_centre_text);
  view.call_title = words(Key::help_call);
  view.numbers = helpers(state, words);
  view.more = {words(Key::turn_page)};
  return view;
}

}  // namespace conglang::kiosk
