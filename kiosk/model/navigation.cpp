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

/// How deep in the catalogue: its first page, the nation's, a sector, a field, a procedure.
int depth_of(const CataloguePart& part) {
  if (!part.field.empty()) return 3;
  if (!part.sector.empty()) return 2;
  return part.reach == CataloguePart::Reach::nation ? 1 : 0;
}

/// Drops the pages of the catalogue that are not above `depth`, and what was opened from them.
void drop_catalogue(Visit& visit, int depth) {
  const auto first = std::ranges::find_if(visit.trail, [&](const Stop& stop) {
    const auto* part = std::get_if<CataloguePage>(&stop.page);
    return (part && depth_of(part->part) >= depth) || std::holds_alternative<ProcedurePage>(stop.page);
  });
  visit.trail.erase(first, visit.trail.end());
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
  return std::holds_alternative<CasePage>(page) || std::holds_alternative<GuidePage>(page) ||
         std::holds_alternative<StepsPage>(page) || std::holds_alternative<CodePage>(page);
}

Visit fresh_visit(const Settings& settings) {
  assert(!settings.languages.empty());
  Visit visit;
  visit.language = settings.languages.front();
  visit.loudness = settings.loudness;
  return visit;
}

void go_to(Visit& visit, Page page) {
  visit.trail.push_back({std::move(page), 0});
}

void go_back(Visit& visit) {
  if (visit.trail.size() > 1) visit.trail.pop_back();
  close_unread_guide(visit);
}

void close_unread_guide(Visit& visit) {
  const auto of_guide = [](const Stop& stop) { return is_of_guide(stop.page); };
  if (std::ranges::none_of(visit.trail, of_guide)) visit.reading.reset();
}

void go_home(Visit& visit) {
  visit.trail = {Stop{}};
  visit.reading.reset();
}

void open_list(Visit& visit, std::string topic) {
  go_home(visit);
  go_to(visit, ListPage{std::move(topic)});
}

void open_catalogue(Visit& visit, const CataloguePart& part) {
  drop_catalogue(visit, depth_of(part));
  close_unread_guide(visit);
  go_to(visit, CataloguePage{part});
}

void open_procedure(Visit& visit, const std::string& code) {
  std::erase_if(visit.trail, [](const Stop& stop) {
    return std::holds_alternative<ProcedurePage>(stop.page) ||
           std::holds_alternative<ProcedureCodePage>(stop.page);
  });
  go_to(visit, ProcedurePage{code});
}

void open_guide(Visit& visit, const guide::Guide& guide) {
  drop_guide_pages(visit);
  visit.reading.emplace().guide = guide;
  start_guide(visit);
}

void replace_guide(Visit& visit, const guide::Guide& guide) {
  visit.reading->guide = guide;
  visit.trail.back().offset = 0;
  if (guide.cases.size() == 1) {
    settle_only_case(visit);
  } else if (must_ask_again(visit)) {
    drop_guide_pages(visit);
    start_guide(visit);
  }
}

}  // namespace conglang::kiosk
