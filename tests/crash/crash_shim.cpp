// A library to preload into a program under test. It numbers the program's calls that change files below one
// folder, and at the call of a given number plays a power cut or a failing disk. From the environment:
//
//   CONGLANG_CRASH_UNDER  the folder, an absolute path
//   CONGLANG_CRASH_AT     the number of the call, from 1; 0: never
//   CONGLANG_CRASH_MODE   kill     SIGKILL before the call: what was written stays, synced or not
//                         discard  the same, and what was not synced is lost: bytes since a file's last
//                                  fsync, names since their folder's
//                         enospc, eio, eintr  the call fails with that error, once
//                         short    the next write takes half of its bytes
//                         read-kill, read-eio, read-eintr  numbers the reads of those files instead
//
// SQLite's reads, which are many, are not numbered. It knows files by the path they were opened by. Folders
// that were made are not unmade. The calls of several threads are numbered in the order in which they come.

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

template <typename Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

using Content = std::optional<std::string>;  // nothing: there is no such file

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

Content read_content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::string folder_of(const std::string& path) {
  return path.substr(0, path.rfind('/'));
}

// A change of names that its folder has not been synced since: `path` was `before`.
struct NameChange {
  std::string path;
  Content before;
};

class Disk {
 public:
  static Disk& instance() {
    static Disk* disk = new Disk;  // never destroyed: files are written until the very end
    return *disk;
  }

  bool holds(const std::string& path) const {
    return !busy_ && !under_.empty() && (path == under_ || path.starts_with(under_ + "/"));
  }
  const std::string* path_of(int fd) const {
    const auto found = paths_.find(fd);
    return found == paths_.end() || busy_ ? nullptr : &found->second;
  }

  /// Held during each call: nothing else happens to the files meanwhile.
  std::recursive_mutex& mutex() { return mutex_; }

  /// True when this call is to fail, with errno set; does not return when the machine dies before it.
  bool fails() {
    if (counts_reads() || ++calls_ != at_) return false;
    if (mode_ == "kill" || mode_ == "discard") die();
    if (mode_ == "short") return is_short_ = true, false;
    errno = mode_ == "enospc" ? ENOSPC : mode_ == "eio" ? EIO : EINTR;
    return true;
  }
  bool read_fails() {
    if (!counts_reads() || ++calls_ != at_) return false;
    if (mode_ == "read-kill") die();
    errno = mode_ == "read-eio" ? EIO : EINTR;
    return true;
  }
  /// How many of `count` bytes the write that was just counted may take.
  size_t room(size_t count) { return std::exchange(is_short_, false) && count > 1 ? count / 2 : count; }

  void opened(int fd, const std::string& path) { paths_[fd] = path; }
  void closed(int fd) { paths_.erase(fd); }
  void changes_name(const std::string& path) { names_.push_back({path, synced_or_now(path)}); }
  void changes_bytes(const std::string& path) {
    if (!unsynced_.contains(path)) unsynced_[path] = read_content(path);
  }
  void renamed(const std::string& from, const std::string& to) {
    unsynced_.erase(to);
    if (auto moved = unsynced_.extract(from)) {
      moved.key() = to;
      unsynced_.insert(std::move(moved));
    }
  }
  void synced(const std::string& path) {
    unsynced_.erase(path);
    std::erase_if(names_, [&](const NameChange& change) { return folder_of(change.path) == path; });
  }

 private:
  bool counts_reads() const { return mode_.starts_with("read-"); }

  Disk() {
    const std::string at = environment("CONGLANG_CRASH_AT");
    at_ = std::atol(at.c_str());
    mode_ = environment("CONGLANG_CRASH_MODE");
    under_ = environment("CONGLANG_CRASH_UNDER");
  }

  Content synced_or_now(const std::string& path) const {
    const auto unsynced = unsynced_.find(path);
    return unsynced == unsynced_.end() ? read_content(path) : unsynced->second;
  }

  [[noreturn]] void die() {
    busy_ = true;
    if (mode_ == "discard") {
      for (const auto& [path, content] : unsynced_) put_back(path, content.value_or(""));
      for (auto change = names_.rbegin(); change != names_.rend(); ++change) {
        put_back(change->path, change->before);
      }
    }
    ::kill(::getpid(), SIGKILL);
    std::abort();
  }

  static void put_back(const std::string& path, const Content& content) {
    if (!content) {
      real<int (*)(const char*)>("unlink")(path.c_str());
      return;
    }
    std::ofstream(path, std::ios::binary | std::ios::trunc) << *content;
  }

  long at_ = 0;
  long calls_ = 0;
  std::string mode_;
  std::string under_;
  bool busy_ = false;
  bool is_short_ = false;
  std::recursive_mutex mutex_;
  std::map<int, std::string> paths_;
  std::map<std::string, Content> unsynced_;  // path to its bytes when it was last synced
  std::vector<NameChange> names_;
};

bool exists(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0;
}

