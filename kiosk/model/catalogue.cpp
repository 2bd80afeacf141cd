#include "kiosk/model/catalogue.h"

#include <algorithm>

#include "content/text/order.h"
#include "kiosk/model/validity.h"

namespace conglang::kiosk {
namespace {

using guide::CatalogueEntry;
using guide::Content;

bool is_reached(const CatalogueEntry& entry, const CataloguePart& part) {
  return part.reach == CataloguePart::Reach::nation || entry.commune_level;
}

bool names(const guide::Sector& sector, const std::string& portal_name) {
  return std::ranges::any_of(sector.fields, [&](const guide::SectorField& field) {
    return std::ranges::find(field.portal_names, portal_name) != field.portal_names.end();
  });
}

/// The portal's fields that belong to `part`, by their places in Catalogue::fields.
std::vector<bool> portal_fields(const Content& content, const CataloguePart& part) {
  const auto& fields = content.catalogue.fields;
  std::vector<bool> belongs(fields.size(), part.sector.empty());
  if (part.sector.empty()) return belongs;
  const guide::Sector* sector = find_sector(content, part.sector);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (part.sector == kNoSector) {
      belongs[i] = std::ranges::none_of(content.sectors,
                                        [&](const guide::Sector& one) { return names(one, fields[i]); });
      belongs[i] = belongs[i] && (part.field.empty() || part.field == fields[i]);
    } else if (sector != nullptr) {
      belongs[i] = std::ranges::any_of(sector->fields, [&](const guide::SectorField& field) {
        return (part.field.empty() || part.field == field.id) &&
               std::ranges::find(field.portal_names, fields[i]) != field.portal_names.end();
      });
    }
  }
  return belongs;
}

FieldCount counted(const Content& content, CataloguePart part, std::string field, guide::Text title) {
  part.field = field;
  return {std::move(field), std::move(title), static_cast<int>(entries_of(content, part).size())};
}

/// One pass for all: there are some two hundred fields that no sector names.
std::vector<FieldCount> fields_of_no_sector(const Content& content, const CataloguePart& part) {
  const std::vector<bool> belongs = portal_fields(content, {part.reach, kNoSector, {}});
  std::vector<FieldCount> counts;
  for (const std::string& name : content.catalogue.fields) counts.push_back({name, {}, 0});
  for (const CatalogueEntry& entry : content.catalogue.entries) {
    if (!is_reached(entry, part)) continue;
    for (const std::uint16_t field : entry.fields)
      if (field < counts.size()) ++counts[field].count;
  }
  std::vector<FieldCount> fields;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (!belongs[i] || counts[i].count == 0) continue;
    counts[i].title.by_language["vi"] = counts[i].id;
    fields.push_back(std::move(counts[i]));
  }
  std::ranges::sort(fields, {}, [](const FieldCount& field) { return sort_key(field.id); });
  return fields;
}

}  // namespace

std::vector<const CatalogueEntry*> entries_of(const Content& content, const CataloguePart& part) {
  const std::vector<bool> belongs = portal_fields(content, part);
  std::vector<const CatalogueEntry*> entries;
  for (const CatalogueEntry& entry : content.catalogue.entries) {
    const bool of_part = part.sector.empty() || std::ranges::any_of(entry.fields, [&](std::uint16_t field) {
                           return field < belongs.size() && belongs[field];
                         });
    if (of_part && is_reached(entry, part)) entries.push_back(&entry);
  }
  return entries;
}

std::vector<FieldCount> fields_of(const Content& content, const CataloguePart& part) {
  if (part.sector == kNoSector) return fields_of_no_sector(content, part);
  const guide::Sector* sector = find_sector(content, part.sector);
  std::vector<FieldCount> fields;
  if (sector == nullptr) return fields;
  for (const guide::SectorField& field : sector->fields) {
    FieldCount one = counted(content, part, field.id, field.title);
    if (one.count > 0) fields.push_back(std::move(one));
  }
  return fields;
}

std::string_view telling_part(std::string_view name) {
  constexpr std::string_view kFormula = "Thủ tục ";
  return name.starts_with(kFormula) ? name.substr(kFormula.size()) : name;
}

const guide::Sector* find_sector(const Content& content, std::string_view id) {
  const auto found = std::ranges::find(content.sectors, id, &guide::Sector::id);
  return found == content.sectors.end() ? nullptr : &*found;
}

guide::Text field_title(const Content& content, const CataloguePart& part) {
  guide::Text title;
  title.by_language["vi"] = part.field;
  const guide::Sector* sector = find_sector(content, part.sector);
  if (sector == nullptr) return title;
  const auto field = std::ranges::find(sector->fields, part.field, &guide::SectorField::id);
  return field == sector->fields.end() ? title : field->title;
}

CataloguePart asked_part(const Content& content, CataloguePart part) {
  if (part.sector.empty() || !part.field.empty()) return part;
  const std::vector<FieldCount> fields = fields_of(content, part);
  if (fields.size() == 1) part.field = fields.front().id;
  return part;
}

void drop_lost_parts(Visit& visit, const Content& content) {
  std::erase_if(visit.trail, [&](const Stop& stop) {
    if (const auto* page = std::get_if<CataloguePage>(&stop.page))
      return entries_of(content, page->part).empty();
    if (const auto* page = std::get_if<ProcedurePage>(&stop.page))
      return guide::find_entry(content.catalogue, page->code) == nullptr;
    const auto* code = std::get_if<ProcedureCodePage>(&stop.page);
    return code && guide::find_entry(content.catalogue, code->code) == nullptr;
  });
}

std::string guide_of_code(const Content& content, std::string_view code, Date today) {
  for (const guide::Guide& guide : content.guides) {
    if (!is_shown(guide, today)) continue;
    const bool has = std::ranges::any_of(guide.codes, [&](const guide::ProcedureCode& one) {
      return one.role == guide::ProcedureCode::Role::current && one.code == code;
    });
    if (has) return guide.id;
  }
  return {};
}

}  // namespace conglang::kiosk
