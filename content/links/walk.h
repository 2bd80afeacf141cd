#pragma once
// What becomes of one link: asked, sent on, asked again, judged. Every address that a server sends its
// visitor on to is held to the link policy like the first one, because that is where a resident's phone would
// end. Pure: each visit's outcome goes in, the next address or the verdict comes out.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "content/guide/link_policy.h"
#include "sync/client/web_visit.h"

namespace conglang::links {

enum class Standing {
  good,       ///< answers
  moved,      ///< answers, but for good under another address: the link should be changed
  unsure,     ///< the server turns programs away; a person should look
  broken,     ///< the page is gone, or what answers is no web page
  refused,    ///< leads outside the link policy, or to a machine that is not on the public internet
  no_answer,  ///< not reached, or the server is in trouble: to be tried again another day
};

/// "good", "no-answer": for machines.
std::string_view standing_name(Standing standing);

struct Verdict {
  Standing standing = Standing::good;
  std::string address;  ///< where the walk ended
  int status = 0;       ///< of HTTP; 0: no answer
  int tries = 0;        ///< visits to that address
  std::string vi;       ///< what was found and what to do; empty when good
  std::string en;

  bool operator==(const Verdict&) const = default;
};

struct WalkRules {
  int max_redirects = 5;
  int max_tries = 3;                              ///< of one address
  std::chrono::milliseconds first_wait{1000};     ///< before the second try; doubled before each further one
  std::chrono::milliseconds longest_wait{30000};  ///< a server that asks for more is not waited for
};

/// The next address to ask, after a wait.
struct Onward {
  std::string url;
  std::chrono::milliseconds wait{0};

  bool operator==(const Onward&) const = default;
};

class Walk {
 public:
  /// `url`: passed by `policy`, which must outlive this.
  Walk(std::string url, const guide::LinkPolicy& policy, const WalkRules& rules)
      : url_(std::move(url)), policy_(policy), rules_(rules) {}

  /// What follows from `visit`, the outcome of asking the address that is due.
  std::variant<Onward, Verdict> after(const client::Visit& visit);

 private:
  std::variant<Onward, Verdict> sent_on(const client::Visit& visit);
  std::variant<Onward, Verdict> answered(const client::Visit& visit);
  std::variant<Onward, Verdict> try_again(const client::Visit& visit, Standing otherwise, std::string vi,
                                          std::string en);
  Verdict verdict(Standing standing, int status, std::string vi, std::string en) const;

  std::string url_;
  const guide::LinkPolicy& policy_;
  WalkRules rules_;
  int redirects_ = 0;
  int tries_ = 0;
  bool only_for_good_ = true;  // every redirect so far was a permanent one
};

}  // namespace conglang::links
