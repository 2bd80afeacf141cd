#include "content/guide/lint/report.h"

#include <utility>

namespace conglang::guide {

void Report::add(RuleId rule, std::string pointer, std::string message) {
  if (!lines_) lines_.emplace(document_);
  const Rule& about = rule_of(rule);
  const int line = lines_->of(pointer);
  findings_.push_back(
      {std::string(about.id), about.severity, document_.where, line, std::move(pointer), std::move(message)});
}

}  // namespace conglang::guide
