#pragma once
// What lint says about a bundle: one finding is one sentence to a clerk, with the rule that made it and the
// place it is about. Rule ids are stable: scripts and people may rely on them.

#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"

namespace conglang::guide {

enum class Severity {
  error,    ///< must be mended: `conglang build` refuses
  warning,  ///< a resident may be misled or stopped; mend it, or know why not
  note,     ///< worth knowing
};

/// "error", "warning", "note".
std::string_view severity_name(Severity severity);

struct Finding {
  std::string rule;  ///< stable kebab-case id: "fee-missing"
  Severity severity = Severity::error;
  std::string path;     ///< the file, relative to the bundle's folder
  int line = 1;         ///< from 1
  std::string pointer;  ///< JSON Pointer of the value; empty: the whole file
  std::string message;  ///< Vietnamese, one line: what is wrong and what to do

  bool operator==(const Finding&) const = default;
};

/// "path:line: /pointer: message [rule]", in one line whatever the message holds.
std::string to_line(const Finding& finding);

/// The findings that a reader's error stands for: its message holds one "where:line: pointer: what" a line
/// (guide_json.h). `path` is its `where`.
std::vector<Finding> findings_of(const Error& error, std::string_view path, std::string_view rule);

}  // namespace conglang::guide
