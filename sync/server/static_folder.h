#pragma once
// A folder of pages, scripts and styles (the desk's, the signer's) to read and nothing else, each with the
// Content-Security-Policy of its site. No symbolic link is followed, nothing that starts with a dot is
// served, and no folder is listed: a path that ends in "/" is its index.html.

#include <filesystem>
#include <string>

#include "content/base/file_descriptor.h"
#include "content/base/result.h"
#include "sync/server/http/server.h"

namespace conglang::server {

/// What the desk's pages may do: everything of their own origin, nothing of another.
extern const char* const kDeskPolicy;
/// What the signer's page may do: no connection at all, so that what it shows is what it was handed.
extern const char* const kSignerPolicy;

class StaticFolder {
 public:
  /// `prefix`: "/desk/", cut off a path. Errors: not_found, io.
  static Result<StaticFolder> open(const std::filesystem::path& folder, std::string prefix,
                                   std::string policy);

  bool covers(const http::Request& request) const;

  /// 200, 304, 404, 405. Always revalidated: a desk of yesterday must not meet an API of today.
  http::Response answer(const http::Request& request) const;

 private:
  StaticFolder(FileDescriptor folder, std::string prefix, std::string policy)
      : folder_(std::move(folder)), prefix_(std::move(prefix)), policy_(std::move(policy)) {}

  FileDescriptor folder_;
  std::string prefix_;
  std::string policy_;
};

/// One hash for all files of `folder`, as staff can compute it again:
///   find . -type f -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum
/// Errors: not_found; forbidden, a symbolic link; io.
Result<std::string> hash_of_folder(const std::filesystem::path& folder);

}  // namespace conglang::server
