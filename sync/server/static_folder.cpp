#include "sync/server/static_folder.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <utility>

#include "content/base/file.h"
#include "content/base/open_beneath.h"
#include "sync/tuf/digest.h"

namespace conglang::server {
namespace {

using http::Request;
using http::Response;

constexpr std::uintmax_t kMaxFileBytes = 16UL * 1024 * 1024;

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kTypes = {{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
}};

std::string_view type_of(std::string_view path) {
  for (const auto& [ending, type] : kTypes)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

// Letters, digits and "-._@" between single slashes, no part that starts with a dot: nothing to decode.
std::optional<std::string> safe_path(std::string_view rest) {
  std::string path(rest);
  if (path.empty() || path.ends_with('/')) path += "index.html";
  const bool plain = path.find_first_not_of(
                         "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                         "0123456789-._@/") == std::string::npos;
  const bool hidden = path.starts_with('.') || path.starts_with('/') ||
                      path.find("/.") != std::string::npos || path.find("//") != std::string::npos;
  if (!plain || hidden) return std::nullopt;
  return path;
}

Result<std::string> read_all(const FileDescriptor& file) {
  std::string bytes;
  std::array<char, 65536> piece{};
  while (true) {
    const ssize_t got = ::read(file.get(), piece.data(), piece.size());
    if (got == 0) return bytes;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 || bytes.size() > kMaxFileBytes) return fail(Errc::io, "cannot be read");
    bytes.append(piece.data(), static_cast<std::size_t>(got));
  }
}

Response page(int status, std::string text) {
  return {status,
          {{"Content-Type", "text/plain; charset=utf-8"},
           {"Cache-Control", "no-store"},
           {"X-Content-Type-Options", "nosniff"}},
          std::move(text)};
}

bool client_has(const Request& request, const std::string& tag) {
  return std::ranges::any_of(request.values("If-None-Match"),
                             [&](std::string_view line) { return line == tag; });
}

}  // namespace

const char* const kDeskPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "media-src 'self' blob:; connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'";
const char* const kSignerPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; media-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

Result<StaticFolder> StaticFolder::open(const std::filesystem::path& folder, std::string prefix,
                                        std::string policy) {
  TRY(FileDescriptor opened, open_folder(folder));
  return StaticFolder(std::move(opened), std::move(prefix), std::move(policy));
}

bool StaticFolder::covers(const Request& request) const {
  return request.path.starts_with(prefix_);
}

Response StaticFolder::answer(const Request& request) const {
  if (request.method != "GET" && request.method != "HEAD") {
    Response refused = page(405, "Files here can only be read.\n");
    refused.headers.push_back({"Allow", "GET, HEAD"});
    return refused;
  }
  const auto path =
      covers(request) ? safe_path(std::string_view(request.path).substr(prefix_.size())) : std::nullopt;
  if (!path) return page(404, "There is no such page.\n");
  const auto file = open_beneath(folder_, *path);
  const auto bytes = file ? read_all(*file) : Result<std::string>(tl::unexpected<Error>(file.error()));
  if (!bytes) return page(404, "There is no such page.\n");
  const std::string tag = fmt::format("\"{}\"", tuf::sha256_hex(*bytes));
  Response response{200,
                    {{"ETag", tag},
                     {"Cache-Control", "no-cache"},
                     {"X-Content-Type-Options", "nosniff"},
                     {"Referrer-Policy", "no-referrer"},
                     {"Cross-Origin-Resource-Policy", "same-origin"},
                     {"Content-Security-Policy", policy_}},
                    std::string()};
  if (client_has(request, tag)) {
    response.status = 304;
    return response;
  }
  response.headers.push_back({"Content-Type", std::string(type_of(*path))});
  response.body = *bytes;
  return response;
}

Result<std::string> hash_of_folder(const std::filesystem::path& folder) {
  TRY(const auto files, list_files(folder));
  std::string lines;
  for (const std::string& file : files) {
    TRY(const std::string bytes, read_file(folder / file, kMaxFileBytes));
    lines += fmt::format("{}  {}\n", tuf::sha256_hex(bytes), file);
  }
  return tuf::sha256_hex(lines);
}

}  // namespace conglang::server
