#include "kiosk/model/idle.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/model/navigation.h"
#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

bool asks(const Kiosk& kiosk) {
  return kiosk.view().idle.has_value();
}

}  // namespace

TEST_CASE("a list asks after 90 seconds and is left 30 seconds later", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenTopic{"giay-to"}, ToggleTheme{}});
  CHECK_FALSE(asks(kiosk.waits(89)));
  CHECK(asks(kiosk.waits(1)));
  CHECK(kiosk.view().idle->title == "Bác còn đọc không?");
  CHECK(kiosk.view().idle->seconds_left == 30);
  CHECK(kiosk.waits(6).view().idle->seconds_left == 24);
  CHECK(kiosk.waits(23).view().idle->seconds_left == 1);
  CHECK(kiosk.shows<ListView>());
  kiosk.waits(1);
  CHECK_FALSE(asks(kiosk));
  CHECK(kiosk.state().visit == fresh_visit(kiosk.state().settings));
}

TEST_CASE("guide, steps and code have 180 seconds", "[model]") {
  for (const Action& page : {Action(Touched{}), Action(OpenSteps{}), Action(OpenCode{})}) {
    Kiosk kiosk;
    kiosk.does({OpenGuide{"can-cuoc"}, page});
    CHECK_FALSE(asks(kiosk.waits(179)));
    CHECK(asks(kiosk.waits(1)));
    kiosk.waits(30);
    CHECK(kiosk.state().visit == fresh_visit(kiosk.state().settings));
  }
}

TEST_CASE("one touch answers the question, any number of times", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"can-cuoc"}, TogglePaper{"Thẻ căn cước"}});
  for (int round = 0; round < 20; ++round) {
    CHECK(asks(kiosk.waits(205)));
    CHECK_FALSE(asks(kiosk.does({Touched{}})));
  }
  CHECK(kiosk.page<GuideView>().ticked == "Đã có 1 trên 1");
}

TEST_CASE("a screen at rest never asks, one that was touched does", "[model]") {
  Kiosk kiosk;
  kiosk.does({Done{}});
  CHECK_FALSE(asks(kiosk.waits(7200)));
  CHECK(asks(kiosk.does({NextLanguage{}}).waits(100)));
  CHECK(kiosk.waits(30).state().visit.language == "vi");
}

TEST_CASE("the next deadline is the minute, the question, each of its seconds and the end", "[model]") {
  Kiosk kiosk;
  const Instant start = kiosk.state().now;
  const auto due = [&] { return (next_deadline(kiosk.state()) - start).count(); };
  CHECK(due() == 60);
  kiosk.does({Tick{start + std::chrono::seconds{10}}, OpenTopic{""}});
  CHECK(due() == 60);
  kiosk.does({Tick{start + std::chrono::seconds{60}}});
  CHECK(due() == 100);
  kiosk.does({Tick{start + std::chrono::seconds{100}}});
  REQUIRE(asks(kiosk));
  CHECK(due() == 101);
  kiosk.does({Tick{start + std::chrono::seconds{129}}});
  CHECK(due() == 130);
  kiosk.does({Tick{start + std::chrono::seconds{130}}});
  CHECK(kiosk.state().visit == fresh_visit(kiosk.state().settings));
  CHECK(due() == 180);
}

TEST_CASE("a clock that is set forward or back neither ends nor prolongs a visit", "[model]") {
  for (const char* set : {"2030-01-01T00:00:00Z", "1970-01-01T00:00:00Z"}) {
    Kiosk kiosk;
    kiosk.does({OpenTopic{"sinh-con"}, OpenGuide{"khai-sinh"}}).waits(60);
    kiosk.does({Tick{test::at(set)}});
    CHECK(kiosk.shows<CaseView>());
    CHECK_FALSE(asks(kiosk.waits(29)));
    CHECK(asks(kiosk.waits(1)));
  }
}

TEST_CASE("time to read the sentence about a withdrawn guide does not depend on how long it was read",
          "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}}).waits(170);
  guide::Content content = test::sample_content();
  test::guide_in(content, "khai-sinh").status = guide::Guide::Status::withdrawn;
  CHECK_FALSE(asks(kiosk.gets(content).waits(89)));
  CHECK(asks(kiosk.waits(1)));
}
