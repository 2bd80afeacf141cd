#include <catch2/catch_test_macros.hpp>
#include <random>

#include "kiosk/model/navigation.h"
#include "tests/unit/kiosk/model/sample_catalogue.h"
#include "tests/unit/kiosk/model/village.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

/// A visitor who presses anything, on a kiosk whose content and clock do anything.
class Walker {
 public:
  explicit Walker(unsigned seed) : random_(seed) {
    contents_.assign(4, test::catalogue_content());
    test::guide_in(contents_[1], "khai-sinh").cases[0].id = "khac";
    test::guide_in(contents_[2], "khai-sinh").cases.pop_back();
    test::guide_in(contents_[2], "can-cuoc").status = guide::Guide::Status::withdrawn;
    contents_[3].guides.clear();
    contents_[3].notices.clear();
    contents_.push_back(test::village_content());
    contents_.push_back(contents_.back());
    contents_.back().emergency =
        guide::EmergencyScreen{guide::EmergencyScreen::Mode::blank, "lenh", {}, {}, test::at(test::kMonday)};
  }

  Action next(const State& state) {
    switch (pick(44)) {
      case 0:
        return OpenTopic{one_of({"", "sinh-con", "giay-to", "nha-dat", "khong-co"})};
      case 1:
      case 2:
        return OpenGuide{one_of({"khai-sinh", "khai-sinh", "can-cuoc", "sao-y", "la-mat", "tam-vang"})};
      case 3:
      case 4:
        return ChooseCase{one_of({"", "dung-han", "qua-han", "khac"})};
      case 5:
        return OpenSteps{};
      case 6:
        return OpenCode{};
      case 7:
        return TogglePaper{one_of({"Giấy chứng sinh", "Thẻ căn cước", "Giấy ủy quyền", "?"})};
      case 8:
        return ToggleRare{one_of({"Nhờ người khác đi làm thay?", "", "?"})};
      case 9:
        return ScrollTo{static_cast<float>(pick(4) - 1) * 300};
      case 10:
        return Home{};
      case 11:
        return pick(4) == 0 ? Action(Done{}) : Action(Touched{});
      case 12:
        return NextLanguage{};
      case 13:
        return SetLanguage{one_of({"vi", "en", "fr"})};
      case 14:
        return adjustment();
      case 15:
        return ToggleTheme{};
      case 16:
        return ShowNewText{};
      case 17:
        return DismissNotice{};
      case 18:
        return pick(20) == 0 ? Action(Tick{test::at(one_of({test::kMonday, "1970-01-01T00:00:00Z"}))})
                             : Action(Tick{next_deadline(state)});
      case 19:
        return Tick{state.now + std::chrono::seconds{pick(60)}};
      case 20:
      case 21:
        if (pick(10) != 0) return Touched{};
        return ContentArrived{contents_[static_cast<std::size_t>(pick(6))], state.now};
      case 22:
        return OpenDoor{kDoors[pick(static_cast<int>(std::size(kDoors)))]};
      case 23:
        return OpenNotice{one_of({"cat-dien", "mua-bao", "?"})};
      case 24:
        return pick(2) == 0 ? Action(ShowCode{pick(2) == 0 ? CodeKind::papers : CodeKind::phone_page})
                            : Action(NextPart{pick(3)});
      case 25:
        return OpenZaloGroup{one_of({"https://zalo.me/g/thuongthap", "https://zalo.me/g/khong-co"})};
      case 26:
        return pick(2) == 0 ? Action(RateHelped{}) : Action(RateNotHelped{});
      case 27:
        return pick(3) == 0 ? Action(Done{}) : Action(GiveReason{RateReason::hard_to_read});
      case 28:
        if (pick(2) == 0) return ReadUrgent{"mua-bao"};
        return StaffTouch(ChangeSettings{MachineSettings{.lifted = one_of({"lenh", "?"})}});
      case 29:
        return pick(2) == 0 ? Action(OpenHeritage{one_of({"dinh-lang", "cong-lang", "?"})})
                            : Action(OpenPanorama{});
      case 30:
        return pick(2) == 0 ? Action(TurnPanorama{static_cast<float>(pick(800) - 400)})
                            : Action(NextPicture{});
      case 31:
        return pick(3) == 0 ? Action(OpenPayment{}) : Action(OpenProduct{one_of({"gao", "dau-phu", "?"})});
      case 32:
        return ContentUnavailable{one_of({"", "damaged"})};
      case 33:
        return OpenSearch{};
      case 34:
        return PressKey{static_cast<char32_t>(one_of({"k", "s", " ", "1", "w"})[0])};
      case 35:
        return pick(3) == 0 ? Action(EraseLine{}) : Action(EraseSign{});
      case 36:
        return pick(2) == 0 ? Action(NextInputMethod{}) : Action(NextKeyLayout{});
      case 37:
        return OpenCatalogue{{pick(2) == 0 ? CataloguePart::Reach::commune : CataloguePart::Reach::nation,
                              one_of({"", "ho-tich", "dat-dai", kNoSector}), one_of({"", "", "ho-tich"})}};
      case 38:
      case 39:
      case 40:
      case 41:
        return further(state);
      case 42:
        return OpenProcedure{one_of({"1.000001", "1.002000", "?"})};
      default:
        return Back{};
    }
  }

