#include "sync/server/repository_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "content/base/open_beneath.h"
#include "sync/server/range.h"
#include "sync/server/repository_path.h"

namespace conglang::server {
namespace {

using http::Request;
using http::Response;

constexpr std::string_view kForever = "public, max-age=31536000, immutable";

Response sentence(int status, std::string_view text) {
  return {status,
          {{"Content-Type", "text/plain; charset=utf-8"},
           {"Cache-Control", "no-store"},
           {"X-Content-Type-Options", "nosniff"}},
          std::string(text) + "\n"};
}

Response refusal(const Error& error) {
  switch (error.code) {
    case Errc::parse:
      return sentence(400, "The path is malformed.");
    case Errc::no_space: {
      Response busy = sentence(503, "The server is busy. Try again in a few seconds.");
      busy.headers.push_back({"Retry-After", "5"});
      return busy;
    }
    case Errc::io:
      return sentence(500, "The server cannot read this file.");
    case Errc::forbidden:
      return sentence(404, "A symbolic link is in the way; put the file itself there.");
    default:
      return sentence(404, "There is no such file.");
  }
}

// Strong: files are only ever replaced by rename, so the same inode, size and times are the same bytes.
std::string entity_tag(std::string_view path, const struct stat& info) {
  if (const std::string_view hash = hash_in_name(path); !hash.empty()) return fmt::format("\"{}\"", hash);
  return fmt::format("\"{:x}-{:x}-{:x}.{:x}-{:x}.{:x}\"", info.st_ino, info.st_size, info.st_mtim.tv_sec,
                     info.st_mtim.tv_nsec, info.st_ctim.tv_sec, info.st_ctim.tv_nsec);
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = std::min(text.find_first_not_of(" \t"), text.size());
  text.remove_prefix(first);
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

// RFC 9110, section 13.1.2: compared weakly; `*` is whatever is there.
bool names_tag(std::string_view header, std::string_view tag) {
  for (;;) {
    const std::size_t comma = header.find(',');
    std::string_view candidate = trimmed(header.substr(0, comma));
    if (candidate.starts_with("W/")) candidate.remove_prefix(2);
    if (candidate == tag || candidate == "*") return true;
    if (comma == std::string_view::npos) return false;
    header.remove_prefix(comma + 1);
  }
}

bool client_has(const Request& request, std::string_view tag) {
  const auto lines = request.values("If-None-Match");
  return std::ranges::any_of(lines, [tag](std::string_view line) { return names_tag(line, tag); });
}

// A range counts for GET alone, and only if the client's earlier part is of these very bytes (If-Range is
// compared strongly: RFC 9110, section 13.1.5).
Selection selection(const Request& request, std::string_view tag, std::uint64_t size) {
  const auto ranges = request.values("Range");
  const auto conditions = request.values("If-Range");
  const bool same_bytes = std::ranges::all_of(conditions, [tag](std::string_view one) { return one == tag; });
  if (request.method != "GET" || ranges.size() != 1 || !same_bytes) return Whole{};
  return select_range(ranges.front(), size);
}

std::vector<http::Header> headers_of(std::string_view path, const std::string& tag) {
  return {{"ETag", tag},
          {"Cache-Control", std::string(is_immutable(path) ? kForever : "no-cache")},
          {"X-Content-Type-Options", "nosniff"}};
}

Response send(const Request& request, std::string_view path, FileDescriptor file) {
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return refusal({Errc::io, {}});
  const auto size = static_cast<std::uint64_t>(info.st_size);
  const std::string tag = entity_tag(path, info);
  Response response{200, headers_of(path, tag), {}};
  if (client_has(request, tag)) {
    response.status = 304;
    return response;
  }
  const Selection selected = selection(request, tag, size);
  if (std::holds_alternative<Unsatisfiable>(selected)) {
    Response refused = sentence(416, "The range is outside the file.");
    refused.headers.push_back({"Content-Range", fmt::format("bytes */{}", size)});
    return refused;
  }
  Part part{0, size};
  if (const Part* asked = std::get_if<Part>(&selected)) {
    part = *asked;
    response.status = 206;
    response.headers.push_back(
        {"Content-Range", fmt::format("bytes {}-{}/{}", part.offset, part.offset + part.length - 1, size)});
  }
  response.headers.push_back({"Content-Type", std::string(media_type(path))});
  response.headers.push_back({"Accept-Ranges", "bytes"});
  response.body = http::FileSlice{std::move(file), part.offset, part.length};
  return response;
}

}  // namespace

RepositoryFiles::RepositoryFiles(FileDescriptor folder) : folder_(std::move(folder)) {}

Result<RepositoryFiles> RepositoryFiles::open(const std::filesystem::path& repository) {
  TRY(FileDescriptor folder, open_folder(repository));
  return RepositoryFiles(std::move(folder));
}

Response RepositoryFiles::answer(const Request& request) const {
  if (request.method != "GET" && request.method != "HEAD") {
    Response refused = sentence(405, "Files here can only be read.");
    refused.headers.push_back({"Allow", "GET, HEAD"});
    return refused;
  }
  const auto path = repository_path(request.path);
  if (!path) return refusal(path.error());
  auto file = open_beneath(folder_, *path);
  if (!file) return refusal(file.error());
  return send(request, *path, std::move(*file));
}

}  // namespace conglang::server
