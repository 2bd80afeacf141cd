// Any bytes as an address and as a procedure code: what is allowed is a plain https address of a listed host,
// and stays allowed, unchanged, when it is checked again.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/guide/link_policy.h"

using namespace conglang;
using namespace conglang::guide;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

LinkPolicy sample_policy() {
  LinkPolicy policy;
  policy.hosts = {{"dichvucong.gov.vn", true}};
  policy.exact_urls = {"https://zalo.me/g/a"};
  policy.templates = {{"query", "https://dichvucong.gov.vn/tim?k={code}", {}},
                      {"path", "https://dichvucong.gov.vn/tim/{code}", {}}};
  return policy;
}

void require_plain(const LinkPolicy& policy, const Result<CheckedLink>& link) {
  if (!link) return require(!link.error().message.empty());
  const std::string& url = link->url;
  require(url == "https://zalo.me/g/a" || link->host == "dichvucong.gov.vn" ||
          link->host.ends_with(".dichvucong.gov.vn"));
  require(url.starts_with("https://" + link->host));
  const std::string_view rest = std::string_view(url).substr(8 + link->host.size());
  require(rest.empty() || rest.front() == '/' || rest.front() == '?');
  require(std::all_of(url.begin(), url.end(), [](char c) { return c > 0x20 && c < 0x7f; }));
  require(url.find_first_of("@\\#\"<>^`{|}") == std::string::npos);
  const auto again = check_link(policy, url);
  require(again && again->url == url && again->host == link->host);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const LinkPolicy policy = sample_policy();
  require_plain(policy, check_link(policy, bytes));
  for (const char* id : {"query", "path"}) {
    const auto link = expand_link(policy, id, bytes);
    require_plain(policy, link);
    require(!link || link->host == "dichvucong.gov.vn");
  }
  return 0;
}
