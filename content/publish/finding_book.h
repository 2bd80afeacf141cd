#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "content/base/result.h"
#include "content/guide/lint/report.h"

namespace conglang::publish {

/// What was found in the files of a bundle, by path.
class FindingBook {
 public:
  /// About the whole file `path`.
  void note(guide::RuleId rule, const std::string& path, std::string message);
  void note(const guide::Report& report);
  void note(const guide::Finding& finding) { by_path_[finding.path].push_back(finding); }

  /// A reader's error about `path`; bytes that are no JSON are always json-syntax.
  void note(const std::string& path, const Error& error, guide::RuleId rule);

  /// The value of a reading that went well; notes the error of one that did not.
  template <typename T>
  std::optional<T> take(const std::string& path, Result<T> result,
                        guide::RuleId rule = guide::RuleId::schema) {
    if (result) return std::move(*result);
    note(path, result.error(), rule);
    return std::nullopt;
  }

  bool has_error(const std::string& path) const;
  bool has_errors() const;

  /// All findings by path, then line. The reader's words about a value give way to an error of another rule
  /// about the same value; nothing is told twice.
  std::vector<guide::Finding> finish() &&;

 private:
  std::map<std::string, std::vector<guide::Finding>> by_path_;
};

}  // namespace conglang::publish
