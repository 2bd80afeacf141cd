#include "sync/tuf/threshold.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>

namespace conglang::tuf {
namespace {

std::string unusable_key(const RoleKeys& role, const Keys& keys) {
  std::string reason;
  for (const std::string& id : role.key_ids) {
    const auto key = keys.find(id);
    if (key != keys.end() && !key->second.unusable().empty()) reason = "; " + key->second.unusable();
  }
  return reason;
}

}  // namespace

std::int64_t count_signers(std::string_view signed_bytes, const std::vector<Signature>& signatures,
                           const RoleKeys& role, const Keys& keys) {
  std::set<std::string> signers;  // values of keys, for ids can lie
  for (const std::string& id : role.key_ids) {
    const auto key = keys.find(id);
    if (key == keys.end()) continue;
    const auto signature = std::find_if(signatures.begin(), signatures.end(),
                                        [&id](const Signature& one) { return one.key_id == id; });
    if (signature == signatures.end() || signers.contains(key->second.value())) continue;
    if (key->second.verify(signed_bytes, signature->bytes)) signers.insert(key->second.value());
  }
  return static_cast<std::int64_t>(signers.size());
}

Result<void> check_threshold(std::string_view name, std::string_view signed_bytes,
                             const std::vector<Signature>& signatures, const RoleKeys& role,
                             const Keys& keys) {
  const std::int64_t signers = count_signers(signed_bytes, signatures, role, keys);
  if (signers >= role.threshold) return {};
  return fail(Errc::bad_signature, "{}: {} of its keys signed it, {} must{}", name, signers, role.threshold,
              unusable_key(role, keys));
}

}  // namespace conglang::tuf
