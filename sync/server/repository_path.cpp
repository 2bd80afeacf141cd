#include "sync/server/repository_path.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "content/base/percent.h"

namespace conglang::server {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kNameCharacters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~+@";
constexpr std::size_t kHashDigits = 64;

bool is_served_name(std::string_view name) {
  return !name.empty() && name.front() != '.' &&
         name.find_first_not_of(kNameCharacters) == std::string_view::npos;
}

std::string_view last_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

}  // namespace

Result<std::string> repository_path(std::string_view request_path) {
  const auto decoded = percent_decoded_bytes(request_path);
  if (!decoded) return fail(Errc::parse, "the path's percent-encoding is broken");
  const tl::unexpected<Error> not_served = fail(Errc::not_found, "there is no such file");
  if (!decoded->starts_with("/metadata/") && !decoded->starts_with("/targets/")) return not_served;

  std::string_view rest = std::string_view(*decoded).substr(1);
  std::size_t depth = 0;
  for (bool more = true; more; ++depth) {
    const std::size_t slash = rest.find('/');
    if (!is_served_name(rest.substr(0, slash))) return not_served;
    more = slash != std::string_view::npos;
    if (more) rest.remove_prefix(slash + 1);
  }
  if (decoded->starts_with("/metadata/") && depth != 2) return not_served;
  return decoded->substr(1);
}

bool is_immutable(std::string_view path) {
  if (!hash_in_name(path).empty()) return true;
  const std::string_view name = last_name(path);
  const std::size_t digits = std::min(name.find_first_not_of(kDigits), name.size());
  return path.starts_with("metadata/") && digits > 0 && name.substr(digits).starts_with('.');
}

std::string_view hash_in_name(std::string_view path) {
  const std::string_view name = last_name(path);
  const std::string_view hash = name.substr(0, kHashDigits);
  const bool hashed = path.starts_with("targets/") && name.size() > kHashDigits && name[kHashDigits] == '.' &&
                      hash.find_first_not_of(kHexDigits) == std::string_view::npos;
  return hashed ? hash : std::string_view();
}

std::string_view media_type(std::string_view path) {
  using Entry = std::pair<std::string_view, std::string_view>;
  static constexpr std::array<Entry, 8> kTypes{{{".json", "application/json"},
                                                {".txt", "text/plain; charset=utf-8"},
                                                {".png", "image/png"},
                                                {".jpg", "image/jpeg"},
                                                {".jpeg", "image/jpeg"},
                                                {".webp", "image/webp"},
                                                {".ogg", "audio/ogg"},
                                                {".opus", "audio/ogg"}}};
  const auto* found =
      std::ranges::find_if(kTypes, [path](const Entry& entry) { return path.ends_with(entry.first); });
  return found == kTypes.end() ? "application/octet-stream" : found->second;
}

}  // namespace conglang::server