 private:
  // From a place to look at to its panorama, from a product to its payment.
  Action further(const State& state) {
    if (is_on<HeritagePage>(state.visit)) return OpenPanorama{};
    if (is_on<ProductPage>(state.visit)) return OpenPayment{};
    return pick(2) == 0 ? Action(OpenDoor{Door::heritage}) : Action(OpenProduct{"gao"});
  }
  int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(random_); }
  Action adjustment() {
    const int which = pick(3);
    if (which == 0) return NextTextSize{};
    return which == 1 ? Action(ToggleReach{}) : Action(ToggleMotion{});
  }
  std::string one_of(std::vector<std::string> words) {
    return words[static_cast<std::size_t>(pick(static_cast<int>(words.size())))];
  }

  std::mt19937 random_;
  std::vector<guide::Content> contents_;
};

bool holds(const State& state) {
  const Visit& visit = state.visit;
  bool of_guide = false;
  bool has_search = false;
  for (const Stop& stop : visit.trail) {
    of_guide = of_guide || is_of_guide(stop.page);
    has_search = has_search || std::holds_alternative<SearchPage>(stop.page);
  }
  return !visit.trail.empty() && std::holds_alternative<HomePage>(visit.trail.front().page) &&
         visit.trail.size() <= 12 + std::size(kDoors) + 5 &&
         (!visit.typing.line.empty() ? has_search : true) && of_guide == visit.reading.has_value() &&
         visit.trail.back().offset >= 0 && next_deadline(state) > state.now;
}

}  // namespace

TEST_CASE("a hundred thousand random actions keep the kiosk whole and reach every page", "[model]") {
  Walker walker(20261123);
  Kiosk kiosk(initial_state({test::strings().languages(), "thuong-thap"}, test::at(test::kMonday)));
  std::vector<int> seen(std::variant_size_v<AnyBodyView>, 0);
  int asked = 0;
  int banners = 0;
  for (int i = 0; i < 100'000; ++i) {
    kiosk.does({walker.next(kiosk.state())});
    REQUIRE(holds(kiosk.state()));
    if (i % 5 != 0) continue;
    const View view = kiosk.view();
    ++seen[view.body.index()];
    asked += view.idle ? 1 : 0;
    banners += view.chrome.banner ? 1 : 0;
    REQUIRE_FALSE(view.chrome.header.title.empty());
    REQUIRE((!view.idle || (view.idle->seconds_left >= 1 && view.idle->seconds_left <= 30)));
  }
  for (std::size_t kind = 0; kind < seen.size(); ++kind) {
    INFO("view kind " << kind);
    CHECK(seen[kind] > 0);
  }
  CHECK(asked > 0);
  CHECK(banners > 0);
}
