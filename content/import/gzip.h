#pragma once
// Files that come compressed by gzip, unpacked in memory within a bound: a few kilobytes can unpack to
// gigabytes, so unpacking stops at the byte that is one too many, before room for more is taken.

#include <cstddef>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::import {

/// True when `bytes` begin as a gzip file does.
bool is_gzip(std::string_view bytes);

/// The unpacked bytes of all members of a gzip file (RFC 1952). `where` is in front of each message.
/// Errors: parse, damaged, cut off, or followed by something else; too_large, more than `max_bytes`.
Result<std::string> unpack_gzip(std::string_view bytes, std::size_t max_bytes, std::string_view where);

}  // namespace conglang::import
