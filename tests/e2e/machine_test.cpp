// The screen and what looks after it: the service manager's watchdog, a display that dies, crash loops.

#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <thread>

#include "content/base/file.h"
#include "content/base/file_descriptor.h"
#include "tests/e2e/village.h"

using namespace conglang;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

// A service manager's end of sd_notify(3).
class Manager {
 public:
  explicit Manager(const fs::path& path)
      : path_(path), socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    REQUIRE(::bind(socket_.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  }
  std::string variable() const { return "NOTIFY_SOCKET=" + path_.string(); }

  // How often `state` was told since the last question.
  int told(const std::string& state) {
    int times = 0;
    char buffer[256];
    for (ssize_t got; (got = ::recv(socket_.get(), buffer, sizeof buffer, 0)) > 0;)
      times += std::string(buffer, static_cast<std::size_t>(got)) == state ? 1 : 0;
    return times;
  }

 private:
  fs::path path_;
  FileDescriptor socket_;
};

void put_crashes(const Village& village, int short_runs, const std::string& settled_with) {
  const nlohmann::json book = {
      {"shortRuns", short_runs}, {"settledWith", settled_with}, {"turnedAwayFrom", ""}};
  REQUIRE(write_file_atomically(village.data() / "crashes.json", book.dump()));
}

}  // namespace

TEST_CASE("the service manager hears of the first picture, and of pictures while nobody touches anything",
          "[e2e][machine]") {
  Village village;
  REQUIRE(village.sync().status == 0);
  Display display(1920, 1080);
  const TemporaryFolder folder;
  Manager manager(folder / "notify");
  const auto kiosk = village.start_kiosk(display, {"env", manager.variable(), "WATCHDOG_USEC=4000000"});
  CHECK(eventually([&] { return manager.told("READY=1") == 1; }));
  CHECK(eventually([&] { return manager.told("WATCHDOG=1") > 0; }, std::chrono::seconds(10)));
  CHECK(eventually([&] { return manager.told("WATCHDOG=1") > 0; }, std::chrono::seconds(10)));
  CHECK(kiosk->stop(SIGTERM) == 0);
  CHECK(manager.told("STOPPING=1") == 1);
}

TEST_CASE("the service manager hears nothing while no picture reaches the display, and again once one does",
          "[e2e][machine]") {
  Village village;
  REQUIRE(village.sync().status == 0);
  Display display(1920, 1080);
  const TemporaryFolder folder;
  const fs::path blind = folder / "blind";
  Manager manager(folder / "notify");
  const auto kiosk = village.start_kiosk(
      display, {"env", manager.variable(), "WATCHDOG_USEC=4000000", "CONGLANG_BLIND=" + blind.string(),
                "LD_PRELOAD=" + program("conglang_blind_shim.so"), "ASAN_OPTIONS=verify_asan_link_order=0"});
  REQUIRE(eventually([&] { return manager.told("READY=1") == 1; }));
  wait_for_picture(display);
  REQUIRE(write_file_atomically(blind, ""));
  display.tap(kStart.x, kStart.y);  // another page, which is not shown
  std::this_thread::sleep_for(std::chrono::seconds(2));
  manager.told("WATCHDOG=1");
  std::this_thread::sleep_for(std::chrono::seconds(6));
  CHECK(manager.told("WATCHDOG=1") == 0);
  CHECK(kiosk->running());
  fs::remove(blind);
  CHECK(eventually([&] { return manager.told("WATCHDOG=1") > 0; }, std::chrono::seconds(10)));
  CHECK(kiosk->stop(SIGTERM) == 0);
}

TEST_CASE("a display that dies ends the screen with a status of its own, and that is no crash",
          "[e2e][machine]") {
  OpenKiosk open;
  open.display.die();
  CHECK(eventually([&] { return !open.kiosk->running(); }));
  CHECK(open.kiosk->stop(SIGTERM) == 11);
  CHECK(read_file(open.village.data() / "crashes.json", 4096).value_or("").find("\"shortRuns\": 0") !=
        std::string::npos);
}

TEST_CASE("new content that came with a crash loop is turned away from, and that is reported",
          "[e2e][machine]") {
  Village village;
  REQUIRE(village.sync().status == 0);
  village.edit("national/guides/khai-sinh.json",
               [](nlohmann::json& guide) { guide["title"]["vi"] = "Tên mới"; });
  village.publish();
  REQUIRE(village.sync().status == 0);
  REQUIRE(village.active_database() == "guides-2.db\n");
  put_crashes(village, 3, "guides-1.db");
  Display display(1920, 1080);
  const auto kiosk = village.start_kiosk(display);
  wait_for_first_page(display);
  CHECK(village.active_database() == "guides-1.db\n");
  CHECK(kiosk->output().find("guides-2.db came with a crash loop") != std::string::npos);
  const auto report = read_file(village.data() / "outbox" / "crash-loop.report.json", 4096).value_or("{}");
  CHECK(nlohmann::json::parse(report)["turnedAwayFrom"] == "guides-2.db");
  // The next update does not bring it back.
  CHECK(village.sync().status == 0);
  CHECK(village.active_database() == "guides-1.db\n");
}

TEST_CASE("a screen that was killed again and again shows the safe page", "[e2e][machine]") {
  Village village;
  REQUIRE(village.sync().status == 0);
  Display display(1920, 1080);
  for (int i = 0; i < 5; ++i) {
    const auto kiosk = village.start_kiosk(display);
    wait_for_first_page(display);
    kiosk->stop(SIGKILL);
  }
  const auto kiosk = village.start_kiosk(display);
  CHECK(eventually([&] { return display.window_title() == "Cổng Làng – Máy đang được sửa"; }));
  wait_for_picture(display);
  CHECK(kiosk->stop(SIGTERM) == 0);
}
