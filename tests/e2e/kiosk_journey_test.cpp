// A resident's way through a real window: touches by XTEST, codes read by an ordinary decoder.

#include <signal.h>

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/e2e/village.h"
#include "tests/support/qr_reader.h"

using namespace conglang;
using namespace conglang::testing;

namespace {

constexpr const char* kBirthLink = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.001193";

GreyImage open_birth_code(Display& display) {
  tap_and_look(display, kMostAskedFirst);
  tap_and_look(display, kFirstCase);
  return tap_and_look(display, kPrimaryButton);
}

}  // namespace

TEST_CASE("three touches lead from home to a code that a decoder reads as the guide's link", "[e2e]") {
  OpenKiosk open;

  CHECK(read_qr_codes(open.display.steady_picture()).empty());
  const GreyImage code = open_birth_code(open.display);
  CHECK(read_qr_codes(code) == std::vector<std::string>{kBirthLink});
}

TEST_CASE("English comes at one touch and goes at the next", "[e2e]") {
  OpenKiosk open;

  const GreyImage vietnamese = open.display.steady_picture();
  const std::string title = open.display.window_title();
  const GreyImage english = tap_and_look(open.display, kLanguage);
  CHECK(difference(vietnamese, english) > 0.01);
  tap_and_look(open.display, kLanguage);
  CHECK(open.display.window_title() == title);
}

TEST_CASE("the kiosk goes on when server and agent are killed", "[e2e]") {
  Village village;
  REQUIRE(village.sync().status == 0);
  Display display(1920, 1080);
  auto agent = village.start_agent();
  const auto kiosk = village.start_kiosk(display);
  wait_for_first_page(display);

  village.kill_server();
  agent->stop(SIGKILL);
  CHECK(read_qr_codes(open_birth_code(display)) == std::vector<std::string>{kBirthLink});
  CHECK(kiosk->running());
}

TEST_CASE("attack: a link outside the allow-list, signed by the commune, gets no code", "[e2e][security]") {
  Village village;
  // The build tool refuses such a link; an attacker with the commune's key would not use the build tool.
  village.edit("communes/09784/patches/khai-sinh.json", [](nlohmann::json& patch) {
    patch["links"] = {{{"url", "https://dichvucong-gov.vn/1.001193"}}};
  });
  village.publish_unchecked();
  REQUIRE(village.sync().status == 0);
  Display display(1920, 1080);
  const auto kiosk = village.start_kiosk(display);
  wait_for_first_page(display);

  CHECK(read_qr_codes(open_birth_code(display)).empty());
  CHECK(kiosk->running());
}

TEST_CASE("attack: the screen is denied internet sockets, and asks for none", "[e2e][security]") {
  Village village;
  REQUIRE(village.sync().status == 0);
  Display display(1920, 1080);
  const TemporaryFolder folder;
  const std::string trace = folder / "trace";
  const auto kiosk = village.start_kiosk(display, {"strace", "-f", "-e", "trace=socket", "-o", trace});
  wait_for_first_page(display);
  open_birth_code(display);
  kiosk->stop(SIGTERM);

  const std::string calls = read_file(trace, 16UL << 20U).value_or("");
  CHECK(calls.find("AF_UNIX") != std::string::npos);
  CHECK(calls.find("AF_INET") == std::string::npos);
}
