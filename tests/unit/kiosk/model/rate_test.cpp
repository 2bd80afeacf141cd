#include "kiosk/model/rate.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/model/navigation.h"
#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

Kiosk asked() {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"can-cuoc"}, TogglePaper{"Thẻ căn cước"}, NextLanguage{}, ToggleTheme{}, Done{}});
  REQUIRE(kiosk.shows<RateView>());
  return kiosk;
}

CountRating rating(CountRating::Answer answer, RateReason reason) {
  return {"can-cuoc", answer, reason, test::day("2026-11-23")};
}

}  // namespace

TEST_CASE("who leaves a guide is asked whether it helped, in the language just read", "[model]") {
  Kiosk kiosk = asked();
  CHECK(kiosk.page<RateView>().title == "Did this screen help you?");
  CHECK(kiosk.view().chrome.theme == Theme::contrast);
}

TEST_CASE("nothing of the visit is left while the question stands", "[model]") {
  const Visit visit = asked().state().visit;
  CHECK_FALSE(visit.reading.has_value());
  CHECK(visit.trail.size() == 2);
}

TEST_CASE("one touch answers and is counted with guide and day, nothing else", "[model]") {
  Kiosk kiosk = asked();
  kiosk.does({RateHelped{}});
  CHECK(kiosk.effects() == std::vector<Effect>{rating(CountRating::Answer::helped, RateReason::none)});
  CHECK(kiosk.page<RateView>().stage == RatePage::Stage::thanks);
  CHECK(kiosk.does({RateHelped{}}).effects().empty());
}

TEST_CASE("a guide that did not help is asked why, and counts even when nobody says", "[model]") {
  Kiosk kiosk = asked();
  kiosk.does({RateNotHelped{}});
  CHECK(kiosk.effects() == std::vector<Effect>{rating(CountRating::Answer::did_not_help, RateReason::none)});
  REQUIRE(kiosk.page<RateView>().reasons.size() == 5);
  kiosk.does({GiveReason{kiosk.page<RateView>().reasons.front().reason}});
  CHECK(kiosk.effects() == std::vector<Effect>{rating(CountRating::Answer::reason, RateReason::not_found)});
}

TEST_CASE("the question never holds anybody: done, home and back leave it, and so does time", "[model]") {
  for (const Action& leave : {Action(Done{}), Action(Home{}), Action(Back{})}) {
    Kiosk kiosk = asked();
    CHECK_FALSE(kiosk.does({leave}).shows<RateView>());
  }
  Kiosk kiosk = asked();
  kiosk.waits(19);
  CHECK(kiosk.shows<RateView>());
  CHECK_FALSE(kiosk.view().idle);
  kiosk.waits(1);
  CHECK(kiosk.state().visit == fresh_visit(kiosk.state().settings));
}

TEST_CASE("thanks stand for five seconds, then the kiosk is as it was for the next person", "[model]") {
  Kiosk kiosk = asked();
  kiosk.does({RateHelped{}}).waits(5);
  CHECK(kiosk.state().visit == fresh_visit(kiosk.state().settings));
}

TEST_CASE("who leaves a list or the home page is not asked", "[model]") {
  Kiosk kiosk;
  CHECK_FALSE(kiosk.does({OpenTopic{"giay-to"}, Done{}}).shows<RateView>());
  CHECK_FALSE(kiosk.does({OpenGuide{"khai-sinh"}, Done{}}).shows<RateView>());  // the case was not chosen yet
  CHECK_FALSE(kiosk.does({OpenDoor{Door::wifi}, Done{}}).shows<RateView>());
}
