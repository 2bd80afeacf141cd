#include <algorithm>
#include <initializer_list>

#include "kiosk/model/contacts.h"
#include "kiosk/model/doors.h"
#include "kiosk/model/house.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

using guide::PlaceContact;
using Kind = PlaceContact::Kind;

std::string icon_of(Kind kind) {
  switch (kind) {
    case Kind::village_head:
      return "user";
    case Kind::digital_team:
      return "device-mobile";
    case Kind::police:
      return "shield-check";
    case Kind::commune:
      return "bank";
    case Kind::emergency:
      return "siren";
    case Kind::hotline:
      return "headset";
    case Kind::other:
      return "phone";
  }
  return "phone";
}

std::vector<NumberView> numbers_of(const guide::Place& place, std::initializer_list<Kind> kinds,
                                   const Words& words) {
  std::vector<NumberView> numbers;
  for (const PlaceContact& one : place.contacts)
    if (std::ranges::find(kinds, one.kind) != kinds.end()) numbers.push_back(number_view(one, words));
  return numbers;
}

void add_group(ContactsView& view, Key title, std::vector<NumberView> numbers, const Words& words) {
  if (!numbers.empty()) view.groups.push_back({words(title), std::move(numbers)});
}

}  // namespace

NumberView number_view(const PlaceContact& contact, const Words& words) {
  return {icon_of(contact.kind), in(contact.contact.label, words), contact.contact.phone};
}

ContactsView contacts_view(const State& state, const Words& words) {
  ContactsView view;
  view.more = {words(Key::contacts_more)};
  view.doors = contact_doors(state, words);
  const guide::Place* place = find_place(state);
  if (!place) return view;
  view.emergency_title = words(Key::contacts_emergency);
  view.emergency = numbers_of(*place, {Kind::emergency}, words);
  view.matters_title = words(Key::contacts_matters);
  for (const PlaceContact& one : place->contacts)
    for (const guide::Matter& matter : one.about)
      view.matters.push_back({matter.icon, in(matter.name, words), number_view(one, words)});
  add_group(view, Key::contacts_village,
            numbers_of(*place, {Kind::village_head, Kind::digital_team, Kind::other}, words), words);
  add_group(view, Key::contacts_commune, numbers_of(*place, {Kind::commune, Kind::police}, words), words);
  add_group(view, Key::contacts_hotline, numbers_of(*place, {Kind::hotline}, words), words);
  if (place->sample) view.sample = {Tone::neutral, "", words(Key::sample)};
  return view;
}

}  // namespace conglang::kiosk
