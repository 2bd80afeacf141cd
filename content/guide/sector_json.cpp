#include "content/guide/sector_json.h"

#include <algorithm>
#include <set>

#include "content/guide/read_whole.h"
#include "content/guide/shared_fields.h"

namespace conglang::guide {
namespace {

constexpr const char* kSchema = "sectors.schema.json";
constexpr std::int64_t kMaxOrder = 9999;

SectorField read_field(ObjectReader& in) {
  SectorField out;
  out.id = in.slug("id", Need::required);
  out.title = in.text("title", Need::required);
  out.portal_names = in.strings("portalNames");
  return out;
}

Sector read_sector(ObjectReader& in) {
  Sector out;
  out.id = in.slug("id", Need::required);
  out.title = in.text("title", Need::required, LineBreaks::keep_one);
  out.icon = in.slug("icon", Need::required);
  out.order = static_cast<int>(in.integer("order", 0, kMaxOrder).value_or(0));
  out.fields = in.list("fields", read_field);
  return out;
}

std::vector<Sector> read_fields(ObjectReader& in) {
  in.string("$schema");
  return in.list("sectors", read_sector, Need::required);
}

// A sector's id is of all sectors, a field's of all fields: either may be a page's address.
void check_ids(const std::vector<Sector>& sectors, Problems& problems) {
  std::set<std::string_view> seen;
  std::set<std::string_view> seen_fields;
  const auto check = [&](std::set<std::string_view>& ids, std::string_view id, std::string pointer) {
    if (id.empty() || ids.insert(id).second) return;
    problems.add(std::move(pointer), fmt::format("\"{}\" có hai lần", id));
  };
  for (std::size_t i = 0; i < sectors.size(); ++i) {
    check(seen, sectors[i].id, fmt::format("/sectors/{}/id", i));
    for (std::size_t j = 0; j < sectors[i].fields.size(); ++j) {
      check(seen_fields, sectors[i].fields[j].id, fmt::format("/sectors/{}/fields/{}/id", i, j));
    }
  }
}

Json write_field(const SectorField& field) {
  Json out = Json::object();
  out["id"] = field.id;
  put(out, "title", field.title);
  put(out, "portalNames", field.portal_names);
  return out;
}

Json write_sector(const Sector& sector) {
  Json out = Json::object();
  out["id"] = sector.id;
  put(out, "title", sector.title);
  out["icon"] = sector.icon;
  out["order"] = sector.order;
  put_list(out, "fields", sector.fields, write_field);
  return out;
}

}  // namespace

Result<std::vector<Sector>> read_sectors(std::string_view json, std::string_view where) {
  auto sectors = read_whole(json, where, read_fields, check_ids);
  if (sectors) {
    std::sort(sectors->begin(), sectors->end(), [](const Sector& a, const Sector& b) {
      return a.order != b.order ? a.order < b.order : a.id < b.id;
    });
  }
  return sectors;
}

std::string write_sectors(const std::vector<Sector>& sectors) {
  Json out = Json::object();
  out["$schema"] = kSchema;
  put_list(out, "sectors", sectors, write_sector);
  return to_file(out);
}

}  // namespace conglang::guide
