#pragma once
// One function a page, one file a function. `room` is what header, bar and footer leave.

#include <optional>

#include "kiosk/model/action.h"
#include "kiosk/model/views.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

void draw_waiting(const kiosk::WaitingView& view, const kiosk::ChromeView& chrome, Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_home(const kiosk::HomeView& view, const kiosk::ChromeView& chrome,
                                       Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_list(const kiosk::ListView& view, const kiosk::ChromeView& chrome,
                                       Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_search(const kiosk::SearchView& view, const kiosk::ChromeView& chrome,
                                         Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_sectors(const kiosk::SectorsView& view, const kiosk::ChromeView& chrome,
                                          Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_entries(const kiosk::EntriesView& view, const kiosk::ChromeView& chrome,
                                          Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_procedure(const kiosk::ProcedureView& view, const kiosk::ChromeView& chrome,
                                            Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_case(const kiosk::CaseView& view, const kiosk::ChromeView& chrome,
                                       Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_guide(const kiosk::GuideView& view, const kiosk::ChromeView& chrome,
                                        Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_steps(const kiosk::StepsView& view, const kiosk::ChromeView& chrome,
                                        Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_qr(const kiosk::QrView& view, const kiosk::ChromeView& chrome, Rect room,
                                     Canvas& canvas);
std::optional<kiosk::Action> draw_notices(const kiosk::NoticesView& view, const kiosk::ChromeView& chrome,
                                          Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_notice(const kiosk::NoticeView& view, const kiosk::ChromeView& chrome,
                                         Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_contacts(const kiosk::ContactsView& view, const kiosk::ChromeView& chrome,
                                           Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_wifi(const kiosk::WifiView& view, const kiosk::ChromeView& chrome,
                                       Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_zalo(const kiosk::ZaloView& view, const kiosk::ChromeView& chrome,
                                       Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_help(const kiosk::HelpView& view, const kiosk::ChromeView& chrome,
                                       Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_rate(const kiosk::RateView& view, const kiosk::ChromeView& chrome,
                                       Rect room, Canvas& canvas);

std::optional<kiosk::Action> draw_heritage(const kiosk::HeritageView& view, const kiosk::ChromeView& chrome,
                                           Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_panorama(const kiosk::PanoramaView& view, Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_products(const kiosk::ProductsView& view, const kiosk::ChromeView& chrome,
                                           Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_product(const kiosk::ProductView& view, const kiosk::ChromeView& chrome,
                                          Rect room, Canvas& canvas);
void draw_payment(const kiosk::PaymentView& view, Rect room, Canvas& canvas);

/// Over all of the screen, without header and footer.
std::optional<kiosk::Action> draw_attract(const kiosk::AttractView& view, Canvas& canvas);
std::optional<kiosk::Action> draw_urgent(const kiosk::UrgentView& view, const kiosk::ChromeView& chrome,
                                         Canvas& canvas);
std::optional<kiosk::Action> draw_emergency(const kiosk::EmergencyView& view, const kiosk::ChromeView& chrome,
                                            Canvas& canvas);

/// Over everything.
std::optional<kiosk::Action> draw_idle(const kiosk::IdleView& view, Canvas& canvas);

}  // namespace conglang::screens
