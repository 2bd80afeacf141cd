// executionCases hold two things under one name: real situations of the applicant, and headings of one list
// of papers ("Giấy tờ phải nộp", "Lưu ý"). Only the first become cases.

#include <algorithm>
#include <array>

#include "content/base/utf8.h"
#include "content/import/portal_parts.h"
#include "content/import/reading.h"
#include "content/import/slug.h"

namespace conglang::import {
namespace {

using guide::Case;
using guide::Evidence;

constexpr int kMostPapers = 99;  // what guide files accept
constexpr std::size_t kLongestCaseId = 40;

enum class GroupKind { papers, papers_to_show, remarks, situation };

struct Group {
  GroupKind kind = GroupKind::papers;
  std::string label;
};

void trim_end(std::string& text, std::string_view letters) {
  while (!text.empty() && letters.find(text.back()) != std::string_view::npos) text.pop_back();
}

bool cut_end(std::string& text, std::string_view end) {
  if (!lower_case(text).ends_with(end) || text.size() < end.size()) return false;
  text.resize(text.size() - end.size());
  trim_end(text, " ,;:");
  return true;
}

// "a) Hồ sơ đề nghị gia hạn gồm:" → "Hồ sơ đề nghị gia hạn"
std::string label_of(const std::string& name) {
  std::string_view rest = without_bullet(name);
  const std::size_t bracket = rest.substr(0, 4).find(") ");
  if (bracket != std::string_view::npos) rest.remove_prefix(bracket + 2);
  std::string label(rest);
  trim_end(label, " ,;:.");
  for (const std::string_view end : {"hồ sơ gồm", "hồ sơ bao gồm", "gồm"}) cut_end(label, end);
  return label;
}

Group group_of(const std::string& name) {
  std::string plain = lower_case(without_bullet(name));
  trim_end(plain, " ,;:.");
  constexpr std::array<std::string_view, 7> kListNames{
      "", "thành phần hồ sơ", "hồ sơ", "hồ sơ gồm", "thành phần hồ sơ gồm", "hồ sơ bao gồm", "mặc định"};
  if (plain.starts_with("lưu ý") || plain.starts_with("ghi chú")) return {GroupKind::remarks, ""};
  if (plain.starts_with("giấy tờ") && plain.find("xuất trình") != std::string::npos) {
    return {GroupKind::papers_to_show, ""};
  }
  if (plain.starts_with("giấy tờ phải") || plain == "giấy tờ") return {GroupKind::papers, ""};
  if (std::find(kListNames.begin(), kListNames.end(), plain) != kListNames.end()) {
    return {GroupKind::papers, ""};
  }
  std::string label = label_of(name);
  return label.empty() ? Group{GroupKind::papers, ""} : Group{GroupKind::situation, std::move(label)};
}

// A count of papers. Nothing when the field does not say one.
std::optional<int> count_of(const SourceNode& node, std::string_view word, bool& plain) {
  const auto number = node.integer("cases/evidence");
  if (number && *number >= 0 && *number <= kMostPapers) return static_cast<int>(*number);
  plain = false;
  if (number) {
    node.doubtful("cases/evidence", "số bản không hợp lý; không dùng");
    return std::nullopt;
  }
  if (!node.is_text()) return std::nullopt;
  const std::string text = node.text("cases/evidence/note").joined();
  const PaperCounts counts = paper_counts(text);
  const auto found = word == "originals" ? counts.originals : counts.copies;
  node.doubtful("cases/evidence", "số bản viết bằng chữ: \"" + text + "\"");
  return found;
}

struct Counted {
  int originals = 0;
  int copies = 0;
  bool plain = true;
};

Counted counts_of(const SourceNode& paper, const std::string& name) {
  Counted out;
  const SourceNode originals = paper.at("originalQty");
  const SourceNode copies = paper.at("copyQty");
  const PaperCounts first = originals.is_text() ? paper_counts(originals.word()) : PaperCounts{};
  out.originals = count_of(originals, "originals", out.plain).value_or(0);
  out.copies = count_of(copies, "copies", out.plain).value_or(first.copies.value_or(0));
  const PaperCounts named = paper_counts(name);
  const bool differs =
      (named.originals && *named.originals != out.originals) || (named.copies && *named.copies != out.copies);
  if (differs) {
    out.plain = false;
    originals.doubtful("cases/evidence", "tên giấy tờ ghi số bản khác");
    copies.doubtful("cases/evidence", "tên giấy tờ ghi số bản khác");
    if (out.originals + out.copies == 0) {
      out.originals = named.originals.value_or(0);
      out.copies = named.copies.value_or(0);
    }
  }
  return out;
}

std::string forms_of(const SourceNode& paper) {
  std::string note;
  for (const SourceNode& file : paper.at("attachments").items()) {
    const std::string name =
        (file.is_object() ? file.at("fileName") : file).text("cases/evidence/note").joined();
    if (!name.empty()) note += (note.empty() ? "Mẫu: " : "; ") + name;
    for (const std::string_view inner : {"id", "bucketName", "filePath", "fileId"}) {
      file.at(inner).omit("chỗ lưu tệp của cổng; tên tệp ở fileName");
    }
  }
  return note;
}

// A line among the papers, with no copy of it asked for, that tells something instead of naming a paper.
bool is_remark(const std::string& text, char mark) {
  constexpr std::array<std::string_view, 10> kBeginnings{
      "ví dụ",   "trường hợp", "lưu ý",    "đối với",       "cơ quan đăng ký",
      "cá nhân", "người ",     "khi nộp ", "không yêu cầu", "thành phần hồ sơ"};
  const std::string lower = lower_case(text);
  if (mark == '+' || mark == '*' || text.ends_with(':')) return true;
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view one) { return lower.starts_with(one); });
}

