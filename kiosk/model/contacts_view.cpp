#include "kiosk/model/contacts.h"
#include "kiosk/model/doors.h"
#include "kiosk/model/house.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {

NumberView number_view(const guide::Contact& contact, const Words& words) {
  return {"phone", in(contact.label, words), contact.phone};
}

ContactsView contacts_view(const State& state, const Words& words) {
  ContactsView view;
  view.more = {words(Key::contacts_more)};
  view.doors = contact_doors(state, words);
  const guide::Place* place = find_place(state);
  if (!place) return view;
  std::vector<NumberView> numbers;
  for (const guide::Contact& one : place->contacts) numbers.push_back(number_view(one, words));
  view.groups = {{words(Key::contacts_village), std::move(numbers)}};
  if (place->sample) view.sample = {Tone::neutral, "", words(Key::sample)};
  return view;
}

}  // namespace conglang::kiosk
