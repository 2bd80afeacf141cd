#include "sync/tuf/names.h"

#include <fmt/format.h>

#include <algorithm>

namespace conglang::tuf {
namespace {

// No <cctype>: it reads the locale.
bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

bool is_safe_part(std::string_view part) {
  return !part.empty() && part != "." && part != "..";
}

}  // namespace

std::string percent_encode(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    if (is_unreserved(c)) {
      encoded += c;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

std::string metadata_name(std::string_view role) {
  return percent_encode(role) + ".json";
}

std::string versioned_metadata_name(std::string_view role, std::int64_t version) {
  return fmt::format("{}.{}", version, metadata_name(role));
}

std::string hashed_target_path(std::string_view path, std::string_view hash) {
  const std::size_t slash = path.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return fmt::format("{}{}.{}", path.substr(0, name), hash, path.substr(name));
}

bool is_safe_target_path(std::string_view path) {
  const auto is_refused = [](char c) { return c != '/' && !is_unreserved(c); };
  if (std::any_of(path.begin(), path.end(), is_refused)) return false;
  for (;;) {
    const std::size_t slash = path.find('/');
    if (!is_safe_part(path.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace conglang::tuf
