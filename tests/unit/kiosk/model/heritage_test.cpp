#include "kiosk/model/heritage.h"

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "tests/unit/kiosk/model/sample.h"
#include "tests/unit/kiosk/model/village.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

Kiosk at_heritage() {
  Kiosk kiosk = test::resting_kiosk();
  kiosk.does({Touched{}, OpenDoor{Door::heritage}});
  return kiosk;
}

}  // namespace

TEST_CASE("the heritage door leads to the first place, and each leads to the next", "[model][heritage]") {
  Kiosk kiosk = at_heritage();
  auto view = kiosk.page<HeritageView>();
  CHECK(view.title == "Cổng làng");
  CHECK(view.place == "Nơi 1 trong 2");
  CHECK(kiosk.view().chrome.header.context == "Nơi 1 trong 2");
  CHECK(view.next == "Tiếp: Đình làng");
  view = kiosk.does({OpenHeritage{view.next_id}}).page<HeritageView>();
  CHECK(view.title == "Đình làng");
  CHECK(view.paragraphs == std::vector<std::string>{"Nơi làng họp.", "Đoạn một.", "Đoạn hai."});
  CHECK(view.next_id == "cong-lang");
  CHECK(kiosk.does({Back{}}).shows<HomeView>());
}

TEST_CASE("pictures of a place are turned over one by one, its panorama apart from them",
          "[model][heritage]") {
  Kiosk kiosk = at_heritage();
  kiosk.does({OpenHeritage{"dinh-lang"}});
  CHECK(kiosk.page<HeritageView>().pictures == PicturesView{"dinh.png", "Mái đình", 0, 2});
  CHECK(kiosk.does({NextPicture{}}).page<HeritageView>().pictures.file == "gieng.png");
  CHECK(kiosk.does({NextPicture{}}).page<HeritageView>().pictures.file == "dinh.png");
  CHECK(kiosk.does({OpenPanorama{}}).page<PanoramaView>().picture == "toan-canh.png");
  CHECK(kiosk.does({Back{}}).shows<HeritageView>());
}

TEST_CASE("a panorama turns all around, either way, and a finger of any kind does no harm",
          "[model][heritage]") {
  Kiosk kiosk = at_heritage();
  kiosk.does({OpenHeritage{"dinh-lang"}, OpenPanorama{}});
  const auto heading = [&] { return kiosk.page<PanoramaView>().heading; };
  kiosk.does({TurnPanorama{30}});
  CHECK(heading() == 30);
  kiosk.does({TurnPanorama{-60}});
  CHECK(heading() == 330);
  kiosk.does({TurnPanorama{800}});
  CHECK(heading() == 50);
  kiosk.does({TurnPanorama{std::numeric_limits<float>::quiet_NaN()},
              TurnPanorama{std::numeric_limits<float>::infinity()}});
  CHECK(heading() == 50);
}

TEST_CASE("a place without a panorama has no door to one", "[model][heritage]") {
  Kiosk kiosk = at_heritage();
  CHECK(kiosk.page<HeritageView>().panorama.empty());
  CHECK(kiosk.does({OpenPanorama{}, NextPicture{}, TurnPanorama{10}}).shows<HeritageView>());
}

TEST_CASE("a place withdrawn under a reader leads back, and its panorama with it", "[model][heritage]") {
  Kiosk kiosk = at_heritage();
  kiosk.does({OpenHeritage{"dinh-lang"}, OpenPanorama{}});
  guide::Content content = test::village_content();
  content.heritage[1].pictures.clear();
  CHECK(kiosk.gets(content).shows<HeritageView>());
  content.heritage.pop_back();
  CHECK(kiosk.gets(content).shows<HomeView>());
}
