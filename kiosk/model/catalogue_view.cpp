#include <algorithm>

#include "content/text/order.h"
#include "kiosk/model/catalogue.h"
#include "kiosk/model/letters.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

using Reach = CataloguePart::Reach;

std::string count_text(std::size_t count, const Words& words) {
  return words(Key::catalogue_count, {{"n", grouped(static_cast<std::int64_t>(count), words)}});
}

/// What every home page has room for.
constexpr std::size_t kTopicsAtHome = 7;
constexpr std::size_t kAskedAtHome = 4;

bool is_at_home(const guide::Content& content, const guide::Guide& guide) {
  const auto& asked = content.most_asked;
  const auto asked_end = asked.begin() + static_cast<std::ptrdiff_t>(std::min(kAskedAtHome, asked.size()));
  if (std::find(asked.begin(), asked_end, guide.id) != asked_end) return true;
  const std::size_t topics = std::min(kTopicsAtHome, content.topics.size());
  return std::ranges::any_of(guide.life_events, [&](const std::string& event) {
    return std::any_of(content.topics.begin(), content.topics.begin() + static_cast<std::ptrdiff_t>(topics),
                       [&](const guide::Topic& topic) { return topic.id == event; });
  });
}

void add_other_guides(SectorsView& view, const State& state, const Words& words) {
  for (const guide::Guide* guide : guides_of_topic(*state.content, {}, today(state))) {
    if (is_at_home(*state.content, *guide)) continue;
    EntryView row;
    row.leads = EntryView::Leads::guide;
    row.id = guide->id;
    row.title = in(guide->title, words);
    view.guides.push_back(std::move(row));
  }
  std::ranges::stable_sort(view.guides, {}, [](const EntryView& row) { return sort_key(row.title); });
  if (!view.guides.empty()) view.guides_title = words(Key::catalogue_other_guides);
}

/// Sectors that have something, what no sector names, and the way to the rest of the nation's procedures.
SectorsView sectors_view(const State& state, const CataloguePart& part, const Words& words) {
  const guide::Content& content = *state.content;
  SectorsView view;
  view.sectors_title = words(Key::catalogue_sectors);
  view.more = {words(Key::catalogue_more_fields)};
  const bool commune = part.reach == Reach::commune;
  if (commune) {
    add_other_guides(view, state, words);
    const std::size_t guides = guides_of_topic(content, {}, today(state)).size();
    view.tiles.push_back({SectorTileView::Leads::guides,
                          {},
                          "list-checks",
                          words(Key::catalogue_guides),
                          words(Key::catalogue_guides_count, {{"n", std::to_string(guides)}})});
  }
  const auto add = [&](const std::string& sector, const std::string& icon, std::string label) {
    const CataloguePart own{part.reach, sector, {}};
    const std::size_t count = entries_of(content, own).size();
    if (count > 0)
      view.tiles.push_back(
          {SectorTileView::Leads::sector, own, icon, std::move(label), count_text(count, words)});
  };
  for (const guide::Sector& sector : content.sectors) add(sector.id, sector.icon, in(sector.title, words));
  add(kNoSector, "files", words(Key::catalogue_other));
  if (commune)
    view.tiles.push_back({SectorTileView::Leads::nation,
                          {Reach::nation, {}, {}},
                          "squares-four",
                          words(Key::catalogue_nation),
                          count_text(content.catalogue.entries.size(), words)});
  return view;
}

EntryView field_row(const CataloguePart& part, const FieldCount& field, const Words& words) {
  EntryView row;
  row.leads = EntryView::Leads::field;
  row.part = {part.reach, part.sector, field.id};
  row.title = in(field.title, words);
  row.note = count_text(static_cast<std::size_t>(field.count), words);
  return row;
}

EntryView procedure_row(const State& state, const guide::CatalogueEntry& entry, const Words& words) {
  EntryView row;
  row.id = entry.code;
  row.title = entry.name;
  row.note = words(Key::code, {{"code", entry.code}});
  std::string guide = guide_of_code(*state.content, entry.code, today(state));
  if (guide.empty()) return row;
  row.leads = EntryView::Leads::guide;
  row.id = std::move(guide);
  row.chip = {Tone::good, "check", words(Key::catalogue_has_guide)};
  return row;
}

std::vector<IndexLetterView> letters_of_rows(const std::vector<EntryView>& rows) {
  std::vector<std::string_view> names;
  for (const EntryView& row : rows) names.push_back(telling_part(row.title));
  return letters_of(names);
}

std::vector<EntryView> procedure_rows(const State& state, const CataloguePart& part, const Words& words) {
  struct Keyed {
    std::string key;
    const guide::CatalogueEntry* entry;
  };
  std::vector<Keyed> sorted;
  for (const guide::CatalogueEntry* entry : entries_of(*state.content, part))
    sorted.push_back({sort_key(telling_part(entry->name)), entry});
  std::ranges::stable_sort(sorted, {}, &Keyed::key);
  std::vector<EntryView> rows;
  for (const Keyed& one : sorted) rows.push_back(procedure_row(state, *one.entry, words));
  return rows;
}

std::string field_names(const guide::Catalogue& catalogue, const guide::CatalogueEntry& entry) {
  std::string names;
  for (const std::uint16_t field : entry.fields)
    if (field < catalogue.fields.size()) append(names, catalogue.fields[field], ", ");
  return names;
}

std::string agency_names(const guide::Catalogue& catalogue, const guide::CatalogueEntry& entry) {
  std::string names;
  for (const std::uint16_t agency : entry.agencies)
    if (agency < catalogue.agencies.size()) append(names, catalogue.agencies[agency].name, "; ");
  return names;
}

}  // namespace

BodyView catalogue_view(const State& state, const CataloguePage& page, const Words& words) {
  if (page.part.sector.empty()) return sectors_view(state, page.part, words);
  EntriesView view;
  if (!page.part.field.empty()) {
    view.rows = procedure_rows(state, page.part, words);
    view.letters = letters_of_rows(view.rows);
    view.more = {words(Key::catalogue_more)};
  } else {
    for (const FieldCount& field : fields_of(*state.content, page.part))
      view.rows.push_back(field_row(page.part, field, words));
    if (page.part.sector == kNoSector) view.letters = letters_of_rows(view.rows);
    view.more = {words(Key::catalogue_more_fields)};
  }
  view.search = words(Key::search_button);
  return view;
}

ProcedureView procedure_view(const State& state, const ProcedurePage& page, const Words& words) {
  const guide::Catalogue& catalogue = state.content->catalogue;
  const guide::CatalogueEntry& entry = *guide::find_entry(catalogue, page.code);
  ProcedureView view;
  view.name = entry.name;
  view.facts.push_back({"list-checks", words(Key::procedure_code), entry.code});
  if (std::string fields = field_names(catalogue, entry); !fields.empty())
    view.facts.push_back({"files", words(Key::procedure_field), std::move(fields)});
  if (std::string agencies = agency_names(catalogue, entry); !agencies.empty())
    view.facts.push_back({"map-pin", words(Key::procedure_agency), std::move(agencies)});
  view.remark = {Tone::neutral, "question", words(Key::procedure_remark)};
  view.code_button = words(Key::code_button);
  view.more = {words(Key::turn_page)};
  return view;
}

}  // namespace conglang::kiosk
