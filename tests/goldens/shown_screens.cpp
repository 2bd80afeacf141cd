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

// One after the other: a compiler needs minutes for all of them in one list of lists.
std::vector<ShownScreen> list_screens() {
  std::vector<ShownScreen> screens;
  const auto add = [&](const char* name, std::vector<Action> way, int then_wait = 0) {
    screens.push_back({name, std::move(way), then_wait});
  };
  add("home", {});
  add("list", {OpenTopic{"giay-to"}});
  add("all-guides", {OpenTopic{}});
  add("case", {OpenGuide{"khai-sinh"}});
  add("guide", {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}});
  add("steps", {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, OpenSteps{}});
  add("code", {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, OpenCode{}});
  add("code-papers",
      {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, OpenCode{}, ShowCode{CodeKind::papers}});
  add("notices", {OpenDoor{Door::notices}});
  add("notice", {OpenDoor{Door::notices}, OpenNotice{"canh-bao-lua-dao"}});
  add("contacts", {OpenDoor{Door::contacts}});
  add("wifi", {OpenDoor{Door::wifi}});
  add("zalo", {OpenDoor{Door::zalo}});
  add("help", {OpenDoor{Door::help}});
  add("rate", {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, Done{}});
  add("home-low", {ToggleReach{}});
  add("search",
      typed("khai si", {{SearchHit::Kind::guide, "khai-sinh", {}, 0.8, {{5, 4}, {10, 4}}},
                        {SearchHit::Kind::guide, "khai-sinh-lien-thong", {}, 0.75, {{0, 4}, {5, 4}}},
                        {SearchHit::Kind::guide, "dang-ky-lai-khai-sinh", {}, 0.7, {}}}));
  add("search-nothing", typed("xyz", {}));
  add("catalogue", {OpenCatalogue{}});
  add("catalogue-field", {OpenCatalogue{{CataloguePart::Reach::commune, "dat-dai-moi-truong", "dat-dai"}}});
  add("procedure", {OpenProcedure{"1.000005"}});
  add("idle", {OpenTopic{}}, 96);
  add("guide-low", {ToggleReach{}, OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}});
  add("home-contrast", {ToggleTheme{}});
  add("guide-listening", {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, Listen{}});
  add("guide-english", {SetLanguage{"en"}, OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}});
  return screens;
}

}  // namespace

const std::vector<ShownScreen>& shown_screens() {
  static const std::vector<ShownScreen> screens = list_screens();
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
