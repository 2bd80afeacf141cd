#pragma once
// Once a night every published link is asked for its page, by the tool in a process of its own, which visits
// no machine that is not on the public internet. What is broken becomes something to do for whoever can mend
// it.

#include <string>
#include <vector>

#include "sync/server/review/review_desk.h"

namespace conglang::server::link_check {

/// In the small hours of Việt Nam, when the last visit was not in this night.
Result<bool> is_due(Transaction& transaction, Instant now);

/// Visits every published link; what was known stays when the visit does not come to its end. Errors:
/// PublishedContent's; io, network (the tool); Store::write's.
Result<void> visit(ReviewDesk& desk, Instant now);

struct BrokenLink {
  std::string url;
  std::string vi;
  std::string en;
  std::vector<std::string> files;
  Instant since;
};

/// What is broken among the links of the national guides and of `commune`'s own.
Result<std::vector<BrokenLink>> found(Transaction& transaction, const std::string& commune);

}  // namespace conglang::server::link_check
