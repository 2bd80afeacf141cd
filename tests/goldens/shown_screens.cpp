#include "tests/goldens/shown_screens.h"

#include "content/guide/bundle.h"
#include "tests/support/starter_files.h"
#include "tests/unit/kiosk/model/sample.h"

namespace conglang::goldens {
namespace {

using namespace kiosk;

const guide::Content& starter_content() {
  static const guide::Content content = [] {
    auto assembled = guide::assemble(testing::starter_files(), "09784");
    REQUIRE(assembled);
    return std::move(assembled)->content;
  }();
  return content;
}

/// The search page with `letters` typed and `hits` found.
std::vector<Action> typed(const std::string& letters, const std::vector<SearchHit>& hits) {
  std::vector<Action> actions = {OpenSearch{}};
  for (const char letter : letters) actions.push_back(PressKey{static_cast<char32_t>(letter)});
  actions.push_back(SearchResults{letters, hits});
  return actions;
}

}  // namespace

const std::vector<ShownScreen>& shown_screens() {
  static const std::vector<ShownScreen> screens = {
      {"home", {}},
      {"list", {OpenTopic{"giay-to"}}},
      {"all-guides", {OpenTopic{}}},
      {"case", {OpenGuide{"khai-sinh"}}},
      {"guide", {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}}},
      {"steps", {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, OpenSteps{}}},
      {"code", {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, OpenCode{}}},
      {"code-papers",
       {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, OpenCode{}, ShowCode{CodeKind::papers}}},
      {"notices", {OpenDoor{Door::notices}}},
      {"notice", {OpenDoor{Door::notices}, OpenNotice{"canh-bao-lua-dao"}}},
      {"contacts", {OpenDoor{Door::contacts}}},
      {"wifi", {OpenDoor{Door::wifi}}},
      {"zalo", {OpenDoor{Door::zalo}}},
      {"help", {OpenDoor{Door::help}}},
      {"rate", {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, Done{}}},
      {"home-low", {ToggleReach{}}},
      {"search",
       typed("khai si", {{SearchHit::Kind::guide, "khai-sinh", {}, 0.8, {{5, 4}, {10, 4}}},
                         {SearchHit::Kind::guide, "khai-sinh-lien-thong", {}, 0.75, {{0, 4}, {5, 4}}},
                         {SearchHit::Kind::guide, "dang-ky-lai-khai-sinh", {}, 0.7, {}}})},
      {"search-nothing", typed("xyz", {})},
      {"catalogue", {OpenCatalogue{}}},
      {"catalogue-field", {OpenCatalogue{{CataloguePart::Reach::commune, "dat-dai-moi-truong", "dat-dai"}}}},
      {"procedure", {OpenProcedure{"1.000005"}}},
      {"idle", {OpenTopic{}}, 96},
      {"guide-low", {ToggleReach{}, OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}}},
      {"home-contrast", {ToggleTheme{}}},
      {"guide-listening", {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, Listen{}}},
      {"guide-english", {SetLanguage{"en"}, OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}}},
  };
  return screens;
}

const std::vector<std::string>& screens_at_every_size() {
  static const std::vector<std::string> names = {"home", "list", "guide", "code"};
  return names;
}

View view_of_screen(const ShownScreen& screen, const std::vector<Action>& first) {
  test::Kiosk kiosk;
  kiosk.gets(starter_content()).does({SoundMoved{true}}).does(first).does(screen.way).waits(screen.then_wait);
  return kiosk.view();
}

}  // namespace conglang::goldens
