#pragma once
// Collects what the rules say about one file.

#include <optional>
#include <string>
#include <vector>

#include "content/guide/json_document.h"
#include "content/guide/lint/finding.h"
#include "content/guide/lint/rules.h"

namespace conglang::guide {

/// The findings about one document, which must outlive this. Severities come from the table of rules.
class Report {
 public:
  explicit Report(const Document& document) : document_(document) {}

  void add(RuleId rule, std::string pointer, std::string message);
  const std::vector<Finding>& findings() const { return findings_; }

 private:
  const Document& document_;
  std::optional<Lines> lines_;  // made with the first finding
  std::vector<Finding> findings_;
};

}  // namespace conglang::guide
