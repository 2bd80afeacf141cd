// What code that has taken over the decoder could still do.

#include "kiosk/voice/confined.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <functional>

using namespace conglang;

namespace {

constexpr std::size_t kMebibyte = 1UL << 20U;

/// How a confined process ends that does `deed`; what it gives is the process's exit status.
int end_of(const std::function<int()>& deed) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (!voice::confine_process(64 * kMebibyte, 1)) ::_exit(99);
    ::_exit(deed());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

bool is_killed(int status, int signal) {
  return WIFSIGNALED(status) && WTERMSIG(status) == signal;
}

}  // namespace

TEST_CASE("a confined process reads, writes, takes memory and ends", "[voice][security]") {
  const int status = end_of([] {
    void* memory = std::malloc(8 * kMebibyte);
    if (memory == nullptr) return 1;
    std::memset(memory, 1, 8 * kMebibyte);
    std::free(memory);
    return ::write(STDOUT_FILENO, "", 0) == 0 ? 7 : 2;
  });
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 7);
}

TEST_CASE("attack: a confined process can open, connect, start and signal nothing", "[voice][security]") {
  const auto is_refused = [](const std::function<int()>& deed) {
    const int status = end_of([&] { return deed() == -1 && errno == EPERM ? 7 : 1; });
    return WIFEXITED(status) && WEXITSTATUS(status) == 7;
  };
  CHECK(is_refused([] { return ::open("/etc/passwd", O_RDONLY | O_CLOEXEC); }));
  CHECK(is_refused([] { return ::socket(AF_UNIX, SOCK_STREAM, 0); }));
  CHECK(is_refused([] { return static_cast<int>(::fork()); }));
  CHECK(is_refused([] { return ::execl("/bin/true", "true", nullptr); }));
  CHECK(is_refused([] { return ::kill(::getppid(), SIGTERM); }));
  CHECK(is_refused([] { return ::unlink("/tmp/no-such-file"); }));
  CHECK(is_refused([] { return ::prctl(PR_SET_DUMPABLE, 0); }));
}

TEST_CASE("attack: a confined process that takes ever more memory or never ends is stopped",
          "[voice][security]") {
  const int greedy = end_of([] {
    for (int i = 0; i < 1000; ++i)
      if (std::malloc(kMebibyte) == nullptr) return 5;
    return 0;
  });
  CHECK((WIFSIGNALED(greedy) || WEXITSTATUS(greedy) != 0));
  const int endless = end_of([] {
    volatile bool going = true;
    while (going) continue;
    return 0;
  });
  CHECK((is_killed(endless, SIGXCPU) || is_killed(endless, SIGKILL)));
}
