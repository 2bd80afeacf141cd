#pragma once
// Asks every link of a list, several at once, and says what became of each. Nothing of the pages is kept, and
// no machine outside the public internet is ever asked (address_range.h).

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "content/links/link_list.h"
#include "content/links/walk.h"

namespace conglang::links {

struct CheckOptions {
  std::size_t at_once = 8;   ///< visits under way in all
  std::size_t per_host = 2;  ///< and to one host
  std::chrono::milliseconds answer_within{20000};
  WalkRules walk;
  std::string authorities_file;  ///< PEM: whose certificates are good; empty: the system's
  /// For tests: "127.0.0.1:8443", a server on this machine that stands in for every host. It, and it alone,
  /// is then asked; loopback is refused all the same where this is empty.
  std::string stand_in;
};

/// A verdict for each of `list.links`, in their order. `on_progress` is told how many are done, now and then
/// and on the caller's thread.
/// Errors: bad_usage, a stand-in that is no loopback address with a port.
Result<std::vector<Verdict>> check_links(const client::CurlLibrary& library, const LinkList& list,
                                         const CheckOptions& options,
                                         const std::function<void(std::size_t)>& on_progress);

}  // namespace conglang::links
