#include <algorithm>
#include <array>

#include "content/import/portal_parts.h"
#include "content/import/reading.h"

namespace conglang::import {
namespace {

using guide::LegalResource;

void add_law(PortalReading& in, LegalResource law) {
  auto& laws = in.guide.legal_resources;
  const auto same = [&](const LegalResource& one) {
    return one.number == law.number && one.title == law.title;
  };
  if (!std::any_of(laws.begin(), laws.end(), same)) laws.push_back(std::move(law));
}

void read_legal_basis(PortalReading& in, const SourceNode& basis) {
  const SourceNode code = basis.at("code");
  const SourceText name = (basis.is_object() ? basis.at("name") : basis).text("legalResources/title");
  std::string number = code.text("legalResources/number").joined();
  basis.at("id").omit(kInnerNumber);
  bool plain = !document_number(number).empty() && !name.doubtful;
  if (number.empty()) {
    number = document_number(name.joined());
    plain = false;
    code.doubtful("legalResources/number",
                  number.empty() ? "không có số hiệu; dùng tên" : "lấy số hiệu trong tên");
  } else if (plain) {
    const std::string only = document_number(number);
    if (only != number) code.changed("legalResources/number", "bỏ chữ đứng trước số hiệu");
    number = only;
  } else {
    code.doubtful("legalResources/number", "không giống số hiệu văn bản");
  }
  const bool by_name = number.empty();
  if (by_name) number = name.joined();
  if (number.empty()) return basis.doubtful("", "căn cứ không có số và tên");
  add_law(in, {number, by_name ? guide::Text{} : vi(name.joined()), in.provenance(plain)});
}

std::optional<Date> decision_day(const SourceNode& node) {
  if (node.is_null()) {
    node.kept("");
    return std::nullopt;
  }
  const auto milliseconds = node.integer("legalResources/provenance/publishedOn");
  constexpr std::int64_t kYear2100 = 4102444800;
  if (!milliseconds || *milliseconds <= 0 || *milliseconds / 1000 > kYear2100) {
    node.doubtful("", "ngày không đọc được");
    return std::nullopt;
  }
  node.changed("legalResources/provenance/publishedOn", "viết lại thành ngày");
  return local_date(Instant(std::chrono::seconds(*milliseconds / 1000)));
}

// The decision by which the portal's procedure was announced.
void read_decision(PortalReading& in) {
  const SourceNode proposal = in.data.at("procedureProposal");
  const std::string decision = in.data.at("decisionNo").text("legalResources/number").joined();
  const std::string numbered = proposal.at("decisionNumber").text("legalResources/number").joined();
  const std::string proposed = proposal.at("proposalNumber").text("legalResources/number").joined();
  const SourceNode agency = proposal.at("issuingAgency");
  const std::string publisher =
      (agency.is_object() ? agency.at("name") : agency).text("legalResources/provenance/publisher").joined();
  proposal.at("id").omit(kInnerNumber);
  if (agency.is_object()) agency.at("id").omit(kInnerNumber);
  proposal.at("proposalType").omit("cách phân loại của cổng");
  proposal.at("publicationDate").omit("ngày đăng lên cổng; xem decisionDate");
  const auto day = decision_day(proposal.at("decisionDate"));
  const std::string number = !decision.empty() ? decision : !numbered.empty() ? numbered : proposed;
  if (number.empty()) return;
  const bool plain = !decision.empty() || !numbered.empty();
  if (!plain) proposal.at("proposalNumber").doubtful("legalResources/number", "cổng chỉ ghi số tờ trình");
  LegalResource law{number, vi("Quyết định công bố thủ tục hành chính"), in.provenance(plain)};
  if (!publisher.empty()) law.provenance.publisher = publisher;
  law.provenance.published_on = day;
  add_law(in, std::move(law));
}

// Lists of inner numbers stand beside lists of the same things by name.
void omit_numbers(const PortalReading& in, std::string_view numbers, std::string_view named) {
  const SourceNode node = in.data.at(numbers);
  const bool lost = !node.items().empty() && in.data.at(named).items().empty();
  if (lost) return node.doubtful("", fmt::format("chỉ có mã số, \"{}\" trống", named));
  if (!node.items().empty()) node.mark(Fate::omitted, "", kInnerNumber);
}

void read_results(PortalReading& in) {
  for (const SourceNode& result : in.data.at("resultsDetails").items()) {
    const SourceText name = (result.is_object() ? result.at("name") : result).text("outputs");
    result.at("id").omit(kInnerNumber);
    result.at("code").omit(kInnerNumber);
    const std::string text(without_bullet(name.joined()));
    const auto same = [&](const guide::Output& one) { return one.name.in("vi") == text; };
    if (text.empty()) {
      result.at("name").doubtful("", "kết quả không có tên");
    } else if (std::none_of(in.guide.outputs.begin(), in.guide.outputs.end(), same)) {
      in.guide.outputs.push_back({vi(text), in.provenance(!name.doubtful)});
    }
  }
}

void add_names(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more) {
    std::string plain = name;
    while (plain.ends_with('.') || plain.ends_with(' ')) plain.pop_back();
    const auto same = [&](const std::string& one) { return lower_case(one) == lower_case(plain); };
    if (!plain.empty() && std::none_of(names.begin(), names.end(), same)) names.push_back(plain);
  }
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "; ") + name;
  return out;
}

