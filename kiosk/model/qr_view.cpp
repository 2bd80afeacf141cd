#include "kiosk/model/link.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

/// A code is made from a CheckedLink and from nothing else.
Result<qr::Code> code_of(const guide::CheckedLink& link) {
  return qr::encode(link.url);
}

QrView without_code(Key why, const Words& words) {
  QrView view;
  view.title = words(Key::qr_none_title);
  view.refused = words(why);
  view.reminder = words(Key::qr_reminder);
  return view;
}

QrView with_code(qr::Code code, const guide::CheckedLink& link, const Words& words) {
  QrView view;
  view.code = std::move(code);
  view.host = link.host;
  view.owner = in(link.owner, words);
  view.title = words(Key::qr_title);
  view.steps = {{"device-mobile", words(Key::qr_step_open)},
                {"scan", words(Key::qr_step_hold)},
                {"hand-tap", words(Key::qr_step_tap)}};
  if (!link.owner.empty()) view.hint = words(Key::qr_hint);  // a listed address asks for no VNeID
  view.reminder = words(Key::qr_reminder);
  return view;
}

}  // namespace

QrView qr_view(const State& state, const Words& words) {
  const guide::Guide& guide = state.visit.reading->guide;
  const auto link = link_of(guide, state.content->link_policy);
  if (!link) return without_code(guide.links.empty() ? Key::qr_no_link : Key::qr_refused, words);
  auto code = code_of(*link);
  if (!code) return without_code(Key::qr_refused, words);
  return with_code(*std::move(code), *link, words);
}

}  // namespace conglang::kiosk
