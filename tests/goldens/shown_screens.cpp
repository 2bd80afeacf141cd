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
      {"search", typed("khai si", {{"khai-sinh", "Làm khai sinh cho con", {{5, 10}}},
                                   {"khai-sinh-lien-thong", {}, {}},
                                   {"ket-hon", {}, {}}})},
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