void omit_inner_fields(const SourceNode& paper) {
  paper.at("profileComponentId").omit(kInnerNumber);
  paper.at("code").omit(kInnerNumber);
  paper.at("hasElectronicForm").omit("cổng có mẫu điện tử; không thuộc bài hướng dẫn");
  paper.at("required").omit("cổng ghi như nhau cho mọi giấy tờ, không dùng được");
  if (paper.at("isProcessingResult").boolean("") == true) {
    paper.at("isProcessingResult").doubtful("", "cổng ghi là kết quả, không phải giấy phải nộp");
  }
}

struct Papers {
  std::vector<Evidence> evidence;
  std::vector<std::string> remarks;
};

void read_paper(const PortalReading& in, const SourceNode& paper, GroupKind kind, Papers& out) {
  const SourceNode name_node = paper.is_object() ? paper.at("name") : paper;
  const SourceText name = name_node.text("cases/evidence");
  char mark = 0;
  const std::string first(name.empty() ? std::string_view() : without_bullet(name.lines.front(), &mark));
  std::string text = first;
  for (std::size_t i = 1; i < name.lines.size(); ++i) text += (text.empty() ? "" : " ") + name.lines[i];
  const Counted counts = counts_of(paper, text);
  const std::string forms = forms_of(paper);
  const std::string source = paper.at("source").text("cases/evidence/note").joined();
  omit_inner_fields(paper);
  if (text.empty()) {
    if (forms.empty()) return name_node.doubtful("", "giấy tờ không có tên; không đưa vào bản nháp");
    text = "Giấy tờ theo mẫu";
    name_node.doubtful("cases/evidence", "giấy tờ không có tên");
  }
  const bool none = counts.originals + counts.copies == 0;
  if (none && forms.empty() && (kind == GroupKind::remarks || is_remark(text, mark))) {
    name_node.changed("notes", "không đòi bản nào và là lời dặn; đưa vào ghi chú");
    out.remarks.push_back(text);
    if (!source.empty()) out.remarks.push_back(source);
    return;
  }
  Evidence evidence;
  evidence.name = vi(text);
  evidence.note = vi(forms + (forms.empty() || source.empty() ? "" : "; ") + source);
  evidence.originals = counts.originals;
  evidence.copies = counts.copies;
  evidence.handling =
      kind == GroupKind::papers_to_show ? Evidence::Handling::show : Evidence::Handling::submit;
  const bool plain = counts.plain && !none && !name.doubtful && kind != GroupKind::remarks;
  if (none) {
    paper.at("originalQty").doubtful("cases/evidence", "không ghi cần bản chính hay bản sao nào");
    paper.at("copyQty").doubtful("cases/evidence", "không ghi cần bản chính hay bản sao nào");
  }
  evidence.provenance = in.provenance(plain);
  out.evidence.push_back(std::move(evidence));
}

