#include "kiosk/platform/sandbox.h"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cerrno>

using namespace conglang;

namespace {

// Runs `check` behind the filter in a process of its own: it cannot be undone.
template <typename Check>
bool holds_in_sandbox(Check check) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(platform::forbid_internet_sockets() && check() ? 0 : 1);
  int status = 0;
  return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool refuses(int family, int type) {
  errno = 0;
  return ::socket(family, type, 0) < 0 && errno == EACCES;
}

}  // namespace

TEST_CASE("attack: code inside the screen opens an internet socket", "[platform]") {
  CHECK(holds_in_sandbox([] { return refuses(AF_INET, SOCK_STREAM); }));
  CHECK(holds_in_sandbox([] { return refuses(AF_INET, SOCK_DGRAM); }));
  CHECK(holds_in_sandbox([] { return refuses(AF_INET6, SOCK_STREAM); }));
  CHECK(holds_in_sandbox([] { return refuses(AF_PACKET, SOCK_RAW); }));
}

TEST_CASE("the screen still reaches its display by a local socket", "[platform]") {
  CHECK(holds_in_sandbox([] {
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
    return descriptor >= 0 && ::close(descriptor) == 0;
  }));
}
