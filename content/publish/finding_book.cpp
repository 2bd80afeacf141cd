#include "content/publish/finding_book.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace conglang::publish {
namespace {

using guide::Finding;
using guide::RuleId;
using guide::Severity;

bool is_error(const Finding& finding) {
  return finding.severity == Severity::error;
}

void drop_told_twice(std::vector<Finding>& findings) {
  const std::string_view schema = guide::rule_of(RuleId::schema).id;
  std::set<std::string> told;
  for (const Finding& finding : findings) {
    if (finding.rule != schema && is_error(finding)) told.insert(finding.pointer);
  }
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.rule == schema && !finding.pointer.empty() && told.contains(finding.pointer);
  });
  for (auto finding = findings.begin(); finding != findings.end();) {
    finding =
        std::find(findings.begin(), finding, *finding) == finding ? finding + 1 : findings.erase(finding);
  }
}

}  // namespace

void FindingBook::note(RuleId rule, const std::string& path, std::string message) {
  const guide::Rule& about = guide::rule_of(rule);
  note({std::string(about.id), about.severity, path, 1, {}, std::move(message)});
}

void FindingBook::note(const guide::Report& report) {
  for (const Finding& finding : report.findings()) note(finding);
}

void FindingBook::note(const std::string& path, const Error& error, RuleId rule) {
  if (error.code == Errc::parse) rule = RuleId::json_syntax;
  for (const Finding& finding : guide::findings_of(error, path, guide::rule_of(rule).id)) note(finding);
}

bool FindingBook::has_error(const std::string& path) const {
  const auto found = by_path_.find(path);
  return found != by_path_.end() && std::any_of(found->second.begin(), found->second.end(), is_error);
}

bool FindingBook::has_errors() const {
  return std::any_of(by_path_.begin(), by_path_.end(), [](const auto& entry) {
    return std::any_of(entry.second.begin(), entry.second.end(), is_error);
  });
}

std::vector<Finding> FindingBook::finish() && {
  std::vector<Finding> all;
  for (auto& entry : by_path_) {
    drop_told_twice(entry.second);
    std::stable_sort(entry.second.begin(), entry.second.end(),
                     [](const Finding& a, const Finding& b) { return a.line < b.line; });
    std::move(entry.second.begin(), entry.second.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace conglang::publish
