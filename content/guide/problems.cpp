#include "content/guide/problems.h"

#include <algorithm>
#include <utility>

namespace conglang::guide {

void Problems::add(std::string pointer, std::string message) {
  found_.push_back({std::move(pointer), std::move(message)});
}

Error Problems::to_error(const Document& document) const {
  const Lines lines(document);
  std::vector<std::pair<int, std::string>> report;
  for (const Problem& problem : found_) {
    const int line = lines.of(problem.pointer);
    const std::string what =
        problem.pointer.empty() ? problem.message : problem.pointer + ": " + problem.message;
    report.emplace_back(line, fmt::format("{}:{}: {}", document.where, line, printable(what)));
  }
  std::stable_sort(report.begin(), report.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string message;
  for (const auto& entry : report) message += fmt::format("{}{}", message.empty() ? "" : "\n", entry.second);
  return Error{Errc::invalid, message};
}

}  // namespace conglang::guide
