#include "content/base/file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "content/base/file_descriptor.h"
#include "content/base/file_steps.h"

namespace conglang {
namespace fs = std::filesystem;
namespace {

// `bytes`: what was still to be written; 0: not known.
tl::unexpected<Error> system_failure(int error, std::string_view doing, const fs::path& path,
                                     std::size_t bytes = 0) {
  const std::string why = std::generic_category().message(error);
  if (error == ENOSPC || error == EDQUOT) {
    const std::string needed = bytes == 0 ? "" : fmt::format(", {} more bytes are needed", bytes);
    return fail(Errc::no_space, "{} {}: the disk is full{}; free some space and try again", doing,
                path.string(), needed);
  }
  if (error == ENOENT) return fail(Errc::not_found, "{} {}: there is no such file", doing, path.string());
  return fail(Errc::io, "{} {}: {}", doing, path.string(), why);
}

// The error of a call that says -1, 0 when it succeeds. Signals interrupt calls, on network disks renames
// too.
template <typename Call>
int error_of(const Call& call) {
  while (call() != 0) {
    if (errno != EINTR) return errno;
  }
  return 0;
}

}  // namespace

Result<FileDescriptor> open_file(const fs::path& path, int flags, unsigned mode) {
  int fd = -1;
  do {
    fd = ::open(path.c_str(), flags | O_CLOEXEC, mode);
  } while (fd < 0 && errno == EINTR);
  if (fd < 0) return system_failure(errno, "opening", path);
  return FileDescriptor(fd);
}

Result<void> write_all(const FileDescriptor& file, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return system_failure(errno, "writing", path, bytes.size());
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<void> rename_durably(const FileDescriptor& file, const fs::path& from, const fs::path& to) {
  int error = error_of([&] { return ::fsync(file.get()); });
  if (error != 0) return system_failure(error, "syncing", from);
  error = error_of([&] { return ::rename(from.c_str(), to.c_str()); });
  if (error != 0) return system_failure(error, "writing", to);
  return sync_folder(to.has_parent_path() ? to.parent_path() : fs::path("."));
}

Result<std::string> read_file(const fs::path& path, std::uintmax_t max_bytes) {
  TRY(const FileDescriptor file, open_file(path, O_RDONLY));
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
  TRY(const FileDescriptor file, open_file(temporary, O_WRONLY | O_CREAT | O_TRUNC, mode));
  auto written = write_all(file, bytes, temporary);
  if (written) written = rename_durably(file, temporary, path);
  // Gone already when only the folder could not be synced.
  if (!written) ::unlink(temporary.c_str());
  return written;
}

Result<void> empty_file(const FileDescriptor& file, const fs::path& path) {
  const int error = error_of([&] { return ::ftruncate(file.get(), 0); });
  if (error != 0) return system_failure(error, "emptying", path);
  if (::lseek(file.get(), 0, SEEK_SET) != 0) return system_failure(errno, "emptying", path);
  return {};
}

Result<bool> remove_file(const fs::path& path) {
  const int error = error_of([&] { return ::unlink(path.c_str()); });
  if (error == ENOENT) return false;
  if (error != 0) return system_failure(error, "removing", path);
  return true;
}

Result<void> sync_folder(const fs::path& folder) {
  TRY(const FileDescriptor directory, open_file(folder, O_RDONLY | O_DIRECTORY));
  const int error = error_of([&] { return ::fsync(directory.get()); });
  if (error != 0) return system_failure(error, "syncing", folder);
  return {};
}

Result<std::optional<FileDescriptor>> lock_file(const fs::path& path) {
  TRY(FileDescriptor file, open_file(path, O_RDWR | O_CREAT | O_NOFOLLOW));
  const int error = error_of([&] { return ::flock(file.get(), LOCK_EX | LOCK_NB); });
  if (error == EWOULDBLOCK) return std::optional<FileDescriptor>();
  if (error != 0) return system_failure(error, "locking", path);
  return std::optional(std::move(file));
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
