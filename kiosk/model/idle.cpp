#include "kiosk/model/idle.h"

#include "kiosk/model/navigation.h"
#include "kiosk/model/rate.h"
#include "kiosk/model/update.h"

namespace conglang::kiosk {
namespace {

/// Ticks come at least every minute; a longer gap is a clock that was set.
constexpr std::chrono::minutes kLongestGap{15};

/// How long a page may stand untouched. One overload a page and no other: a page that nobody has decided
/// about does not compile.
struct Patience {
  using Time = std::chrono::seconds;

  // Something to choose from.
  Time operator()(const HomePage&) const { return kIdleOnLists; }
  Time operator()(const ListPage&) const { return kIdleOnLists; }
  Time operator()(const CasePage&) const { return kIdleOnLists; }
  Time operator()(const NoticesPage&) const { return kIdleOnLists; }
  Time operator()(const ZaloPage&) const { return kIdleOnLists; }
  Time operator()(const SearchPage&) const { return kIdleOnLists; }
  Time operator()(const CataloguePage&) const { return kIdleOnLists; }
  Time operator()(const ProductsPage&) const { return kIdleOnLists; }

  // Something to read, to copy or to scan.
  Time operator()(const GuidePage&) const { return kIdleOnGuides; }
  Time operator()(const StepsPage&) const { return kIdleOnGuides; }
  Time operator()(const CodePage&) const { return kIdleOnGuides; }
  Time operator()(const NoticePage&) const { return kIdleOnGuides; }
  Time operator()(const ContactsPage&) const { return kIdleOnGuides; }
  Time operator()(const WifiPage&) const { return kIdleOnGuides; }
  Time operator()(const ZaloCodePage&) const { return kIdleOnGuides; }
  Time operator()(const HelpPage&) const { return kIdleOnGuides; }
  Time operator()(const ProcedurePage&) const { return kIdleOnGuides; }
  Time operator()(const ProcedureCodePage&) const { return kIdleOnGuides; }
  Time operator()(const HeritagePage&) const { return kIdleOnGuides; }
  Time operator()(const PanoramaPage&) const { return kIdleOnGuides; }
  Time operator()(const ProductPage&) const { return kIdleOnGuides; }
  Time operator()(const PaymentPage&) const { return kIdleOnGuides; }

  Time operator()(const RatePage& page) const { return rating_time(page); }
};

std::chrono::seconds patience(const Visit& visit) {
  return std::visit(Patience{}, current_page(visit));
}

}  // namespace

bool is_heard(const State& state) {
  return state.visit.speech && !state.visit.speech->paused;
}

bool is_visited(const State& state) {
  return state.visit != fresh_visit(state.settings);
}

Instant question_at(const State& state) {
  return state.touched + patience(state.visit);
}

namespace {

/// When the visit ends by itself. The question at its end is not asked about.
Instant end_at(const State& state) {
  const bool rating = is_on<RatePage>(state.visit);
  return question_at(state) + (rating ? std::chrono::seconds{0} : kIdleQuestion);
}

}  // namespace

std::optional<int> seconds_left(const State& state) {
  const Instant end = end_at(state);
  if (!is_visited(state) || state.now < question_at(state) || state.now >= end) return std::nullopt;
  return static_cast<int>((end - state.now).count());
}

bool is_clock_jump(std::chrono::seconds step) {
  return step < std::chrono::seconds{0} || step > kLongestGap;
}

void pass_time(State& state, Instant now) {
  const std::chrono::seconds gap = now - state.now;
  if (is_clock_jump(gap)) state.touched += gap;
  state.now = now;
  if (is_heard(state)) state.touched = now;  // who listens is there
  if (is_visited(state) && now >= end_at(state)) state.visit = fresh_visit(state.settings);
}

}  // namespace conglang::kiosk
