#include "sync/agent/service_manager.h"

#include <sys/socket.h>
#include <sys/un.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <cstring>
#include <string>

#include "content/base/file_descriptor.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::agent;

namespace {

// What systemd is: the socket at the other end.
class Listener {
 public:
  explicit Listener(const std::string& path) : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.data(), path.size());
    const auto* head = static_cast<const sockaddr*>(static_cast<const void*>(&address));
    REQUIRE(::bind(socket_.get(), head, sizeof address) == 0);
  }
  std::string heard() const {
    std::array<char, 1000> buffer{};
    const ssize_t got = ::recv(socket_.get(), buffer.data(), buffer.size(), 0);
    return got < 0 ? "" : std::string(buffer.data(), static_cast<std::size_t>(got));
  }

 private:
  FileDescriptor socket_;
};

}  // namespace

TEST_CASE("systemd hears that the agent is ready, alive, at work and ending", "[agent]") {
  const testing::TemporaryFolder folder;
  const std::string path = folder / "notify";
  const Listener systemd(path);
  ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
  ServiceManager manager;
  manager.ready();
  CHECK(systemd.heard() == "READY=1");
  manager.alive();
  CHECK(systemd.heard() == "WATCHDOG=1");
  manager.alive();
  CHECK(systemd.heard().empty());  // once a second is enough
  manager.doing("one\ntwo");
  CHECK(systemd.heard() == "STATUS=one two");
  manager.stopping();
  CHECK(systemd.heard() == "STOPPING=1");
  ::unsetenv("NOTIFY_SOCKET");
}