template <typename Open>
int open_counted(const char* path, int flags, const Open& open) {
  Disk& disk = Disk::instance();
  const std::lock_guard lock(disk.mutex());
  if (!disk.holds(path)) return open();
  const bool writes = (flags & (O_WRONLY | O_RDWR)) != 0;
  const bool creates = (flags & O_CREAT) != 0 && !exists(path);
  const bool cuts = (flags & O_TRUNC) != 0 && writes;
  if (creates || cuts) {
    if (disk.fails()) return -1;
    if (creates) disk.changes_name(path);
    disk.changes_bytes(path);
  }
  const int fd = open();
  if (fd >= 0) disk.opened(fd, path);
  return fd;
}

// A call that changes the bytes of an open file.
template <typename Call>
auto change_counted(int fd, const Call& call) -> decltype(call()) {
  Disk& disk = Disk::instance();
  std::unique_lock lock(disk.mutex());
  const std::string* path = disk.path_of(fd);
  if (path == nullptr) {
    lock.unlock();
    return call();
  }
  if (disk.fails()) return -1;
  disk.changes_bytes(*path);
  return call();
}

// The same for one that takes a number of bytes.
template <typename Call>
ssize_t write_counted(int fd, size_t count, const Call& call) {
  Disk& disk = Disk::instance();
  std::unique_lock lock(disk.mutex());
  const std::string* path = disk.path_of(fd);
  if (path == nullptr) {
    lock.unlock();
    return call(count);
  }
  if (disk.fails()) return -1;
  disk.changes_bytes(*path);
  return call(disk.room(count));
}

template <typename Call>
ssize_t read_counted(int fd, const Call& call) {
  Disk& disk = Disk::instance();
  std::unique_lock lock(disk.mutex());
  if (disk.path_of(fd) == nullptr) {
    lock.unlock();
    return call();
  }
  return disk.read_fails() ? -1 : call();
}

template <typename Call>
int sync_counted(int fd, const Call& call) {
  Disk& disk = Disk::instance();
  const std::lock_guard lock(disk.mutex());
  const std::string* path = disk.path_of(fd);
  if (path != nullptr && disk.fails()) return -1;
  const int done = call();
  if (path != nullptr && done == 0) disk.synced(*path);
  return done;
}

template <typename Call>
int remove_counted(const std::string& path, const Call& call) {
  Disk& disk = Disk::instance();
  const std::lock_guard lock(disk.mutex());
  if (disk.holds(path) && exists(path)) {
    if (disk.fails()) return -1;
    disk.changes_name(path);
  }
  return call();
}

mode_t mode_of(int flags, va_list& rest) {
  return (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(rest, int)) : 0;
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return open_counted(path, flags,
                      [&] { return real<int (*)(const char*, int, ...)>("open")(path, flags, mode); });
}

int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return open_counted(path, flags,
                      [&] { return real<int (*)(const char*, int, ...)>("open64")(path, flags, mode); });
}

int close(int fd) {
  Disk& disk = Disk::instance();
  const std::lock_guard lock(disk.mutex());
  disk.closed(fd);
  return real<int (*)(int)>("close")(fd);
}

ssize_t write(int fd, const void* bytes, size_t count) {
  return write_counted(fd, count, [&](size_t room) {
    return real<ssize_t (*)(int, const void*, size_t)>("write")(fd, bytes, room);
  });
}

ssize_t pwrite(int fd, const void* bytes, size_t count, off_t offset) {
  return write_counted(fd, count, [&](size_t room) {
    return real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite")(fd, bytes, room, offset);
  });
}

ssize_t pwrite64(int fd, const void* bytes, size_t count, off64_t offset) {
  return write_counted(fd, count, [&](size_t room) {
    return real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64")(fd, bytes, room, offset);
  });
}

ssize_t read(int fd, void* bytes, size_t count) {
  return read_counted(fd, [&] { return real<ssize_t (*)(int, void*, size_t)>("read")(fd, bytes, count); });
}

ssize_t pread(int fd, void* bytes, size_t count, off_t offset) {
  return read_counted(
      fd, [&] { return real<ssize_t (*)(int, void*, size_t, off_t)>("pread")(fd, bytes, count, offset); });
}

int ftruncate(int fd, off_t length) noexcept {
  return change_counted(fd, [&] { return real<int (*)(int, off_t)>("ftruncate")(fd, length); });
}

int ftruncate64(int fd, off64_t length) noexcept {
  return change_counted(fd, [&] { return real<int (*)(int, off64_t)>("ftruncate64")(fd, length); });
}

int fsync(int fd) {
  return sync_counted(fd, [&] { return real<int (*)(int)>("fsync")(fd); });
}

int fdatasync(int fd) {
  return sync_counted(fd, [&] { return real<int (*)(int)>("fdatasync")(fd); });
}

int rename(const char* from, const char* to) noexcept {
  const auto call = [&] { return real<int (*)(const char*, const char*)>("rename")(from, to); };
  Disk& disk = Disk::instance();
  const std::lock_guard lock(disk.mutex());
  if (!disk.holds(from)) return call();
  if (disk.fails()) return -1;
  disk.changes_name(to);
  disk.changes_name(from);
  const int done = call();
  if (done == 0) disk.renamed(from, to);
  return done;
}

int unlink(const char* path) noexcept {
  return remove_counted(path, [&] { return real<int (*)(const char*)>("unlink")(path); });
}

int remove(const char* path) noexcept {
  return remove_counted(path, [&] { return real<int (*)(const char*)>("remove")(path); });
}

}  // extern "C"
