#pragma once
// Which files, by path and content, something is made of: a set of content as signed, and what one generation
// of the database was built from (DATA/guides-<n>.json, beside guides-<n>.db).

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "sync/tuf/metadata.h"

namespace conglang::client {

/// Target path to length and hashes; `custom` is left empty.
using FileSet = std::map<std::string, tuf::TargetFile, std::less<>>;

struct Manifest {
  FileSet files;
  std::string recipe;  ///< what built the database; another recipe makes another database of the same files
  std::string activated_at;   ///< instant
  std::int64_t previous = 0;  ///< the generation active before; 0: none

  bool operator==(const Manifest&) const = default;
};

std::string write_manifest(const Manifest& manifest);

/// Errors: parse, for anything that write_manifest does not write.
Result<Manifest> parse_manifest(std::string_view bytes);

}  // namespace conglang::client
