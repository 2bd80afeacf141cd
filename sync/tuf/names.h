#pragma once
// Names of files in a repository tree and in a client's cache. A role's name may hold any character, `../`
// too: it is percent-encoded, so that it never leaves its folder.

#include <cstdint>
#include <string>
#include <string_view>

namespace conglang::tuf {

/// "targets.json": the name in a client's cache, the role percent-encoded.
std::string metadata_name(std::string_view role);

/// "7.targets.json": the name in a repository with consistent snapshots.
std::string versioned_metadata_name(std::string_view role, std::int64_t version);

/// "communes/09784/place/<sha256>.x.json" for the target "communes/09784/place/x.json".
std::string hashed_target_path(std::string_view path, std::string_view hash);

/// Everything but letters, digits and `-._~` as %XX.
std::string percent_encode(std::string_view text);

/// True for a path this project publishes: ASCII letters, digits, `-._~` and `/`, relative, with no empty,
/// `.` or `..` part. Such a path is its own URL and stays inside its folder.
bool is_safe_target_path(std::string_view path);

}  // namespace conglang::tuf
