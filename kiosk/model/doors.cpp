#include "kiosk/model/doors.h"

#include <algorithm>
#include <initializer_list>

#include "kiosk/model/house.h"
#include "kiosk/model/navigation.h"
#include "kiosk/model/notices.h"
#include "kiosk/model/zalo.h"

namespace conglang::kiosk {

std::optional<Page> page_behind(const State& state, Door door) {
  const guide::Place* place = find_place(state);
  switch (door) {
    case Door::notices:
      if (!current_notices(state).empty()) return NoticesPage{};
      break;
    case Door::wifi:
      if (place && !place->wifi.ssid.empty()) return WifiPage{};
      break;
    case Door::contacts:
      if (place && !place->contacts.empty()) return ContactsPage{};
      break;
    case Door::zalo:
      if (!listed_groups(state).empty()) return ZaloPage{};
      break;
    case Door::help:
      return HelpPage{};
    case Door::heritage:
      if (state.content && !state.content->heritage.empty())
        return HeritagePage{state.content->heritage.front().id, 0};
      break;
    case Door::products:
      if (state.content && !state.content->products.empty()) return ProductsPage{};
      break;
  }
  return std::nullopt;
}

std::optional<Door> door_of(const Page& page) {
  const auto is = [&](auto... kinds) { return (std::holds_alternative<decltype(kinds)>(page) || ...); };
  if (is(NoticesPage{}, NoticePage{})) return Door::notices;
  if (is(WifiPage{})) return Door::wifi;
  if (is(ContactsPage{})) return Door::contacts;
  if (is(ZaloPage{}, ZaloCodePage{})) return Door::zalo;
  if (is(HelpPage{})) return Door::help;
  if (is(HeritagePage{}, PanoramaPage{})) return Door::heritage;
  if (is(ProductsPage{}, ProductPage{}, PaymentPage{})) return Door::products;
  return std::nullopt;
}

void open_door(State& state, Door door) {
  auto page = page_behind(state, door);
  if (!page) return;
  auto& trail = state.visit.trail;
  const auto been = std::ranges::find_if(trail, [&](const Stop& stop) { return door_of(stop.page) == door; });
  trail.erase(been, trail.end());
  close_unread_guide(state.visit);
  go_to(state.visit, *std::move(page));
}

void close_empty_doors(State& state) {
  std::erase_if(state.visit.trail, [&](const Stop& stop) {
    const auto door = door_of(stop.page);
    return door && !page_behind(state, *door);
  });
}

Key door_title(Door door) {
  switch (door) {
    case Door::notices:
      return Key::door_notices;
    case Door::wifi:
      return Key::door_wifi;
    case Door::contacts:
      return Key::door_contacts;
    case Door::zalo:
      return Key::door_zalo;
    case Door::heritage:
      return Key::door_heritage;
    case Door::products:
      return Key::door_products;
    case Door::help:
      return Key::door_help;
  }
  return Key::door_help;
}

std::string_view door_icon(Door door) {
  switch (door) {
    case Door::notices:
      return "megaphone-simple";
    case Door::wifi:
      return "wifi-high";
    case Door::contacts:
      return "phone";
    case Door::zalo:
      return "chats-circle";
    case Door::heritage:
      return "tree";
    case Door::products:
      return "basket";
    case Door::help:
      return "lifebuoy";
  }
  return "lifebuoy";
}

namespace {

void add_open(std::vector<DoorView>& views, std::initializer_list<Door> doors, const State& state,
              const Words& words) {
  for (const Door door : doors) {
    if (!page_behind(state, door)) continue;
    const std::size_t count = door == Door::notices ? current_notices(state).size() : 0;
    views.push_back({door, std::string(door_icon(door)), words(door_title(door)), static_cast<int>(count)});
  }
}

}  // namespace

std::vector<DoorView> home_doors(const State& state, const Words& words) {
  std::vector<DoorView> views;
  add_open(views, {Door::notices, Door::wifi, Door::contacts, Door::heritage, Door::products}, state, words);
  const bool contacts = page_behind(state, Door::contacts).has_value();
  if (!contacts) add_open(views, {Door::zalo, Door::help}, state, words);
  return views;
}

std::vector<DoorView> contact_doors(const State& state, const Words& words) {
  std::vector<DoorView> views;
  add_open(views, {Door::zalo, Door::help}, state, words);
  return views;
}

}  // namespace conglang::kiosk
