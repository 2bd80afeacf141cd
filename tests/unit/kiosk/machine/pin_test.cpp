#include "kiosk/machine/pin.h"

#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "content/base/file.h"
#include "kiosk/machine/pin_guard.h"
#include "tests/folders.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::machine;
using conglang::testing::TemporaryFolder;
using std::chrono::seconds;

namespace {

constexpr const char* kPin = "271828";

struct Scene {
  Scene() { REQUIRE(set_pin(data.path(), kPin)); }
  TemporaryFolder data;
};

PinVerdict try_at(PinGuard& guard, std::string_view pin, int at) {
  const auto verdict = guard.try_pin(pin, seconds{at});
  REQUIRE(verdict);
  return *verdict;
}

// Looks once a second from `from` on until an attempt is looked at. Returns when that was.
int first_look(PinGuard& guard, int from) {
  while (try_at(guard, "000001", from) == PinVerdict::too_soon) ++from;
  return from;
}

}  // namespace

TEST_CASE("a PIN is kept as a hash that only its owner reads, and opens for itself alone", "[machine]") {
  const Scene scene;
  struct stat info {};
  REQUIRE(::stat(pin_file(scene.data.path()).c_str(), &info) == 0);
  CHECK((info.st_mode & 0777U) == 0600);
  CHECK(read_file(pin_file(scene.data.path()), 4096)->find(kPin) == std::string::npos);
  CHECK(*is_pin(scene.data.path(), kPin));
  CHECK_FALSE(*is_pin(scene.data.path(), "271829"));
}

TEST_CASE("a file that others could read before is theirs no more after a new PIN", "[machine][security]") {
  const Scene scene;
  REQUIRE(::chmod(pin_file(scene.data.path()).c_str(), 0666) == 0);
  REQUIRE(set_pin(scene.data.path(), "314159"));
  struct stat info {};
  REQUIRE(::stat(pin_file(scene.data.path()).c_str(), &info) == 0);
  CHECK((info.st_mode & 0777U) == 0600);
}

TEST_CASE("a PIN that is guessed first, too short or no number is refused", "[machine]") {
  const char* pin = GENERATE("", "12345", "111111", "123456", "987654", "27182a", "1234567890123", "2718 28");
  const TemporaryFolder data;
  CHECK(set_pin(data.path(), pin).error().code == Errc::invalid);
  CHECK_FALSE(has_pin(data.path()));
}

TEST_CASE("without a PIN nothing opens", "[machine]") {
  const TemporaryFolder data;
  PinGuard guard(data.path(), seconds{0});
  for (const char* pin : {"", "0000", "123456"}) CHECK(try_at(guard, pin, 0) == PinVerdict::unset);
}

TEST_CASE("three slips cost nothing, and the right PIN forgets them", "[machine]") {
  const Scene scene;
  PinGuard guard(scene.data.path(), seconds{0});
  for (int i = 0; i < 2; ++i) CHECK(try_at(guard, "000001", 0) == PinVerdict::wrong);
  CHECK(try_at(guard, kPin, 0) == PinVerdict::right);
  CHECK(try_at(guard, "000001", 0) == PinVerdict::wrong);
  CHECK(guard.wait(seconds{0}) == seconds{0});
}

TEST_CASE("attack: brute force waits longer each time, up to an hour", "[machine][security]") {
  const Scene scene;
  PinGuard guard(scene.data.path(), seconds{0});
  int at = 0;
  for (int i = 0; i < 3; ++i) CHECK(try_at(guard, "000001", at) == PinVerdict::wrong);
  for (const int wait : {30, 60, 120, 240}) {
    CHECK(first_look(guard, at) == at + wait);
    at += wait;
  }
  CHECK(back_off(200) == std::chrono::hours{1});
  // A million PINs at an hour each.
  CHECK(try_at(guard, kPin, at + 1) == PinVerdict::too_soon);
}

TEST_CASE("attack: a restart does not give attempts back", "[machine][security]") {
  const Scene scene;
  {
    PinGuard guard(scene.data.path(), seconds{0});
    for (int i = 0; i < 3; ++i) try_at(guard, "000001", 0);
  }
  PinGuard restarted(scene.data.path(), seconds{5});
  CHECK(restarted.wait(seconds{5}) == seconds{30});
  CHECK(try_at(restarted, kPin, 34) == PinVerdict::too_soon);
  CHECK(try_at(restarted, kPin, 35) == PinVerdict::right);
  PinGuard after(scene.data.path(), seconds{0});
  CHECK(after.wait(seconds{0}) == seconds{0});
}

TEST_CASE("attack: the power is cut while a PIN is checked", "[machine][security]") {
  // The attempt is written down before it is looked at: a guard that is never answered has counted it.
  const Scene scene;
  PinGuard guard(scene.data.path(), seconds{0});
  REQUIRE(write_file_atomically(pin_file(scene.data.path()), "damaged", 0600));
  CHECK_FALSE(guard.try_pin(kPin, seconds{0}));
  CHECK(read_file(scene.data / "staff-attempts", 64) == "1\n");
}

TEST_CASE("attack: the file of attempts is damaged", "[machine][security]") {
  const Scene scene;
  REQUIRE(write_file_atomically(scene.data / "staff-attempts", "-7\n"));
  PinGuard guard(scene.data.path(), seconds{0});
  CHECK(guard.wait(seconds{0}) == std::chrono::hours{1});
  CHECK(try_at(guard, kPin, 10) == PinVerdict::too_soon);
}

TEST_CASE("attack: the clock is turned back or forward", "[machine][security]") {
  // Waits are of the time since the machine was switched on: setting the clock does not move it.
  const RunningTime before = running_time();
  const auto faked = testing::run_shell("faketime '2040-01-01' date +%Y");
  CHECK(faked.says("2040"));
  CHECK(running_time() - before < seconds{60});
}

TEST_CASE("an attempt that cannot be written down is not looked at", "[machine][security]") {
  const Scene scene;
  // A folder in the file's place: writing fails for root too.
  std::filesystem::create_directory(scene.data / "staff-attempts");
  std::filesystem::create_directory(scene.data.path() / "staff-attempts" / "x");
  PinGuard guard(scene.data.path(), seconds{0});
  CHECK(guard.wait(seconds{0}) > seconds{0});
  CHECK_FALSE(guard.try_pin(kPin, seconds{4000}));
}

TEST_CASE("conglang-kiosk set-pin takes a line of input and says what is wrong with it", "[machine]") {
  const TemporaryFolder data;
  const std::string program = std::string(CONGLANG_BIN_DIR) + "/conglang-kiosk set-pin --data ";
  const auto set = testing::run_shell("echo 271828 | " + program + data.path().string());
  INFO(set.output);
  CHECK(set.status == 0);
  CHECK(*is_pin(data.path(), "271828"));
  const auto weak = testing::run_shell("echo 123456 | " + program + data.path().string());
  CHECK(weak.status != 0);
  CHECK(weak.says("guessed first"));
  CHECK(*is_pin(data.path(), "271828"));
  CHECK(testing::run_shell("echo 271828 | " + program + "/nowhere").says("no such folder"));
}
