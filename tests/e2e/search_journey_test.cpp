// Typing and scrolling in a real window, with pointer events by XTEST.

#include <catch2/catch_test_macros.hpp>
#include <stdexcept>
#include <string_view>

#include "tests/e2e/village.h"
#include "tests/support/qr_reader.h"

using namespace conglang;
using namespace conglang::testing;

namespace {

constexpr const char* kBirthLink = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.001193";

// On the 1920x1080 screen, from the grid of the look.
constexpr Point kSearchBar{1400, 238};
constexpr Point kFirstResult{300, 340};
constexpr Point kAllTile{1176, 600};

// The middle of a key.
Point key(char letter) {
  constexpr std::string_view kRows[] = {"1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"};
  constexpr double kStep = 97.1;
  if (letter == ' ') return {1450, 838};
  for (int row = 0; row < 4; ++row) {
    const std::size_t at = kRows[row].find(letter);
    if (at == std::string_view::npos) continue;
    const double indent = row == 2 ? kStep / 2 : 0;
    return {static_cast<int>(896 + 43 + indent + kStep * static_cast<double>(at)), 378 + 115 * row};
  }
  throw std::runtime_error("no such key");
}

}  // namespace

TEST_CASE("a resident types without marks, touches the first result and reads the code home",
          "[e2e][search]") {
  OpenKiosk open;

  tap_and_look(open.display, kSearchBar);
  CHECK(open.display.window_title().find("Tìm việc cần làm") != std::string::npos);
  for (const char letter : std::string_view("khai sinh")) {
    const Point point = key(letter);
    open.display.tap(point.x, point.y);
  }
  open.display.steady_picture();
  tap_and_look(open.display, kFirstResult);
  tap_and_look(open.display, kFirstCase);
  const GreyImage code = tap_and_look(open.display, kPrimaryButton);
  CHECK(read_qr_codes(code) == std::vector<std::string>{kBirthLink});
}

TEST_CASE("a long list is dragged in a real window, and nothing on it is tapped by that", "[e2e][scroll]") {
  OpenKiosk open;

  tap_and_look(open.display, kAllTile);
  const std::string title = open.display.window_title();
  const GreyImage top = open.display.steady_picture();
  open.display.drag(500, 800, 420);
  const GreyImage below = open.display.steady_picture();
  CHECK(difference(top, below) > 0.01);
  CHECK(open.display.window_title() == title);
  open.display.drag(500, 420, 860);
  CHECK(difference(top, open.display.steady_picture()) < 0.001);
}
