#include <catch2/catch_test_macros.hpp>
#include <random>

#include "kiosk/model/navigation.h"
#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

/// A visitor who presses anything, on a kiosk whose content and clock do anything.
class Walker {
 public:
  explicit Walker(unsigned seed) : random_(seed) {
    contents_.assign(4, test::sample_content());
    test::guide_in(contents_[1], "khai-sinh").cases[0].id = "khac";
    test::guide_in(contents_[2], "khai-sinh").cases.pop_back();
    test::guide_in(contents_[2], "can-cuoc").status = guide::Guide::Status::withdrawn;
    contents_[3].guides.clear();
  }

  Action next(const State& state) {
    switch (pick(24)) {
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
        return TurnPage{pick(4) - 1};
      case 10:
        return Home{};
      case 11:
        return pick(4) == 0 ? Action(Done{}) : Action(Touched{});
      case 12:
        return NextLanguage{};
      case 13:
        return SetLanguage{one_of({"vi", "en", "fr"})};
      case 14:
        return ToggleTextSize{};
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
        return ContentArrived{contents_[static_cast<std::size_t>(pick(4))], state.now};
      case 22:
        return ContentUnavailable{one_of({"", "damaged"})};
      default:
        return Back{};
    }
  }

 private:
  int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(random_); }
  std::string one_of(std::vector<std::string> words) {
    return words[static_cast<std::size_t>(pick(static_cast<int>(words.size())))];
  }

  std::mt19937 random_;
  std::vector<guide::Content> contents_;
};

bool holds(const State& state) {
  const Visit& visit = state.visit;
  bool of_guide = false;
  for (const Stop& stop : visit.trail) of_guide = of_guide || is_of_guide(stop.page);
  return !visit.trail.empty() && std::holds_alternative<HomePage>(visit.trail.front().page) &&
         visit.trail.size() <= 6 && of_guide == visit.reading.has_value() && visit.trail.back().turn >= 0 &&
         next_deadline(state) > state.now;
}

}  // namespace

TEST_CASE("a hundred thousand random actions keep the kiosk whole and reach every page", "[model]") {
  Walker walker(20261123);
  Kiosk kiosk(initial_state({test::strings().languages(), "thuong-thap"}, test::at(test::kMonday)));
  std::vector<int> seen(std::variant_size_v<BodyView>, 0);
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
