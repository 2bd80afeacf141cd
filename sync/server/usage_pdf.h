#pragma once
// The usage page on paper, drawn by `conglang usage-report` in a process of its own.

#include <filesystem>
#include <functional>
#include <string>

#include "content/base/result.h"

namespace conglang::server {

/// Makes a page of what GET /api/usage answers; empty when there is no `tool`. `scratch`: a folder for files
/// that live as long as one call. Errors of the call: network, it took too long; internal, it failed; io.
std::function<Result<std::string>(const std::string& usage)> usage_printer(
    const std::filesystem::path& tool, const std::filesystem::path& scratch);

}  // namespace conglang::server
