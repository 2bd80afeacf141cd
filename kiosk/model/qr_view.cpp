#include "kiosk/model/code.h"
#include "kiosk/model/link.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

/// A code of an address is made from a CheckedLink and from nothing else.
QrView of_link(const Result<guide::CheckedLink>& link, Key why_not, const Words& words) {
  if (!link) return code_refused(why_not, words);
  auto code = qr::encode(link->url);
  if (!code) return code_refused(Key::qr_refused, words);
  QrView view = code_shown(*std::move(code), words);
  view.host = link->host;
  view.owner = in(link->owner, words);
  return view;
}

QrView portal_view(const State& state, const Words& words) {
  const guide::Guide& guide = state.visit.reading->guide;
  const auto link = link_of(guide, state.content->link_policy);
  QrView view = of_link(link, guide.links.empty() ? Key::qr_no_link : Key::qr_refused, words);
  if (!view.owner.empty()) view.hint = words(Key::qr_hint);  // a listed address asks for no VNeID
  return view;
}

QrView phone_page_view(const State& state, const Words& words) {
  QrView view = of_link(phone_page_link(state), Key::qr_refused, words);
  view.owner = words(Key::qr_phone_owner);
  return view;
}

QrView papers_view(const State& state, int part, const Words& words) {
  const auto texts = papers_texts(state, words);
  if (texts.empty()) return code_refused(Key::qr_no_papers, words);
  const std::size_t shown = static_cast<std::size_t>(part) % texts.size();
  auto code = qr::encode(texts[shown]);
  if (!code) return code_refused(Key::qr_no_papers, words);
  QrView view = code_shown(*std::move(code), words);
  view.title = words(Key::qr_papers_title);
  // Nothing stands under this code: it is the fullest, and takes all of its card.
  view.hint =
      words(Key::labelled, {{"label", words(Key::qr_papers_caption)}, {"text", words(Key::qr_papers_small)}});
  view.steps.back() = {"camera", words(Key::qr_papers_keep)};
  view.parts = static_cast<int>(texts.size());
  if (view.parts > 1)
    view.next_part = words(Key::qr_next_part, {{"n", std::to_string((shown + 1) % texts.size() + 1)},
                                               {"of", std::to_string(texts.size())}});
  return view;
}

void add_choices(QrView& view, const State& state, CodeKind shown, const Words& words) {
  const auto offer = [&](CodeKind kind, std::string icon, Key label, bool available) {
    if (kind != shown && available) view.choices.push_back({kind, std::move(icon), words(label)});
  };
  offer(CodeKind::portal, "qr-code", Key::qr_to_portal,
        link_of(state.visit.reading->guide, state.content->link_policy).has_value());
  offer(CodeKind::papers, "list-checks", Key::qr_to_papers, !papers_texts(state, words).empty());
  offer(CodeKind::phone_page, "device-mobile", Key::qr_to_phone, phone_page_link(state).has_value());
}

}  // namespace

QrView code_refused(Key why, const Words& words) {
  QrView view;
  view.title = words(Key::qr_none_title);
  view.refused = words(why);
  view.reminder = words(Key::qr_reminder);
  return view;
}

QrView code_shown(qr::Code code, const Words& words) {
  QrView view;
  view.code = std::move(code);
  view.title = words(Key::qr_title);
  view.steps = {{"device-mobile", words(Key::qr_step_open)},
                {"scan", words(Key::qr_step_hold)},
                {"hand-tap", words(Key::qr_step_tap)}};
  view.reminder = words(Key::qr_reminder);
  return view;
}

QrView procedure_code_view(const State& state, const ProcedureCodePage& page, const Words& words) {
  QrView view = of_link(link_of_procedure(page.code, state.content->link_policy), Key::qr_refused, words);
  if (!view.owner.empty()) view.hint = words(Key::qr_hint);
  return view;
}

QrView qr_view(const State& state, const CodePage& page, const Words& words) {
  QrView view = page.kind == CodeKind::papers       ? papers_view(state, page.part, words)
                : page.kind == CodeKind::phone_page ? phone_page_view(state, words)
                                                    : portal_view(state, words);
  add_choices(view, state, page.kind, words);
  return view;
}

}  // namespace conglang::kiosk
