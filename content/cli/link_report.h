#pragma once
// What a check of links found, for people or as one JSON object a line.

#include <vector>

#include "content/base/result.h"
#include "content/links/check.h"

namespace conglang::cli {

struct CheckedLinks {
  const links::LinkList& list;
  const std::vector<links::Verdict>& verdicts;  ///< beside list.links
};

/// Every link, a line each.
void print_links_json(const CheckedLinks& checked);

/// What a person has to do, and where one change mends many: nothing for links that are good.
void print_links(const CheckedLinks& checked);

/// The totals, as the last line for standard error. Errors: invalid, when a link is broken or refused;
/// network, when none is but some did not answer. The message is that line too.
Result<std::string> sum_up(const CheckedLinks& checked);

}  // namespace conglang::cli
