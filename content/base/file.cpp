#include "content/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "content/base/file_descriptor.h"

namespace conglang {
namespace fs = std::filesystem;
namespace {

tl::unexpected<Error> system_failure(int error, std::string_view doing, const fs::path& path) {
  const std::string why = std::generic_category().message(error);
  if (error == ENOSPC || error == EDQUOT) {
    return fail(Errc::no_space, "{} {}: the disk is full; free some space and try again", doing,
                path.string());
  }
  if (error == ENOENT) return fail(Errc::not_found, "{} {}: there is no such file", doing, path.string());
  return fail(Errc::io, "{} {}: {}", doing, path.string(), why);
}

int open_retrying(const fs::path& path, int flags, unsigned mode = 0) {
  int fd = -1;
  do {
    fd = ::open(path.c_str(), flags | O_CLOEXEC, mode);
  } while (fd < 0 && errno == EINTR);
  return fd;
}

// 0, or the errno.
int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

int fsync_retrying(int fd) {
  while (::fsync(fd) != 0) {
    if (errno != EINTR) return errno;
  }
  return 0;
}

}  // namespace

Result<std::string> read_file(const fs::path& path, std::uintmax_t max_bytes) {
  const FileDescriptor file(open_retrying(path, O_RDONLY));
  if (file.get() < 0) return system_failure(errno, "reading", path);
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return system_failure(errno, "reading", path);
  if (!S_ISREG(info.st_mode)) return fail(Errc::io, "reading {}: it is not a regular file", path.string());

  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(
      std::min<std::uintmax_t>(static_cast<std::uintmax_t>(info.st_size), max_bytes)));
  std::string chunk(64UL * 1024, '\0');
  for (;;) {
    const ssize_t got = ::read(file.get(), chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_failure(errno, "reading", path);
    if (got == 0) return bytes;
    if (bytes.size() + static_cast<std::size_t>(got) > max_bytes) {
      return fail(Errc::too_large, "reading {}: it is larger than the {} bytes allowed", path.string(),
                  max_bytes);
    }
    bytes.append(chunk, 0, static_cast<std::size_t>(got));
  }
}

Result<void> write_file_atomically(const fs::path& path, std::string_view bytes, unsigned mode) {
  // The process id keeps two writers of one target from sharing a temporary file.
  const fs::path temporary = path.string() + ".tmp" + std::to_string(::getpid());
  int error = 0;
  {
    const FileDescriptor file(open_retrying(temporary, O_WRONLY | O_CREAT | O_TRUNC, mode));
    if (file.get() < 0) return system_failure(errno, "writing", temporary);
    error = write_all(file.get(), bytes);
    if (error == 0) error = fsync_retrying(file.get());
  }
  if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0) {
    ::unlink(temporary.c_str());
    return system_failure(error, "writing", path);
  }
  return sync_folder(path.has_parent_path() ? path.parent_path() : fs::path("."));
}

Result<void> sync_folder(const fs::path& folder) {
  const FileDescriptor directory(open_retrying(folder, O_RDONLY | O_DIRECTORY));
  if (directory.get() < 0) return system_failure(errno, "opening", folder);
  if (const int error = fsync_retrying(directory.get()); error != 0) {
    return system_failure(error, "syncing", folder);
  }
  return {};
}

Result<void> make_folders(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return system_failure(error.value(), "making", folder);
  return {};
}

Result<std::vector<std::string>> list_files(const fs::path& folder) {
  std::error_code error;
  std::vector<std::string> paths;
  fs::recursive_directory_iterator entry(folder, error);
  if (error) return system_failure(error.value(), "listing", folder);
  for (const auto end = fs::recursive_directory_iterator(); entry != end; entry.increment(error)) {
    if (error) return system_failure(error.value(), "listing", folder);
    if (entry->is_symlink(error)) {
      return fail(Errc::forbidden, "{}: is a symbolic link; put the file itself there",
                  entry->path().string());
    }
    if (entry->is_regular_file(error)) {
      paths.push_back(entry->path().lexically_relative(folder).generic_string());
    }
  }
  if (error) return system_failure(error.value(), "listing", folder);
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace conglang
