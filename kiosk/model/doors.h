#pragma once
// What stands behind each door: its first page, its name and its sign. A page behind a door is added to
// Page, to page_behind() and to door_of(); nothing else has to know of it.

#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/model/state.h"
#include "kiosk/model/strings.h"
#include "kiosk/model/views.h"

namespace conglang::kiosk {

/// The first page behind `door`; nothing while there is nothing behind it.
std::optional<Page> page_behind(const State& state, Door door);

/// The door that `page` is behind, if it is behind one.
std::optional<Door> door_of(const Page& page);

/// Goes through `door`, if it is open. A door that the visitor already came through leads back to its page.
void open_door(State& state, Door door);

/// Takes pages with nothing behind them any more from the trail.
void close_empty_doors(State& state);

Key door_title(Door door);
std::string_view door_icon(Door door);

/// The open doors of the home page, and those of the page of contacts, in order. The Zalo groups and the help
/// for helpers stand behind the contacts, and at home where there are none.
std::vector<DoorView> home_doors(const State& state, const Words& words);
std::vector<DoorView> contact_doors(const State& state, const Words& words);

}  // namespace conglang::kiosk
