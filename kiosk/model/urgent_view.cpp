#include "kiosk/model/attract.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/urgent.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {

UrgentView urgent_view(const guide::Notice& notice, const Words& words) {
  UrgentView view;
  view.id = notice.id;
  view.kind = words(Key::urgent_kind);
  view.issuer = notice.provenance.publisher;
  view.until = words(Key::attract_until, {{"date", day_and_month(notice.until, words)}});
  view.title = in(notice.title, words);
  for (const guide::Text& paragraph : notice.body)
    view.lead.empty() ? void(view.lead = in(paragraph, words)) : view.points.push_back(in(paragraph, words));
  view.points_title = words(Key::urgent_points);
  for (const guide::Contact& contact : notice.public_contacts)
    view.others.push_back({"phone", in(contact.label, words), contact.phone});
  if (!view.others.empty()) {
    view.call_title = words(Key::urgent_call);
    view.call = view.others.front();
    view.others.erase(view.others.begin());
  }
  view.done = words(Key::urgent_done);
  return view;
}

EmergencyView emergency_view(const guide::EmergencyScreen& order, const State& state, const Words& words) {
  EmergencyView view;
  view.id = order.id;
  view.blank = order.mode == guide::EmergencyScreen::Mode::blank;
  view.kind = words(Key::emergency_kind);
  view.issued = words(Key::emergency_issued, {{"time", clock_text(order.issued_at)},
                                              {"date", full_date(local_date(order.issued_at), words)}});
  view.title = view.blank ? words(Key::emergency_blank) : in(order.title, words);
  view.text = view.blank ? words(Key::emergency_blank_text) : in(order.text, words);
  view.note = words(Key::emergency_staff);
  view.shift_px = shift_px(state.now);
  return view;
}

}  // namespace conglang::kiosk
