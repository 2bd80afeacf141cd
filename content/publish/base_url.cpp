#include "content/publish/base_url.h"

#include "content/guide/web_address.h"

namespace conglang::publish {

Result<void> check_base_url(const std::string& base_url) {
  if (base_url.empty()) return {};
  if (!base_url.ends_with('/'))
    return fail(Errc::bad_usage, "--base-url {}: cần kết thúc bằng \"/\" / must end in \"/\"", base_url);
  if (auto address = guide::parse_web_address(base_url); !address)
    return with_context(address.error(), fmt::format("--base-url {}", base_url));
  return {};
}

}  // namespace conglang::publish
