// The agent as a service: what systemd hears of it, one on a folder, and two repositories followed at once.

#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstring>

#include "content/base/file.h"
#include "content/base/file_descriptor.h"
#include "tests/e2e/village.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

// What systemd is to a service: the socket named by NOTIFY_SOCKET, as long as this lives.
class Systemd {
 public:
  explicit Systemd(const std::string& path) : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.data(), path.size());
    const auto* head = static_cast<const sockaddr*>(static_cast<const void*>(&address));
    REQUIRE(::bind(socket_.get(), head, sizeof address) == 0);
    ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
  }
  ~Systemd() { ::unsetenv("NOTIFY_SOCKET"); }
  Systemd(const Systemd&) = delete;
  Systemd& operator=(const Systemd&) = delete;

  // True when `message` is among what it hears in time.
  bool hears(const std::string& message) const {
    return eventually([&] {
      std::array<char, 1000> buffer{};
      for (;;) {
        const ssize_t got = ::recv(socket_.get(), buffer.data(), buffer.size(), 0);
        if (got < 0) return false;
        if (std::string(buffer.data(), static_cast<std::size_t>(got)) == message) return true;
      }
    });
  }

 private:
  FileDescriptor socket_;
};

void write(const fs::path& path, const std::string& bytes) {
  REQUIRE(make_folders(path.parent_path()));
  REQUIRE(write_file_atomically(path, bytes));
}

}  // namespace

TEST_CASE("the agent tells systemd that it is ready, alive and ending, and is alone on its folder", "[e2e]") {
  Village village;
  const TemporaryFolder folder;
  const Systemd systemd(folder / "notify");
  const auto agent = village.start_agent();
  CHECK(systemd.hears("READY=1"));
  CHECK(systemd.hears("STATUS=up to date"));
  CHECK(systemd.hears("WATCHDOG=1"));
  const Finished second = village.sync();
  CHECK(second.status == 1);
  CHECK(second.says("another sync agent"));
  CHECK(agent->stop(SIGTERM) == 0);
  CHECK(systemd.hears("STOPPING=1"));
}

TEST_CASE("a kiosk that follows a nation and a province goes on with one when the other is gone", "[e2e]") {
  // One tree, served twice: which paths are whose is the map's to say.
  Village village;
  const TemporaryFolder data;
  Process province({program("conglang-server"), "--repo", village.repository(), "--port", "0"},
                   data / "server.log");
  REQUIRE(province.wait_for_output("http://127.0.0.1:", std::chrono::seconds(20)));
  std::string province_url = province.output();
  province_url = province_url.substr(province_url.find("http://"));
  province_url = province_url.substr(0, province_url.find('\n'));
  const std::string root = read_file(village.data() / "root.json", 1U << 20U).value();
  write(data / "kiosk.json", R"({"commune":"09784","place":"thuong-thap"})");
  write(data / "roots/national.json", root);
  write(data / "roots/province.json", root);
  const nlohmann::json map = {{"repositories", {{"national", {village.url()}}, {"province", {province_url}}}},
                              {"mapping",
                               {{{"paths", {"national/*", "national/*/*"}}, {"repositories", {"national"}}},
                                {{"paths", {"provinces/*/*", "provinces/*/*/*", "communes/*/*/*"}},
                                 {"repositories", {"province"}}}}}};
  write(data / "map.json", map.dump());
  const auto sync = [&data] { return run({program("conglang-sync"), "--data", data.path(), "--once"}); };
  const Finished both = sync();
  INFO(both.output);
  CHECK(both.status == 0);
  CHECK(read_file(data / "current", 100) == "guides-1.db\n");

  province.stop(SIGKILL);
  village.edit("national/guides/khai-sinh.json",
               [](nlohmann::json& guide) { guide["title"]["vi"] = "Khai sinh cho bé"; });
  village.publish();
  const Finished one = sync();
  INFO(one.output);
  CHECK(one.status == 1);
  CHECK(one.says("province: "));
  CHECK(read_file(data / "current", 100) == "guides-2.db\n");
}
