#pragma once
// One function a page, each in the file of its name. Those of a guide's pages need `Visit::reading`.

#include "kiosk/model/state.h"
#include "kiosk/model/strings.h"
#include "kiosk/model/views.h"

namespace conglang::kiosk {

ChromeView chrome_view(const State& state, const Strings& strings);
WaitingView waiting_view(const State& state, const Words& words);
HomeView home_view(const State& state, const Words& words);
ListView list_view(const State& state, const ListPage& page, const Words& words);
CaseView case_view(const State& state, const Words& words);
GuideView guide_view(const State& state, const Words& words);
StepsView steps_view(const State& state, const Words& words);
QrView qr_view(const State& state, const Words& words);

/// The amber chip with the warning icon.
ChipView warning_chip(const std::string& text);

/// The title for narrow places.
std::string short_title(const guide::Guide& guide, const Words& words);

}  // namespace conglang::kiosk
