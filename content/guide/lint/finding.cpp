#include "content/guide/lint/finding.h"

#include <algorithm>
#include <charconv>

#include "content/guide/json_document.h"

namespace conglang::guide {
namespace {

// Takes "path:12: " off the front of `text`; 1 when there is none.
int take_line(std::string_view& text, std::string_view path) {
  if (!text.starts_with(path) || !text.substr(path.size()).starts_with(':')) return 1;
  const std::string_view rest = text.substr(path.size() + 1);
  int line = 1;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), line);
  const auto digits = static_cast<std::size_t>(end - rest.data());
  const bool told = error == std::errc() && rest.substr(digits).starts_with(": ");
  text = told ? rest.substr(digits + 2) : rest;
  if (!told && text.starts_with(' ')) text.remove_prefix(1);
  return told ? line : 1;
}

// Takes "/a/b: " off the front of `text`.
std::string take_pointer(std::string_view& text) {
  const std::size_t end = text.find(": ");
  if (!text.starts_with('/') || end == std::string_view::npos) return {};
  std::string pointer(text.substr(0, end));
  text.remove_prefix(end + 2);
  return pointer;
}

}  // namespace

std::string_view severity_name(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "note";
}

std::string to_line(const Finding& finding) {
  const std::string_view colon = finding.pointer.empty() ? "" : ": ";
  return printable(fmt::format("{}:{}: {}{}{} [{}]", finding.path, finding.line, finding.pointer, colon,
                               finding.message, finding.rule));
}

std::vector<Finding> findings_of(const Error& error, std::string_view path, std::string_view rule) {
  std::vector<Finding> findings;
  std::string_view left = error.message;
  for (;;) {
    const std::size_t end = left.find('\n');
    std::string_view text = left.substr(0, end);
    Finding finding{std::string(rule), Severity::error, std::string(path), 1, {}, {}};
    finding.line = take_line(text, path);
    finding.pointer = take_pointer(text);
    finding.message = text;
    findings.push_back(std::move(finding));
    if (end == std::string_view::npos) return findings;
    left.remove_prefix(end + 1);
  }
}

}  // namespace conglang::guide
