#include "sync/tuf/path_pattern.h"

#include <algorithm>
#include <string>

#include "sync/tuf/digest.h"

namespace conglang::tuf {

bool matches_pattern(std::string_view pattern, std::string_view path) {
  std::size_t at = 0;
  std::size_t next = 0;
  std::size_t star = std::string_view::npos;  // the last star seen, and where its run began
  std::size_t run = 0;
  while (next < path.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      run = next;
    } else if (at < pattern.size() &&
               (pattern[at] == path[next] || (pattern[at] == '?' && path[next] != '/'))) {
      ++at;
      ++next;
    } else if (star != std::string_view::npos && path[run] != '/') {
      // Only the last star needs to give way: what earlier ones matched can stay as short as it is.
      at = star + 1;
      next = ++run;
    } else {
      return false;
    }
  }
  while (at < pattern.size() && pattern[at] == '*') ++at;
  return at == pattern.size();
}

bool covers(const DelegatedRole& role, std::string_view path) {
  if (std::any_of(role.paths.begin(), role.paths.end(),
                  [path](const std::string& pattern) { return matches_pattern(pattern, path); })) {
    return true;
  }
  if (role.path_hash_prefixes.empty()) return false;
  const std::string digest = sha256_hex(path);
  return std::any_of(role.path_hash_prefixes.begin(), role.path_hash_prefixes.end(),
                     [&digest](const std::string& prefix) { return digest.starts_with(prefix); });
}

}  // namespace conglang::tuf
