#include "content/guide/province_json.h"

#include <algorithm>

#include "content/guide/read_whole.h"
#include "content/guide/shared_fields.h"

namespace conglang::guide {
namespace {

constexpr const char* kSchema = "province.schema.json";
constexpr std::size_t kMaxCode = 10;

std::string area_code(ObjectReader& in) {
  std::string code = in.string("code", Need::required);
  if (!code.empty() && !is_area_code(code)) in.refuse("code", "cần là mã gồm các chữ số, như \"09784\"");
  return code;
}

Commune read_commune(ObjectReader& in) {
  Commune out;
  out.code = area_code(in);
  out.name = in.text("name", Need::required);
  out.former_names = in.strings("formerNames");
  return out;
}

Province read_fields(ObjectReader& in) {
  Province out;
  in.string("$schema");
  out.code = area_code(in);
  out.name = in.text("name", Need::required);
  out.communes = in.list("communes", read_commune, Need::required);
  std::stable_sort(out.communes.begin(), out.communes.end(),
                   [](const Commune& a, const Commune& b) { return a.code < b.code; });
  return out;
}

void check_codes(const Province& province, Problems& problems) {
  const auto same = [](const Commune& a, const Commune& b) { return a.code == b.code; };
  const auto end = province.communes.end();
  for (auto at = province.communes.begin(); (at = std::adjacent_find(at, end, same)) != end; ++at) {
    problems.add("/communes", fmt::format("mã {} có hai lần; giữ lại một", at->code));
  }
}

Json write_commune(const Commune& commune) {
  Json out = Json::object();
  out["code"] = commune.code;
  put(out, "name", commune.name);
  put(out, "formerNames", commune.former_names);
  return out;
}

}  // namespace

bool is_area_code(std::string_view code) {
  return !code.empty() && code.size() <= kMaxCode &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool has_commune(const Province& province, std::string_view code) {
  return std::any_of(province.communes.begin(), province.communes.end(),
                     [&](const Commune& commune) { return commune.code == code; });
}

Result<Province> read_province(std::string_view json, std::string_view where) {
  return read_whole(json, where, read_fields, check_codes);
}

std::string write_province(const Province& province) {
  Json out = Json::object();
  out["$schema"] = kSchema;
  out["code"] = province.code;
  put(out, "name", province.name);
  put_list(out, "communes", province.communes, write_commune);
  return to_file(out);
}

}  // namespace conglang::guide
