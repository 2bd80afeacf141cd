#pragma once
// Is a file signed by enough of the keys that its delegator names?

#include <cstdint>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "sync/tuf/metadata.h"

namespace conglang::tuf {

/// How many keys of `role`, distinct by value, signed `signed_bytes`. Each key is tried once at most,
/// whatever the number of signatures.
std::int64_t count_signers(std::string_view signed_bytes, const std::vector<Signature>& signatures,
                           const RoleKeys& role, const Keys& keys);

/// Success when at least `role.threshold` keys of `role`, distinct by value, signed `signed_bytes`. Each key
/// is tried once at most, as by count_signers. Errors: bad_signature, saying how many signed
/// and how many must; `name` names the file.
Result<void> check_threshold(std::string_view name, std::string_view signed_bytes,
                             const std::vector<Signature>& signatures, const RoleKeys& role,
                             const Keys& keys);

}  // namespace conglang::tuf
