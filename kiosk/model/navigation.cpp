#include "kiosk/model/navigation.h"

#include <algorithm>
#include <cassert>

namespace conglang::kiosk {
namespace {

bool is_case_page(const Stop& stop) {
  return std::holds_alternative<CasePage>(stop.page);
}

void drop_guide_pages(Visit& visit) {
  std::erase_if(visit.trail, [](const Stop& stop) { return is_of_guide(stop.page); });
}

void start_guide(Visit& visit) {
  const std::vector<guide::Case>& cases = visit.reading->guide.cases;
  const bool one_case = cases.size() == 1;
  visit.reading->case_id = one_case ? cases.front().id : std::string();
  go_to(visit, one_case ? Page(GuidePage{}) : Page(CasePage{}));
}

/// No question any more: the page of the only case, or what was open behind it.
void settle_only_case(Visit& visit) {
  visit.reading->case_id = visit.reading->guide.cases.front().id;
  std::erase_if(visit.trail, is_case_page);
  if (!is_of_guide(current_page(visit))) go_to(visit, GuidePage{});
}

bool must_ask_again(const Visit& visit) {
  const Reading& reading = *visit.reading;
  if (std::ranges::none_of(visit.trail, is_case_page)) return true;
  return !reading.case_id.empty() && std::ranges::find(reading.guide.cases, reading.case_id,
                                                       &guide::Case::id) == reading.guide.cases.end();
}

}  // namespace

const Page& current_page(const Visit& visit) {
  assert(!visit.trail.empty());
  return visit.trail.back().page;
}

bool is_of_guide(const Page& page) {
  return !std::holds_alternative<HomePage>(page) && !std::holds_alternative<ListPage>(page);
}

Visit fresh_visit(const Settings& settings) {
  assert(!settings.languages.empty());
  Visit visit;
  visit.language = settings.languages.front();
  return visit;
}

void go_to(Visit& visit, Page page) {
  visit.trail.push_back({std::move(page), 0});
}

void go_back(Visit& visit) {
  if (visit.trail.size() > 1) visit.trail.pop_back();
  if (!is_of_guide(current_page(visit))) visit.reading.reset();
}

void go_home(Visit& visit) {
  visit.trail = {Stop{}};
  visit.reading.reset();
}

void open_list(Visit& visit, std::string topic) {
  go_home(visit);
  go_to(visit, ListPage{std::move(topic)});
}

void open_guide(Visit& visit, const guide::Guide& guide) {
  drop_guide_pages(visit);
  visit.reading.emplace().guide = guide;
  start_guide(visit);
}

void replace_guide(Visit& visit, const guide::Guide& guide) {
  visit.reading->guide = guide;
  visit.trail.back().turn = 0;
  if (guide.cases.size() == 1) {
    settle_only_case(visit);
  } else if (must_ask_again(visit)) {
    drop_guide_pages(visit);
    start_guide(visit);
  }
}

}  // namespace conglang::kiosk
