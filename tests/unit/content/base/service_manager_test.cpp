#include "content/base/service_manager.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <cstring>
#include <string>

#include "content/base/file_descriptor.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using conglang::testing::TemporaryFolder;

namespace {

// A variable for as long as this lives.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) { ::setenv(name, value.c_str(), 1); }
  ~Variable() { ::unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
};

// Binds to `path`, where "@" begins an abstract name.
FileDescriptor listen_at(const std::string& path) {
  FileDescriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, path.data(), path.size());
  if (path[0] == '@') address.sun_path[0] = '\0';
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
  REQUIRE(::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), length) == 0);
  return socket;
}

std::string received(const FileDescriptor& socket) {
  std::string bytes(256, '\0');
  const ssize_t got = ::recv(socket.get(), bytes.data(), bytes.size(), 0);
  bytes.resize(static_cast<std::size_t>(got < 0 ? 0 : got));
  return bytes;
}

}  // namespace

TEST_CASE("a state reaches the socket that NOTIFY_SOCKET names, a file's or an abstract one", "[base]") {
  const TemporaryFolder folder;
  for (const std::string& path :
       {(folder / "notify").string(), "@conglang-test-" + std::to_string(::getpid())}) {
    const FileDescriptor socket = listen_at(path);
    const Variable variable("NOTIFY_SOCKET", path);
    CHECK(notify_service_manager("READY=1"));
    CHECK(received(socket) == "READY=1");
  }
}

TEST_CASE("with nobody to tell, nothing is told and nothing breaks", "[base]") {
  ::unsetenv("NOTIFY_SOCKET");
  CHECK_FALSE(notify_service_manager("READY=1"));
  for (const std::string& path : {std::string(), std::string("relative"), std::string("/nowhere/socket"),
                                  "/" + std::string(300, 'x')}) {
    const Variable variable("NOTIFY_SOCKET", path);
    CHECK_FALSE(notify_service_manager("READY=1"));
  }
}

TEST_CASE("the watchdog's interval is read, when it is meant for this process", "[base]") {
  CHECK_FALSE(watchdog_interval());
  const Variable interval("WATCHDOG_USEC", "2500000");
  CHECK(watchdog_interval() == std::chrono::microseconds(2'500'000));
  {
    const Variable mine("WATCHDOG_PID", std::to_string(::getpid()));
    CHECK(watchdog_interval());
  }
  const Variable of_another("WATCHDOG_PID", "1");
  CHECK_FALSE(watchdog_interval());
}
