#include "sync/server/review/tool.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "content/base/file.h"
#include "content/base/file_descriptor.h"

namespace conglang::server {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kMaxOutput = 64UL * 1024;

// How the child is set up: its output into the pipe, no input, no signal blocked, a process group of its own.
class Setup {
 public:
  Setup(int output) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions_, output, STDERR_FILENO);
    ::posix_spawnattr_init(&attributes_);
    sigset_t none;
    sigset_t all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setsigdefault(&attributes_, &all);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    ::posix_spawnattr_setflags(&attributes_,
                               POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  ~Setup() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  Setup(const Setup&) = delete;
  Setup& operator=(const Setup&) = delete;

  Result<pid_t> start(const std::string& program, std::vector<std::string> words) {
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    pid_t pid = -1;
    const int error = ::posix_spawn(&pid, program.c_str(), &actions_, &attributes_, argv.data(), environ);
    if (error == 0) return pid;
    return fail(Errc::io, "starting {}: {}", program, std::generic_category().message(error));
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

// Reads until the child closes its end; false when `until` comes first.
bool read_output(int fd, Clock::time_point until, std::string& output) {
  std::array<char, 4096> buffer{};
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd waiting{fd, POLLIN, 0};
    const int ready = left <= 0 ? 0 : ::poll(&waiting, 1, static_cast<int>(left));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    const ssize_t count = ::read(fd, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return true;
    const auto taken = std::min(static_cast<std::size_t>(count), kMaxOutput - output.size());
    output.append(buffer.data(), taken);
  }
}

int wait_for(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Result<ToolRun> Tool::run(const std::vector<std::string>& arguments, std::chrono::milliseconds within) const {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0)
    return fail(Errc::io, "making a pipe: {}", std::generic_category().message(errno));
  const FileDescriptor reading(ends[0]);
  FileDescriptor writing(ends[1]);
  std::vector<std::string> words = {program_.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  TRY(const pid_t pid, Setup(writing.get()).start(program_.string(), std::move(words)));
  writing = FileDescriptor();
  ToolRun done;
  const bool ended = read_output(reading.get(), Clock::now() + within, done.output);
  if (!ended) ::kill(-pid, SIGKILL);
  done.status = wait_for(pid);
  if (ended) return done;
  return fail(Errc::network, "{}: took longer than {} ms and was ended", program_.string(), within.count());
}

Result<ScratchFolder> ScratchFolder::make(const std::filesystem::path& parent) {
  TRY_VOID(make_folders(parent));
  std::string name = (parent / "XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr)
    return fail(Errc::io, "making a folder in {}: {}", parent.string(),
                std::generic_category().message(errno));
  return ScratchFolder(name);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

}  // namespace conglang::server
