#pragma once
// The repository's files over HTTP: /metadata/… and /targets/… of one folder, to read and nothing else. Files
// that are named by version or by hash never change, and every cache is told so; all others (timestamp.json)
// are revalidated. It never lists a folder, follows a symbolic link or serves a name that starts with a dot,
// and it does not trust the disk: what it sends is verified by the client.

#include <filesystem>

#include "content/base/file_descriptor.h"
#include "content/base/result.h"
#include "sync/server/http/server.h"

namespace conglang::server {

class RepositoryFiles {
 public:
  /// Errors: not_found, io: `repository` is not a folder that can be opened.
  static Result<RepositoryFiles> open(const std::filesystem::path& repository);

  /// 200, 206, 304, 400 (malformed path), 404, 405, 416 or 503 (no file descriptor is left).
  http::Response answer(const http::Request& request) const;

 private:
  explicit RepositoryFiles(FileDescriptor folder);

  FileDescriptor folder_;
};

}  // namespace conglang::server
