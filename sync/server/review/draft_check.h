#pragma once
// What a draft still lacks, in its place among what is published. The same checks as `conglang lint` and
// `conglang build`: what they would refuse, nobody is asked to sign.

#include <optional>
#include <string>
#include <vector>

#include "content/guide/lint/finding.h"
#include "sync/server/api/router.h"
#include "sync/server/review/published.h"

namespace conglang::server {

/// The most that one commune publishes, in files and bytes.
inline constexpr std::size_t kMaxCommuneFiles = 2000;
inline constexpr std::size_t kMaxCommuneBytes = 64UL * 1024 * 1024;

/// Files as they would be published; a path without bytes is taken away.
using FileChangesToCheck = std::map<std::string, std::optional<std::string>, std::less<>>;

/// What lint says about the changed files, and errors that the change makes elsewhere; errors first.
std::vector<guide::Finding> check_change(const Published& published, const FileChangesToCheck& changes,
                                         Date today);

/// The first thing that keeps `changes` from being proposed: an error of lint (the link policy is among
/// them), too many files or bytes. Errors: refused 422 with the finding's field.
Result<void> check_publishable(const Published& published, const FileChangesToCheck& changes, Date today);

/// A draft's `content` as the file that is signed. Errors: refused 422, content that its kind cannot be.
Result<std::string> canonical_bytes(const Published& published, const std::string& path,
                                    const std::string& content);

/// [{level, field, message: {vi, en}, rule, path}]
Json to_json(const std::vector<guide::Finding>& findings);

}  // namespace conglang::server
