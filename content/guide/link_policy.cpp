#include "content/guide/link_policy.h"

#include <algorithm>

#include "content/guide/web_address.h"

namespace conglang::guide {
namespace {

constexpr std::string_view kPlaceholder = "{code}";

bool allows(const AllowedHost& entry, std::string_view host) {
  if (host == entry.host) return true;
  return entry.subdomains && !entry.host.empty() && host.size() > entry.host.size() &&
         host.ends_with(entry.host) && host[host.size() - entry.host.size() - 1] == '.';
}

}  // namespace

Result<CheckedLink> check_link(const LinkPolicy& policy, std::string_view url) {
  TRY(WebAddress address, parse_web_address(url));
  const bool host_allowed =
      std::any_of(policy.hosts.begin(), policy.hosts.end(),
                  [&](const AllowedHost& entry) { return allows(entry, address.host); });
  const bool listed =
      std::find(policy.exact_urls.begin(), policy.exact_urls.end(), address.url) != policy.exact_urls.end();
  if (!host_allowed && !listed) {
    return fail(Errc::forbidden, "trang \"{}\" không có trong danh sách trang được phép (links.json)",
                address.host);
  }
  return CheckedLink{std::move(address.url), std::move(address.host), {}};
}

Result<CheckedLink> expand_link(const LinkPolicy& policy, std::string_view template_id,
                                std::string_view code) {
  const auto found = std::find_if(policy.templates.begin(), policy.templates.end(),
                                  [&](const LinkTemplate& one) { return one.id == template_id; });
  if (found == policy.templates.end()) {
    return fail(Errc::not_found, "không có mẫu địa chỉ \"{}\" trong links.json", template_id);
  }
  const std::size_t at = found->url.find(kPlaceholder);
  if (at == std::string::npos) {
    return fail(Errc::invalid, "mẫu địa chỉ \"{}\" thiếu chỗ điền mã {}", template_id, kPlaceholder);
  }
  if (code.empty()) return fail(Errc::invalid, "chưa có mã thủ tục cho mẫu địa chỉ \"{}\"", template_id);
  // With the placeholder in the host, a code could choose the host.
  const std::size_t path = found->url.find_first_of("/?", std::string_view("https://").size());
  if (path == std::string::npos || at < path) {
    return fail(Errc::invalid, "mẫu địa chỉ \"{}\": {} phải đứng sau tên trang", template_id, kPlaceholder);
  }
  std::string url = found->url;
  url.replace(at, kPlaceholder.size(), percent_encode(code));
  TRY(CheckedLink link, check_link(policy, url));
  link.owner = found->owner;
  return link;
}

}  // namespace conglang::guide