// The same agencies stand in up to three fields: a list of groups, a list of offices, and a text that joins
// the offices again by commas.
std::vector<std::string> agencies(const PortalReading& in, std::string_view groups, std::string_view offices,
                                  std::string_view text, std::string_view to) {
  std::vector<std::string> names;
  add_names(names, names_of(in.data.at(groups), to));
  add_names(names, names_of(in.data.at(offices), to));
  if (text.empty()) return names;
  const SourceNode node = in.data.at(text);
  const std::string written = node.text(to).joined();
  const bool repeats = std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    return lower_case(written).find(lower_case(name)) != std::string::npos;
  });
  std::string rest = lower_case(written);
  for (const std::string& name : names) {
    const std::size_t at = rest.find(lower_case(name));
    if (at != std::string::npos) rest.erase(at, lower_case(name).size());
  }
  const bool nothing_new = rest.find_first_not_of(" ,;.") == std::string::npos;
  if (!names.empty() && (repeats || nothing_new) && nothing_new) {
    if (!written.empty()) node.changed(to, "cùng nội dung với danh sách cơ quan; ghi một lần");
  } else {
    add_names(names, {written});
  }
  return names;
}

}  // namespace

void read_law(PortalReading& in) {
  for (const SourceNode& basis : in.data.at("legalBasisesDetails").items()) read_legal_basis(in, basis);
  read_decision(in);
  read_results(in);
  omit_numbers(in, "legalBasisIds", "legalBasisesDetails");
  omit_numbers(in, "resultIds", "resultsDetails");
}

void read_people(PortalReading& in) {
  std::vector<std::string> subjects;
  for (const std::string_view list : {"subjectTypesDetails", "targetObjects", "formalityTargetType"}) {
    add_names(subjects, names_of(in.data.at(list), "audience"));
  }
  in.guide.audience = vi(joined(subjects));
  const auto executing =
      agencies(in, "unitGroupsExecuting", "departmentsExecuting", "executingAgencies", "competentAuthority");
  const auto deciding = agencies(in, "unitGroupsAuthority", "departmentsAuthority", "delegatedAgencies",
                                 "competentAuthority, notes");
  const auto authorized =
      agencies(in, "unitGroupsAuthorized", "departmentsAuthorized", "authorizedAgencies", "notes");
  const auto helping =
      agencies(in, "unitGroupsCoordinating", "departmentsCoordinating", "coordinatingAgencies", "notes");
  const auto listed = agencies(in, "departmentDetails", "departments", "", "competentAuthority");
  const auto& main = !executing.empty() ? executing : !deciding.empty() ? deciding : listed;
  in.guide.competent_authority = vi(joined(main));
  for (guide::Channel& channel : in.guide.channels) {
    const bool police = !main.empty() && lower_case(main.front()).starts_with("công an");
    if (police && channel.kind == guide::Channel::Kind::counter) channel.kind = guide::Channel::Kind::police;
  }
  if (!executing.empty() && !deciding.empty() && deciding != executing) {
    add_note(in, "Cơ quan có thẩm quyền: " + joined(deciding) + ".");
  }
  if (&main != &listed && !listed.empty() && listed != main)
    add_note(in, "Cơ quan khác: " + joined(listed) + ".");
  if (!authorized.empty()) add_note(in, "Cơ quan được ủy quyền: " + joined(authorized) + ".");
  if (!helping.empty()) add_note(in, "Cơ quan phối hợp: " + joined(helping) + ".");
  using Lists = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Lists, 9> kLists{{{"subjectTypeIds", "subjectTypesDetails"},
                                         {"departmentExecutingIds", "departmentsExecuting"},
                                         {"departmentAuthorityIds", "departmentsAuthority"},
                                         {"departmentAuthorizedIds", "departmentsAuthorized"},
                                         {"departmentCoordinatingIds", "departmentsCoordinating"},
                                         {"unitGroupExecutingIds", "unitGroupsExecuting"},
                                         {"unitGroupAuthorityIds", "unitGroupsAuthority"},
                                         {"unitGroupAuthorizedIds", "unitGroupsAuthorized"},
                                         {"unitGroupCoordinatingIds", "unitGroupsCoordinating"}}};
  for (const Lists& pair : kLists) {
    omit_numbers(in, pair.first, pair.second);
  }
}

}  // namespace conglang::import
