#include "content/import/portal_import.h"

#include <algorithm>
#include <array>

#include "content/guide/guide_json.h"
#include "content/import/portal_parts.h"
#include "content/import/reading.h"
#include "content/import/record_json.h"
#include "content/import/slug.h"
#include "content/import/titles.h"

namespace conglang::import {
namespace {

using guide::Guide;

std::string code_of(const SourceNode& node, std::string_view to) {
  const std::string text = node.text(to).joined();
  const std::string code = plain_code(text);
  if (code != text) node.doubtful(to, "có ký tự không thuộc mã thủ tục; đã bỏ");
  return code;
}

std::string procedure_code(const SourceNode& data) {
  const std::string code = code_of(data.at("code"), "codes");
  const std::string notation = code_of(data.at("codeNotation"), "codes");
  if (!code.empty() && !notation.empty() && code != notation) {
    data.at("codeNotation").doubtful("codes", "khác với \"code\"");
  }
  return code.empty() ? notation : code;
}

void read_name(PortalReading& in, const std::string& code) {
  const SourceNode node = in.data.at("name");
  const SourceText name = node.text("officialName, title, id");
  const std::string official = name.joined();
  in.guide.title = vi(official.empty() ? "Thủ tục " + code : plain_title(official));
  if (official.empty()) {
    node.doubtful("title", "không có tên; tạm dùng mã");
  } else {
    in.guide.official_name = vi(official);
  }
  in.guide.id = to_slug(in.guide.title.in("vi"));
  if (in.guide.id.empty()) in.guide.id = "thu-tuc-" + to_slug(code, 12);
}

void read_state(PortalReading& in) {
  const SourceNode state = in.data.at("state");
  const std::string word = state.word();
  if (word == "ACTIVE" || word == "UPDATED" || !state.exists()) return state.kept("status");
  constexpr std::array<std::string_view, 7> kGone{"INACTIVE",  "EXPIRED", "REVOKED",  "DELETED",
                                                  "ABOLISHED", "REMOVED", "CANCELLED"};
  if (std::find(kGone.begin(), kGone.end(), word) != kGone.end()) {
    in.guide.status = Guide::Status::withdrawn;
    return state.doubtful("status", "cổng ghi là không còn hiệu lực");
  }
  state.doubtful("status", "trạng thái lạ; tạm coi là còn hiệu lực");
}

std::optional<Date> date_of(const SourceNode& node, std::string_view to) {
  if (node.is_null()) {
    node.kept("");
    return std::nullopt;
  }
  constexpr std::int64_t kYear2100 = 4102444800;
  const auto milliseconds = node.integer(to);
  if (!milliseconds) return std::nullopt;
  const std::int64_t seconds = *milliseconds / 1000;
  if (*milliseconds <= 0 || seconds > kYear2100) {
    node.doubtful(to, "ngày không có thật");
    return std::nullopt;
  }
  node.changed(to, "viết lại thành ngày");
  return local_date(Instant(std::chrono::seconds(seconds)));
}

void read_origin(PortalReading& in, const std::string& code, std::optional<Date> captured_on) {
  in.origin.source = "Cổng Dịch vụ công quốc gia, mã " + code;
  in.origin.captured_on = captured_on;
  in.origin.publisher = in.data.at("departmentPromulgateName").text("provenance/publisher").joined();
  std::string note = "Nhập từ Cổng Dịch vụ công quốc gia, chưa có người đối chiếu";
  if (const auto updated = date_of(in.data.at("updatedAt"), "changeNote")) {
    note += fmt::format("; cổng sửa lần cuối ngày {:02}-{:02}-{}", static_cast<unsigned>(updated->day()),
                        static_cast<unsigned>(updated->month()), static_cast<int>(updated->year()));
  }
  in.guide.change_note = vi(note);
}

// A record often says the same under two names.
void read_requirements(PortalReading& in) {
  const SourceNode node = in.data.at("requirementsAndConditions");
  const SourceText requirements = node.text("requirements");
  const SourceNode description_node = in.data.at("description");
  const SourceText description = description_node.text("description");
  constexpr std::array<std::string_view, 5> kNone{"không", "không có", "không quy định", "không yêu cầu",
                                                  "không có yêu cầu, điều kiện"};
  std::string plain = lower_case(requirements.joined());
  while (plain.ends_with('.') || plain.ends_with(' ')) plain.pop_back();
  if (std::find(kNone.begin(), kNone.end(), plain) != kNone.end()) {
    node.changed("", "ghi là không có điều kiện; bản nháp để trống");
  } else {
    for (const std::string& line : requirements.lines) {
      const std::string text(without_bullet(line));
      if (!text.empty()) in.guide.requirements.push_back(vi(text));
    }
  }
  if (description.empty()) return;
  if (description.lines == requirements.lines) {
    description_node.changed("requirements", "giống hệt requirementsAndConditions; ghi một lần");
  } else {
    in.guide.description = vi(description.joined());
  }
}

void read_terms(PortalReading& in) {
  std::vector<std::string> terms = names_of(in.data.at("categoriesDetails"), "searchTerms");
  const SourceNode category = in.data.at("category");
  if (category.is_object()) {
    terms.push_back(category.at("name").text("searchTerms").joined());
    category.at("id").omit(kInnerNumber);
    category.at("code").omit(kInnerNumber);
  } else if (category.exists()) {
    terms.push_back(category.text("searchTerms").joined());
  }
  const SourceNode groups = in.data.at("serviceGroupsDetails");
  for (std::string& name : names_of(groups, "searchTerms")) terms.push_back(std::move(name));
  for (const SourceNode& group : groups.items())
    group.at("type").omit("người dân hay doanh nghiệp; xem audience");
  for (const SourceNode& word : in.data.at("keywords").is_text() ? std::vector{in.data.at("keywords")}
                                                                 : in.data.at("keywords").items()) {
    terms.push_back(word.text("searchTerms").joined());
  }
  for (std::string& term : terms) {
    const auto& known = in.guide.search_terms;
    if (term.empty() || std::find(known.begin(), known.end(), term) != known.end()) continue;
    in.guide.search_terms.push_back(std::move(term));
  }
}

std::string_view return_place(std::string_view word) {
  if (word == "AT_HOME") return "tại nhà";
  if (word == "AT_SUBMISSION_PLACE") return "tại nơi nộp";
  if (word == "ONLINE") return "trực tuyến";
  return {};
}

void read_returning(PortalReading& in) {
  for (const SourceNode& method : in.data.at("returningMethods").items()) {
    const SourceNode type = method.at("type");
    const std::string word = type.word();
    std::string note = word == "ONLINE"    ? "Nộp trực tuyến"
                       : word == "OFFLINE" ? "Nộp trực tiếp"
                                           : "Nộp cách khác";
    type.mark(note == "Nộp cách khác" ? Fate::doubtful : Fate::changed, "notes", "viết lại thành câu");
    note += " thì nhận kết quả: ";
    bool first = true;
    for (const SourceNode& value : method.at("value").items()) {
      const std::string_view place = return_place(value.word());
      value.mark(place.empty() ? Fate::doubtful : Fate::changed, "notes", "viết lại thành câu");
      const std::string text = place.empty() ? value.text("notes").joined() : std::string(place);
      if (text.empty()) continue;
      note += (first ? "" : ", ") + text;
      first = false;
    }
    if (!first) add_note(in, note + ".");
  }
}

void read_remarks(PortalReading& in) {
  for (const std::string& name : names_of(in.data.at("procedureRelatedGroup"), "notes")) {
    add_note(in, "Thủ tục liên quan: " + name + ".");
  }
  for (const std::string& line : in.data.at("note").text("notes").lines) {
    add_note(in, std::string(without_bullet(line)));
  }
  read_returning(in);
  if (in.data.at("isNonTerritorial").boolean("notes") == true) {
    add_note(in, "Nộp được ở nơi khác nơi cư trú (cổng ghi: không phụ thuộc địa giới).");
  }
  if (in.data.at("isOfflineOnly").boolean("notes") == true) add_note(in, "Chỉ nộp trực tiếp.");
}

// Known fields that say nothing a guide could hold.
void omit_inner_fields(const SourceNode& root, const SourceNode& data) {
  using Omitted = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Omitted, 17> kOmitted{{
      {"id", kInnerNumber},
      {"categoryIds", kInnerNumber},
      {"serviceGroupIds", kInnerNumber},
      {"departmentPromulgateId", kInnerNumber},
      {"departmentPromulgateCode", kInnerNumber},
      {"formalityType", "cách phân loại của cổng"},
      {"type", "cách phân loại của cổng"},
      {"isInternal", "cách phân loại của cổng"},
      {"isWard", "cấp thực hiện; xem competentAuthority"},
      {"isProvince", "cấp thực hiện; xem competentAuthority"},
      {"isMinistry", "cấp thực hiện; xem competentAuthority"},
      {"isOtherAgency", "cấp thực hiện; xem competentAuthority"},
      {"isUndetermined", "cấp thực hiện; xem competentAuthority"},
      {"isVertical", "cách phân loại của cổng"},
      {"isFullProcess", "mức dịch vụ trực tuyến của cổng"},
      {"isSharedService", "mức dịch vụ trực tuyến của cổng"},
      {"createdAt", "ngày cổng tạo bản ghi; xem updatedAt"},
  }};
  for (const auto& one : kOmitted) data.at(one.first).omit(one.second);
  if (root.pointer() == data.pointer()) return;
  root.at("code").omit("phong bì của cổng");
  root.at("message").omit("phong bì của cổng");
}

void read_code(PortalReading& in, const std::string& code) {
  guide::ProcedureCode current;
  current.code = code;
  current.name = in.guide.official_name;
  current.provenance = in.provenance(true);
  in.guide.codes.push_back(std::move(current));
  in.guide.links.push_back({"portal-search", code, "", {}});
}

void read_record(PortalReading& in, const std::string& code, std::optional<Date> captured_on) {
  read_origin(in, code, captured_on);
  read_name(in, code);
  read_code(in, code);
  read_state(in);
  read_requirements(in);
  read_cases(in);
  read_steps(in);
  read_methods(in);
  read_people(in);
  read_law(in);
  read_remarks(in);
  read_terms(in);
}

void remark_on_file(const RecordJson& record, Ledger& ledger) {
  for (const std::string& name : record.repeated_names) {
    ledger.remark("", {Fate::doubtful, "", fmt::format("trường \"{}\" ghi hai lần; lấy lần sau", name)});
  }
  if (record.mended_bytes) ledger.remark("", {Fate::doubtful, "", "tệp có byte hỏng, đã thay bằng dấu �"});
}

}  // namespace

Result<PortalDraft> import_portal_record(std::string_view bytes, std::string_view where,
                                         std::optional<Date> captured_on) {
  TRY(const RecordJson record, parse_record(bytes, where));
  PortalDraft draft{{}, "", Ledger(record.root)};
  const SourceNode root(&record.root, "", draft.ledger);
  const SourceNode data = root.at("data").is_object() ? root.at("data") : root;
  draft.code = procedure_code(data);
  if (draft.code.empty()) {
    return fail(Errc::invalid, "{}: không có mã thủ tục (\"code\"); đây không phải bản ghi của cổng", where);
  }
  PortalReading in{data, draft.guide, {}, {}};
  read_record(in, draft.code, captured_on);
  omit_inner_fields(root, data);
  remark_on_file(record, draft.ledger);
  return draft;
}

Result<std::string> draft_file(const Guide& guide) {
  std::string bytes = guide::write_guide(guide);
  if (const auto read = guide::read_guide(bytes, guide.id); !read) {
    return fail(Errc::internal, "bản nháp không đúng khuôn bài hướng dẫn: {}", read.error().message);
  }
  return bytes;
}

}  // namespace conglang::import
