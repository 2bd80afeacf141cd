#pragma once
// What a resident's phone asks of the server: the guides of a commune as light pages, `/g/<commune>/<id>`,
// and, where the operator wants them, short links, `/t/<code>`, that lead to a published guide's own address
// on a portal and nowhere else: only what the signed link policy allows. Made from the verified repository,
// and again when something is published or a day begins.

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "content/base/result.h"
#include "content/base/time.h"
#include "content/guide/bundle.h"
#include "sync/server/api/router.h"
#include "sync/server/review/published.h"

namespace conglang::server {

enum class ShortLinks { off, on };

class PhoneSite {
 public:
  explicit PhoneSite(PublishedContent& content) : content_(content) {}

  /// The bytes of the page `path` ("khai-sinh", "en/khai-sinh", "index", "icon.svg") of `commune`. Errors:
  /// refused 404; PublishedContent's.
  Result<std::string> page(const std::string& commune, const std::string& path, Instant now);

  /// Where `code`, the id or a procedure code of a published guide, leads. Errors: refused 404, also for one
  /// whose address the link policy does not allow; PublishedContent's.
  Result<std::string> target(const std::string& code);

 private:
  struct Made {
    std::int64_t timestamp = 0;  ///< of the tree
    Date day{};
    guide::Files files;
  };
  using MadeNow = std::shared_ptr<const Made>;
  using Targets = std::map<std::string, std::string, std::less<>>;

  Result<MadeNow> made(const std::string& commune, Instant now);
  Result<std::shared_ptr<const Targets>> targets();

  PublishedContent& content_;
  std::mutex mutex_;  ///< of what was made; one maker at a time
  std::map<std::string, MadeNow, std::less<>> made_;
  std::int64_t targets_of_ = -1;  ///< timestamp of the tree
  std::shared_ptr<const Targets> targets_;
};

/// `site` outlives the router.
void add_phone_routes(Router& router, PhoneSite& site, ShortLinks short_links);

}  // namespace conglang::server
