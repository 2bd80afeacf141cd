#include "kiosk/model/arrival.h"

#include "kiosk/model/catalogue.h"
#include "kiosk/model/doors.h"
#include "kiosk/model/heritage.h"
#include "kiosk/model/navigation.h"
#include "kiosk/model/products.h"
#include "kiosk/model/validity.h"

namespace conglang::kiosk {
namespace {

void leave_withdrawn_guide(State& state) {
  state.visit.withdrawn = state.visit.reading->guide.title;
  go_home(state.visit);
  state.touched = state.now;  // time to read the sentence, however long the guide had been open
}

void drop_empty_lists(State& state) {
  std::erase_if(state.visit.trail, [&](const Stop& stop) {
    const auto* list = std::get_if<ListPage>(&stop.page);
    return list && guides_of_topic(*state.content, list->topic, today(state)).empty();
  });
}

void drop_gone_pages(State& state) {
  std::erase_if(state.visit.trail, [&](const Stop& stop) {
    return std::visit(
        [&](const auto& page) {
          if constexpr (requires { is_gone(state, page); }) return is_gone(state, page);
          return false;
        },
        stop.page);
  });
}

}  // namespace

void take_content(State& state, const ContentArrived& arrival) {
  state.content = arrival.content;
  state.published_at = arrival.published_at;
  state.unavailable.clear();
  state.broken_recordings.clear();
  const auto& reading = state.visit.reading;
  if (reading && !find_shown(*state.content, reading->guide.id, today(state))) leave_withdrawn_guide(state);
  drop_empty_lists(state);
  close_empty_doors(state);
  drop_lost_parts(state.visit, *state.content);
  drop_gone_pages(state);
}

const guide::Guide* newer_text(const State& state) {
  if (!is_of_guide(current_page(state.visit)) || !state.content) return nullptr;
  const guide::Guide& shown = state.visit.reading->guide;
  const guide::Guide* active = find_shown(*state.content, shown.id, today(state));
  return active && *active != shown ? active : nullptr;
}

}  // namespace conglang::kiosk
