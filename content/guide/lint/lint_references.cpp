#include "content/guide/lint/lint_references.h"

#include "content/guide/closest_name.h"
#include "content/guide/lint/json_walk.h"

namespace conglang::guide {
namespace {

using nlohmann::json;

std::string did_you_mean(std::string_view name, const std::set<std::string>& known) {
  const std::vector<std::string> names(known.begin(), known.end());
  const std::string_view closest = closest_name(name, names);
  return closest.empty() ? std::string() : fmt::format("; có phải \"{}\" không?", closest);
}

// "1.001193.02" → "1.001193"
std::string_view stem_of(std::string_view code) {
  const std::size_t first = code.find('.');
  if (first == std::string_view::npos) return code;
  return code.substr(0, code.find('.', first + 1));
}

void lint_codes(const Guide& guide, const std::set<std::string>& codes, Report& report) {
  for (std::size_t i = 0; i < guide.codes.size(); ++i) {
    const ProcedureCode& code = guide.codes[i];
    // A code that was replaced may have left the catalogue.
    if (code.role == ProcedureCode::Role::replaced || is_known_code(code.code, codes)) continue;
    report.add(
        RuleId::code_unknown, fmt::format("/codes/{}/code", i),
        fmt::format("mã \"{}\" không có trong danh mục quốc gia; xem lại mã, hoặc ghi \"role\": \"replaced\" "
                    "nếu mã đã bị thay",
                    code.code));
  }
}

}  // namespace

bool is_known_code(std::string_view code, const std::set<std::string>& codes) {
  return codes.contains(std::string(code)) || codes.contains(std::string(stem_of(code)));
}

void lint_references(const Guide& guide, const KnownIds& known, Report& report) {
  if (!guide.replaced_by.empty() && !known.guides.contains(guide.replaced_by)) {
    report.add(RuleId::replaced_by_unknown, "/replacedBy",
               fmt::format("không có bài \"{}\"{}", guide.replaced_by,
                           did_you_mean(guide.replaced_by, known.guides)));
  }
  if (known.topics) {
    for (std::size_t i = 0; i < guide.life_events.size(); ++i) {
      const std::string& id = guide.life_events[i];
      if (known.topics->contains(id)) continue;
      report.add(RuleId::topic_unknown, fmt::format("/lifeEvents/{}", i),
                 fmt::format("không có chủ đề \"{}\" trong national/topics.json{}", id,
                             did_you_mean(id, *known.topics)));
    }
  }
  if (known.codes && guide.status == Guide::Status::in_force) lint_codes(guide, *known.codes, report);
}

void lint_most_asked(const std::vector<std::string>& most_asked, const std::set<std::string>& in_force,
                     Report& report) {
  for (std::size_t i = 0; i < most_asked.size(); ++i) {
    if (in_force.contains(most_asked[i])) continue;
    report.add(RuleId::most_asked_unknown, fmt::format("/mostAsked/{}", i),
               fmt::format("không có bài \"{}\" đang có hiệu lực{}; sửa tên, hoặc bỏ khỏi \"mostAsked\"",
                           most_asked[i], did_you_mean(most_asked[i], in_force)));
  }
}

void lint_fields(const Document& sectors, const std::set<std::string>& fields, Report& report) {
  for_each_value(sectors.root, [&](const json& value, const std::string& pointer) {
    if (!value.is_string() || !without_indices(pointer).ends_with("/portalNames")) return;
    const auto& name = value.get_ref<const std::string&>();
    if (fields.contains(name)) return;
    report.add(RuleId::field_unknown, pointer,
               fmt::format("danh mục không có lĩnh vực \"{}\"; chép đúng tên trong catalogue.json", name));
  });
}

void lint_synonyms(const Document& synonyms, const std::set<std::string>& guides, Report& report) {
  for_each_value(synonyms.root, [&](const json& value, const std::string& pointer) {
    if (!value.is_string() || without_indices(pointer) != "/synonyms/guides") return;
    const auto& id = value.get_ref<const std::string&>();
    if (guides.contains(id)) return;
    report.add(RuleId::guide_unknown, pointer,
               fmt::format("không có bài \"{}\"{}; sửa tên, hoặc bỏ đi", id, did_you_mean(id, guides)));
  });
}

void lint_duplicates(const Document& document, Report& report) {
  for_each_value(document.root, [&](const json& value, const std::string& pointer) {
    if (!value.is_array()) return;
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string_view id = string_member(value[i], "id");
      if (id.empty() || seen.insert(id).second) continue;
      report.add(RuleId::duplicate_id, fmt::format("{}/{}/id", pointer, i),
                 fmt::format("\"{}\" đã dùng cho mục khác trong danh sách; đặt tên khác", id));
    }
  });
}

}  // namespace conglang::guide
