#include "content/base/open_beneath.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <cerrno>
#include <string_view>
#include <system_error>

namespace conglang {
namespace {

// O_NONBLOCK: a pipe somebody put there must not stop the server; it does nothing to regular files.
constexpr int kFileFlags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
constexpr int kFolderFlags = O_PATH | O_CLOEXEC | O_NOFOLLOW | O_DIRECTORY;

tl::unexpected<Error> open_failure(int error, const std::string& path) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
    case EACCES:
    case ENXIO:
    case ENAMETOOLONG:
      return fail(Errc::not_found, "{}: there is no such file that may be read", path);
    case ELOOP:
    case EXDEV:
      return fail(Errc::forbidden, "{}: leads over a symbolic link; put the file itself there", path);
    case EMFILE:
    case ENFILE:
      return fail(Errc::no_space, "{}: no file descriptor is left; raise the limit of open files", path);
    default:
      return fail(Errc::io, "opening {}: {}", path, std::generic_category().message(error));
  }
}

int openat2_retrying(int folder, const std::string& path) {
  open_how how{};
  how.flags = static_cast<std::uint64_t>(kFileFlags);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
  long fd = -1;
  do {
    fd = ::syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how);
  } while (fd < 0 && (errno == EINTR || errno == EAGAIN));
  return static_cast<int>(fd);
}

int openat_retrying(int folder, const std::string& name, int flags) {
  int fd = -1;
  do {
    fd = ::openat(folder, name.c_str(), flags);
  } while (fd < 0 && errno == EINTR);
  return fd;
}

// A folder component that is a symbolic link gives ENOTDIR here, not ELOOP: said apart for the message.
int reason_of(int error, int folder, const std::string& name) {
  struct stat info {};
  const bool is_link = error == ENOTDIR && ::fstatat(folder, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0 &&
                       S_ISLNK(info.st_mode);
  return is_link ? ELOOP : error;
}

Result<FileDescriptor> open_by_component(const FileDescriptor& folder, const std::string& path) {
  FileDescriptor inner;
  std::string_view rest = path;
  for (;;) {
    const int at = inner ? inner.get() : folder.get();
    const std::size_t slash = rest.find('/');
    const std::string name(rest.substr(0, slash));
    const bool last = slash == std::string_view::npos;
    FileDescriptor next(openat_retrying(at, name, last ? kFileFlags : kFolderFlags));
    if (!next) return open_failure(reason_of(errno, at, name), path);
    if (last) return next;
    inner = std::move(next);
    rest.remove_prefix(slash + 1);
  }
}

// What both ways rely on: at least one component, none of them empty, "." or "..".
bool stays_below(std::string_view path) {
  for (;;) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (name.empty() || name == "." || name == "..") return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace

Result<FileDescriptor> open_folder(const std::filesystem::path& folder) {
  FileDescriptor opened(::open(folder.c_str(), O_PATH | O_CLOEXEC | O_DIRECTORY));
  if (opened) return opened;
  if (errno == ENOENT) return fail(Errc::not_found, "{}: there is no such folder", folder.string());
  return fail(Errc::io, "opening the folder {}: {}", folder.string(), std::generic_category().message(errno));
}

Result<FileDescriptor> open_beneath(const FileDescriptor& folder, const std::string& path, Resolve resolve) {
  if (!stays_below(path) || path.find('\0') != std::string::npos) {
    return fail(Errc::forbidden, "{}: not a path below the folder", path);
  }
  FileDescriptor file;
  if (resolve == Resolve::by_kernel) {
    file = FileDescriptor(openat2_retrying(folder.get(), path));
    // EPERM: a container's system call filter that does not know openat2.
    if (!file && errno != ENOSYS && errno != EPERM) return open_failure(errno, path);
  }
  if (!file) {
    TRY(file, open_by_component(folder, path));
  }
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return open_failure(errno, path);
  if (!S_ISREG(info.st_mode)) return fail(Errc::not_found, "{}: is not a regular file", path);
  return file;
}

}  // namespace conglang
