// A person who has never seen the kiosk: how many touches from the page at rest to the right code, through
// the screens as they are drawn, the pill that turns a page counted too.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <climits>

#include "content/guide/bundle.h"
#include "kiosk/model/link.h"
#include "kiosk/qr/qr.h"
#include "tests/support/headless_screen.h"
#include "tests/support/starter_files.h"
#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::testing::HeadlessScreen;

namespace {

constexpr int kNever = 1000;

class Resident {
 public:
  Resident(HeadlessScreen& screen, const State& home) : screen_(screen), kiosk_(home) {
    screen_.draw(kiosk_.view());
  }

  bool sees(std::string_view id) const {
    return std::ranges::find(screen_.drawn().targets, id, &screens::Inspection::Target::id) !=
           screen_.drawn().targets.end();
  }

  void touches(std::string_view id) {
    screen_.press(id);
    screen_.draw(kiosk_.view());
    screen_.release();
    const auto action = screen_.draw(kiosk_.view());
    REQUIRE(action);
    kiosk_.does({*action});
    screen_.draw(kiosk_.view());
    ++count;
  }

  /// Turns the page until `id` is seen, and touches it.
  void finds(std::string_view id) {
    for (int i = 0; i < 6 && !sees(id) && sees("turn"); ++i) touches("turn");
    if (!sees(id)) count = kNever;
    if (count < kNever) touches(id);
  }

  test::Kiosk& kiosk() { return kiosk_; }
  int count = 1;  // the page at rest

 private:
  HeadlessScreen& screen_;
  test::Kiosk kiosk_;
};

/// The fewest touches that open `guide`, and the state then.
int open_guide(HeadlessScreen& screen, const State& home, const guide::Guide& guide, State& opened) {
  int fewest = kNever;
  const auto keep = [&](Resident& resident) {
    if (resident.count >= fewest) return;
    fewest = resident.count;
    opened = resident.kiosk().state();
  };
  Resident asked(screen, home);
  if (asked.sees("asked " + guide.id)) {
    asked.touches("asked " + guide.id);
    keep(asked);
  }
  Resident all(screen, home);
  all.touches("tile ");
  if (all.sees("entry " + guide.id)) {
    all.touches("entry " + guide.id);
    keep(all);
  }
  for (const std::string& topic : guide.life_events) {
    Resident resident(screen, home);
    if (!resident.sees("tile " + topic)) continue;
    resident.touches("tile " + topic);
    resident.finds("row " + guide.id);
    keep(resident);
  }
  return fewest;
}

/// The code that is shown is the one of `guide`, and no other's.
void check_code(test::Kiosk& kiosk, const guide::Guide& guide) {
  const QrView shown = kiosk.page<QrView>();
  const auto link = link_of(guide, kiosk.state().content->link_policy);
  REQUIRE(link);
  REQUIRE(shown.code);
  CHECK(*shown.code == *qr::encode(link->url));
}

/// From the guide to its code, for the answer that takes the most touches.
int show_code(HeadlessScreen& screen, const State& opened, const guide::Guide& guide) {
  int most = 0;
  std::vector<std::string> answers = {{}};
  if (test::Kiosk kiosk(opened); kiosk.shows<CaseView>()) {
    answers.clear();
    for (const ChoiceView& choice : kiosk.page<CaseView>().choices) answers.push_back("case " + choice.id);
  }
  for (const std::string& answer : answers) {
    Resident resident(screen, opened);
    resident.count = 0;
    if (!answer.empty()) resident.finds(answer);
    if (resident.count < kNever) resident.finds("code");
    if (resident.count < kNever) check_code(resident.kiosk(), guide);
    most = std::max(most, resident.count);
  }
  return most;
}

}  // namespace

TEST_CASE("every procedure is five touches or fewer from the page at rest to its code, on the real screens",
          "[screens][journey]") {
  const bool portrait = GENERATE(false, true);
  auto assembled = guide::assemble(testing::starter_files(), "09784");
  REQUIRE(assembled);
  const guide::Content content = assembled->content;
  REQUIRE(content.guides.size() == 30);
  HeadlessScreen screen(portrait ? 1080 : 1920, portrait ? 1920 : 1080);
  test::Kiosk kiosk;
  kiosk.gets(content);
  for (const guide::Guide& guide : content.guides) {
    State opened;
    const int touches = open_guide(screen, kiosk.state(), guide, opened);
    INFO((portrait ? "portrait " : "landscape ") << guide.id << ": " << touches << " touches to the guide");
    REQUIRE(touches < kNever);
    CHECK(touches + show_code(screen, opened, guide) <= 5);
  }
}
