#include "sync/tuf/threshold.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>

namespace conglang::tuf {

Result<void> check_threshold(std::string_view name, std::string_view signed_bytes,
                             const std::vector<Signature>& signatures, const RoleKeys& role,
                             const Keys& keys) {
  std::set<std::string> signers;  // values of keys, for ids can lie
  std::string unusable;
  for (const std::string& id : role.key_ids) {
    const auto key = keys.find(id);
    if (key == keys.end()) continue;
    if (!key->second.unusable().empty()) unusable = "; " + key->second.unusable();
    const auto signature = std::find_if(signatures.begin(), signatures.end(),
                                        [&id](const Signature& one) { return one.key_id == id; });
    if (signature == signatures.end() || signers.contains(key->second.value())) continue;
    if (key->second.verify(signed_bytes, signature->bytes)) signers.insert(key->second.value());
  }
  if (static_cast<std::int64_t>(signers.size()) >= role.threshold) return {};
  return fail(Errc::bad_signature, "{}: {} of its keys signed it, {} must{}", name, signers.size(),
              role.threshold, unusable);
}

}  // namespace conglang::tuf
