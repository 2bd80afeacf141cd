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
SearchView search_view(const State& state, const Words& words);
BodyView catalogue_view(const State& state, const CataloguePage& page, const Words& words);
ProcedureView procedure_view(const State& state, const ProcedurePage& page, const Words& words);
QrView procedure_code_view(const State& state, const ProcedureCodePage& page, const Words& words);
StepsView steps_view(const State& state, const Words& words);
QrView qr_view(const State& state, const CodePage& page, const Words& words);
NoticesView notices_view(const State& state, const Words& words);
NoticeView notice_view(const State& state, const NoticePage& page, const Words& words);
ContactsView contacts_view(const State& state, const Words& words);
WifiView wifi_view(const State& state, const Words& words);
ZaloView zalo_view(const State& state, const Words& words);
QrView zalo_code_view(const State& state, const ZaloCodePage& page, const Words& words);
HelpView help_view(const State& state, const Words& words);
RateView rate_view(const RatePage& page, const Words& words);

/// A page with `code` and how to scan it; one without a code, and why.
QrView code_shown(qr::Code code, const Words& words);
QrView code_refused(Key why, const Words& words);

/// Nothing while staff are not at it.
std::optional<StaffView> staff_view(const State& state, const Strings& strings);
std::optional<CoverView> cover_view(const State& state, const Words& words);

/// What stands before every page, and the village's own.
AttractView attract_view(const State& state, const Words& words);
UrgentView urgent_view(const guide::Notice& notice, const Words& words);
EmergencyView emergency_view(const guide::EmergencyScreen& order, const State& state, const Words& words);
HeritageView heritage_view(const State& state, const HeritagePage& page, const Words& words);
PanoramaView panorama_view(const State& state, const PanoramaPage& page, const Words& words);
ProductsView products_view(const State& state, const Words& words);
ProductView product_view(const State& state, const ProductPage& page, const Words& words);
PaymentView payment_view(const State& state, const PaymentPage& page, const Words& words);

/// The house's name and whom to call, a line each; without content the portal's hotline alone.
std::vector<std::string> whom_to_ask(const State& state, const Words& words);

/// How old the content is: green, then neutral with its days, then amber; never a block.
ChipView freshness(const State& state, const Words& words);

/// The amber chip with the warning icon.
ChipView warning_chip(const std::string& text);

/// The title for narrow places.
std::string short_title(const guide::Guide& guide, const Words& words);

}  // namespace conglang::kiosk