Case& case_named(PortalReading& in, const std::string& label) {
  auto& cases = in.guide.cases;
  for (Case& one : cases) {
    if (one.label.in("vi") == label) return one;
  }
  std::string id = to_slug(label, kLongestCaseId);
  if (id.empty()) id = "truong-hop";
  const auto used = [&](const std::string& wanted) {
    return std::any_of(cases.begin(), cases.end(), [&](const Case& one) { return one.id == wanted; });
  };
  std::string free = id;
  for (int n = 2; used(free); ++n) free = fmt::format("{}-{}", id, n);
  cases.push_back({});
  cases.back().id = free;
  cases.back().label = vi(label);
  return cases.back();
}

void read_group(PortalReading& in, const SourceNode& list, const Group& group) {
  Papers papers;
  for (const SourceNode& paper : list.items()) read_paper(in, paper, group.kind, papers);
  for (const std::string& remark : papers.remarks) {
    add_note(in, group.kind == GroupKind::situation ? group.label + ": " + remark : remark);
  }
  auto& target = group.kind == GroupKind::situation ? case_named(in, group.label).evidence : in.shared;
  for (Evidence& one : papers.evidence) target.push_back(std::move(one));
}

void share_papers(PortalReading& in) {
  if (in.guide.cases.empty()) {
    in.guide.cases.push_back({});
    in.guide.cases.front().id = "chung";
  }
  const bool several = in.guide.cases.size() > 1;
  for (Case& one : in.guide.cases) {
    for (Evidence evidence : in.shared) {
      if (several) evidence.provenance.confidence = guide::Confidence::uncertain;
      one.evidence.push_back(std::move(evidence));
    }
  }
  if (several) in.guide.case_question = vi("Bạn thuộc trường hợp nào?");
}

}  // namespace

void read_cases(PortalReading& in) {
  for (const SourceNode& one : in.data.at("executionCases").items()) {
    const SourceNode name = one.at("name");
    const Group group = group_of(name.text("cases/label").joined());
    if (group.kind != GroupKind::situation && !name.word().empty()) {
      name.changed("cases/evidence/handling, notes", "tên của danh sách giấy tờ, không phải trường hợp");
    }
    one.at("id").omit(kInnerNumber);
    read_group(in, one.at("profileComponents"), group);
  }
  for (const SourceNode& variant : in.data.at("cases").items()) {
    const SourceNode papers = variant.at("profileComponents");
    if (papers.items().empty()) continue;  // the usual form: names and times only, see read_variants
    read_group(in, papers, group_of(clean_source_text(variant.at("name").word()).joined()));
  }
  read_group(in, in.data.at("profileComponents"), {});
  share_papers(in);
  for (const guide::Case& one : in.guide.cases) {
    if (!one.evidence.empty()) return;
  }
  for (const SourceNode& one : in.data.at("executionCases").items()) {
    one.at("profileComponents").doubtful("cases/evidence", "cổng không ghi giấy tờ nào");
  }
}

}  // namespace conglang::import
