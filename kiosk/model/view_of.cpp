#include "kiosk/model/view_of.h"

#include "kiosk/model/idle.h"
#include "kiosk/model/navigation.h"
#include "kiosk/model/page_views.h"

namespace conglang::kiosk {
namespace {

/// One overload a page.
struct BodyOf {
  const State& state;
  const Words& words;

  BodyView operator()(const HomePage&) const {
    if (!state.content) return waiting_view(state, words);
    return home_view(state, words);
  }
  BodyView operator()(const ListPage& page) const { return list_view(state, page, words); }
  BodyView operator()(const CasePage&) const { return case_view(state, words); }
  BodyView operator()(const GuidePage&) const { return guide_view(state, words); }
  BodyView operator()(const StepsPage&) const { return steps_view(state, words); }
  BodyView operator()(const CodePage&) const { return qr_view(state, words); }
};

std::optional<IdleView> idle_view(const State& state, const Words& words) {
  const auto seconds = seconds_left(state);
  if (!seconds) return std::nullopt;
  return IdleView{words(Key::idle_title), words(Key::idle_text), *seconds,
                  words(Key::idle_unit),  words(Key::idle_stay), words(Key::idle_leave)};
}

}  // namespace

View view_of(const State& state, const Strings& strings) {
  const Words words(strings.in(state.visit.language));
  return {.chrome = chrome_view(state, strings),
          .body = std::visit(BodyOf{state, words}, current_page(state.visit)),
          .idle = idle_view(state, words)};
}

}  // namespace conglang::kiosk
