#include "content/base/filter_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "content/base/file.h"

namespace conglang {
namespace {

using Clock = std::chrono::steady_clock;

/// `bytes` as a file without a name: a pipe would have to be fed while the answer is read, and its reader may
/// die.
Result<FileDescriptor> input_file(std::string_view bytes) {
  FileDescriptor file(::memfd_create("input", MFD_CLOEXEC));
  if (!file) return fail(Errc::io, "no memory for what a program is to read: {}", std::strerror(errno));
  TRY_VOID(write_all(file, bytes, "what a program is to read"));
  ::lseek(file.get(), 0, SEEK_SET);
  return file;
}

/// A started program; killed and waited for if it was not before.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  Child(Child&& other) noexcept : pid_(std::exchange(other.pid_, -1)) {}
  Child& operator=(Child&&) = delete;
  ~Child() {
    if (pid_ < 0) return;
    ::kill(pid_, SIGKILL);
    wait();
  }

  /// What waitpid() tells.
  int wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
    pid_ = -1;
    return status;
  }

  void limit_memory(std::size_t bytes) const {
    const rlimit limit{bytes, bytes};
    ::prlimit(pid_, RLIMIT_AS, &limit, nullptr);
  }

 private:
  pid_t pid_;
};

/// What the child gets: the bytes as its input, the pipe as its output, nobody to complain to, and none of
/// the signals that this program keeps for itself.
class Surroundings {
 public:
  Surroundings(int input, int output) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes_);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK);
  }
  ~Surroundings() {
    posix_spawnattr_destroy(&attributes_);
    posix_spawn_file_actions_destroy(&actions_);
  }
  Surroundings(const Surroundings&) = delete;
  Surroundings& operator=(const Surroundings&) = delete;

  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

Result<Child> start(const std::vector<std::string>& command, int input, int output) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const Surroundings surroundings(input, output);
  pid_t pid = -1;
  const int error = ::posix_spawnp(&pid, command[0].c_str(), surroundings.actions(),
                                   surroundings.attributes(), arguments.data(), environ);
  if (error != 0) {
    return fail(error == ENOENT ? Errc::not_found : Errc::io, "{} cannot be started: {}", command[0],
                std::strerror(error));
  }
  return Child(pid);
}

/// Everything until the other end closes.
Result<std::string> read_to_end(int pipe, const FilterProgram& filter) {
  const Clock::time_point end = Clock::now() + filter.limit;
  std::string bytes;
  std::array<char, 64UL * 1024> buffer{};
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
    pollfd waiting{pipe, POLLIN, 0};
    const int ready = left > 0 ? ::poll(&waiting, 1, static_cast<int>(left)) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return fail(Errc::io, "{} did not answer in time", filter.command[0]);
    const ssize_t length = ::read(pipe, buffer.data(), buffer.size());
    if (length < 0)
      return fail(Errc::io, "{}: its answer cannot be read: {}", filter.command[0], std::strerror(errno));
    if (length == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(length));
    if (bytes.size() > filter.max_output)
      return fail(Errc::too_large, "{} does not come to an end", filter.command[0]);
  }
}

Result<void> check_end(const std::string& program, int status) {
  if (WIFSIGNALED(status)) return fail(Errc::io, "{} crashed with signal {}", program, WTERMSIG(status));
  if (WEXITSTATUS(status) == 127) return fail(Errc::not_found, "{} is not installed", program);
  if (WEXITSTATUS(status) != 0)
    return fail(Errc::io, "{} ended with status {}", program, WEXITSTATUS(status));
  return {};
}

}  // namespace

Result<std::string> run_filter(const FilterProgram& filter, std::string_view input) {
  TRY(const FileDescriptor file, input_file(input));
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0)
    return fail(Errc::io, "no pipe to {}: {}", filter.command[0], std::strerror(errno));
  const FileDescriptor from_child(ends[0]);
  FileDescriptor to_us(ends[1]);
  TRY(Child child, start(filter.command, file.get(), to_us.get()));
  to_us = FileDescriptor();  // or our own copy would keep the pipe open
  if (filter.max_memory > 0) child.limit_memory(filter.max_memory);
  TRY(std::string output, read_to_end(from_child.get(), filter));
  TRY_VOID(check_end(filter.command[0], child.wait()));
  return output;
}

}  // namespace conglang
