#pragma once
// The five kinds of signed file as plain values, read from bytes with every field checked: a file of the
// wrong shape is an error, never a crash or a default. Unknown fields are ignored, yet stay under the
// signature, which covers the canonical form of all that was read. Nothing here verifies a signature:
// trusted_set.h does.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/tuf/digest.h"
#include "sync/tuf/keys.h"

namespace conglang::tuf {

using Keys = std::map<std::string, PublicKey, std::less<>>;  ///< by the id that the file gives

/// Who signs a role. The threshold is at least 1; the ids are distinct.
struct RoleKeys {
  std::vector<std::string> key_ids;
  std::int64_t threshold = 1;

  bool operator==(const RoleKeys&) const = default;
};

struct Root {
  std::int64_t version = 0;
  Instant expires;
  bool consistent_snapshot = false;
  Keys keys;
  std::map<std::string, RoleKeys, std::less<>> roles;  ///< root, timestamp, snapshot and targets are there

  bool operator==(const Root&) const = default;
};

/// What timestamp says of snapshot, and snapshot of targets roles.
struct MetaFile {
  std::int64_t version = 0;
  std::optional<std::int64_t> length;
  Hashes hashes;  ///< may be empty

  bool operator==(const MetaFile&) const = default;
};

struct Timestamp {
  std::int64_t version = 0;
  Instant expires;
  MetaFile snapshot;

  bool operator==(const Timestamp&) const = default;
};

struct Snapshot {
  std::int64_t version = 0;
  Instant expires;
  std::map<std::string, MetaFile, std::less<>> meta;  ///< by "targets.json", "commune-09784.json"

  bool operator==(const Snapshot&) const = default;
};

struct TargetFile {
  std::int64_t length = 0;
  Hashes hashes;       ///< at least one
  std::string custom;  ///< the object as JSON text, or empty

  bool operator==(const TargetFile&) const = default;
};

struct DelegatedRole {
  std::string name;  ///< never empty, never a top-level role's; may hold any character
  RoleKeys keys;
  std::vector<std::string> paths;               ///< globs; `*` and `?` do not match `/`
  std::vector<std::string> path_hash_prefixes;  ///< lower-case hexadecimal; one of the two lists is given
  bool terminating = false;

  bool operator==(const DelegatedRole&) const = default;
};

/// 2^`bit_length` bins, all of them roles with the same keys; the first bits of a path's SHA-256 choose the
/// bin that speaks about it. Source: TAP 15.
struct SuccinctRoles {
  RoleKeys keys;
  int bit_length = 1;       ///< 1 to 32
  std::string name_prefix;  ///< bins are named prefix, "-" and the bin's number in hexadecimal

  bool operator==(const SuccinctRoles&) const = default;
};

struct Delegations {
  Keys keys;
  std::vector<DelegatedRole> roles;       ///< in order of trust, names distinct
  std::optional<SuccinctRoles> succinct;  ///< in place of `roles`

  bool operator==(const Delegations&) const = default;
};

struct Targets {
  std::int64_t version = 0;
  Instant expires;
  std::map<std::string, TargetFile, std::less<>> targets;  ///< by target path
  std::optional<Delegations> delegations;

  bool operator==(const Targets&) const = default;
};

struct Signature {
  std::string key_id;
  std::string bytes;  ///< raw; empty when the file's is not hexadecimal, which no key verifies

  bool operator==(const Signature&) const = default;
};

/// A signed file: what it says, the exact bytes that are signed, and by whom.
template <typename Role>
struct Metadata {
  Role content;
  std::string signed_bytes;  ///< canonical form of "signed"
  std::vector<Signature> signatures;
};

/// Each reads one signed file of the kind named. `bytes` may be anything.
/// Errors: parse, naming the field; nothing else.
/// Source: TUF 1.0.34, sections 4.2 to 4.6.
Result<Metadata<Root>> parse_root(std::string_view bytes);
Result<Metadata<Timestamp>> parse_timestamp(std::string_view bytes);
Result<Metadata<Snapshot>> parse_snapshot(std::string_view bytes);
Result<Metadata<Targets>> parse_targets(std::string_view bytes);

}  // namespace conglang::tuf
