#pragma once
// What the owner of a key folder signed last for a role, remembered beside the keys: a proposal of the desk
// says itself what it builds on and whose signatures count, and who took the server over could say anything
// there.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content/base/result.h"

namespace conglang::cli {

struct SignedBefore {
  std::int64_t version = 0;
  std::int64_t threshold = 1;
  std::vector<std::string> key_ids;          ///< whose signatures counted, sorted
  std::map<std::string, std::string> files;  ///< SHA-256 by target path

  bool operator==(const SignedBefore&) const = default;
};

/// Nothing when nobody signed for `role` with this folder's keys. Errors: parse, too_large, io.
Result<std::optional<SignedBefore>> read_signed_before(const std::filesystem::path& keys,
                                                       const std::string& role);

/// Durable when it returns well. Errors: io, no_space.
Result<void> store_signed_before(const std::filesystem::path& keys, const std::string& role,
                                 const SignedBefore& last);

/// What `next` builds on that the signer of `last` never saw, a line each: files that `next` changes are in
/// `shown` and left out. With nothing signed before: how many files are taken as they are.
std::vector<std::string> unseen(const std::optional<SignedBefore>& last, const SignedBefore& next,
                                const std::vector<std::string>& shown);

}  // namespace conglang::cli
