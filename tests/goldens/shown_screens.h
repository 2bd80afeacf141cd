#pragma once
// Every screen that has a golden picture, and how a resident comes to it. A new screen joins by a line in
// shown_screens.cpp, and by running tests/goldens/regenerate.

#include <string>
#include <vector>

#include "kiosk/model/action.h"
#include "kiosk/model/views.h"

namespace conglang::goldens {

struct ShownScreen {
  std::string name;
  std::vector<kiosk::Action> way;  ///< from a fresh visit
  int then_wait = 0;               ///< seconds
  bool has_content = true;         ///< false: nothing has arrived on this machine yet
};

/// On the starter content of Đan Phượng (09784), on 23 November 2026 at 16:20.
const std::vector<ShownScreen>& shown_screens();

/// Those that are drawn at every text size.
const std::vector<std::string>& screens_at_every_size();

/// The view of `screen` after `first`, which says how the visitor wants it.
kiosk::View view_of_screen(const ShownScreen& screen, const std::vector<kiosk::Action>& first = {});

}  // namespace conglang::goldens
