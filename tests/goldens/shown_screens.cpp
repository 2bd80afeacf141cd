#include "tests/goldens/shown_screens.h"

#include <functional>

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

// Staff at the machine: the corner was held, and `more` happened since.
std::vector<Action> staff(std::vector<Action> more) {
  std::vector<Action> way = {StaffTouch(PressCorner{})};
  for (int second = 1; second <= 3; ++second)
    way.push_back(Tick{test::at(test::kMonday) + std::chrono::seconds{second}});
  way.insert(way.end(), more.begin(), more.end());
  return way;
}

Action status_read() {
  const Instant now = test::at(test::kMonday);
  return StaffReport(StatusRead{{.generation = 214,
                                 .last_success = now - std::chrono::hours{50},
                                 .last_try = now,
                                 .last_try_failed = true,
                                 .free_megabytes = 12'400,
                                 .enrolment = Enrolment::waiting,
                                 .claim_code = "K7MP-3XR4"}});
}

/// The emergency role's order has arrived.
Action ordered(guide::EmergencyScreen::Mode mode) {
  guide::Content content = starter_content();
  content.emergency = guide::EmergencyScreen{
      mode, "vo-de-1", test::text("Nước sông lên nhanh, đê có thể vỡ"),
      test::text(
          "Bà con thôn Thượng Tháp rời nhà ngay. Mang giấy tờ, thuốc, nước uống. Đi theo hướng dẫn của "
          "công an lên trường tiểu học Song Phượng."),
      test::at("2026-11-23T08:40:00Z")};
  return ContentArrived{std::move(content), test::at("2026-11-23T08:40:00Z")};
}

void add_village_screens(const std::function<void(const char*, std::vector<Action>, int)>& add) {
  using Mode = guide::EmergencyScreen::Mode;
  add("attract", {Done{}}, 0);
  add("attract-picture", {Done{}}, 10);
  add("attract-urgent", {Done{}, Tick{test::at("2026-12-02T02:00:00Z")}}, 0);
  add("emergency", {ordered(Mode::replace)}, 0);
  add("emergency-blank", {ordered(Mode::blank)}, 0);
  add("zalo-group", {OpenDoor{Door::zalo}, OpenZaloGroup{"https://zalo.me/g/du-lieu-mau-thon-mau-2"}}, 0);
  add("rate-why", {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, Done{}, RateNotHelped{}}, 0);
  add("rate-thanks", {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, Done{}, RateHelped{}}, 0);
  add("heritage", {OpenDoor{Door::heritage}}, 0);
  add("panorama", {OpenDoor{Door::heritage}, OpenPanorama{}}, 0);
  add("products", {OpenDoor{Door::products}}, 0);
  add("product", {OpenDoor{Door::products}, OpenProduct{"gao"}}, 0);
  add("payment", {OpenDoor{Door::products}, OpenProduct{"gao"}, OpenPayment{}}, 0);
}

void add_staff_screens(const std::function<void(const char*, std::vector<Action>, int)>& add) {
  const Action right = StaffReport(DoorAnswered{DoorAnswer::right, 0, {}});
  MachineSettings covered;
  covered.covered = true;
  add("staff-door", staff({StaffReport(DoorAnswered{}), StaffTouch(TypeDigit{'2'})}), 0);
  add("staff-menu", staff({right, status_read()}), 0);
  add("staff-screen", staff({right, StaffTouch(OpenStaffPage{StaffPage::screen})}), 0);
  add("covered", {StaffReport(SettingsRead{covered})}, 0);
  const Action unset =
      StaffReport(DoorAnswered{DoorAnswer::unset, 0, "conglang-kiosk set-pin --data /var/lib/conglang"});
  const Action found = StaffReport(SticksFound{{{"USB của xã", "/media/usb/conglang"}}});
  const auto page = [](StaffPage which) { return Action(StaffTouch(OpenStaffPage{which})); };
  add("staff-shut", staff({unset}), 0);
  add("staff-sticks", staff({right, page(StaffPage::sticks), found}), 0);
  add("staff-touch-test", staff({right, page(StaffPage::touch_test), StaffTouch(TouchCell{3})}), 0);
  add("staff-sound", staff({right, page(StaffPage::sound)}), 0);
  add("staff-language", staff({right, page(StaffPage::language)}), 0);
  add("staff-restart", staff({right, page(StaffPage::restart)}), 0);
}

// What a visitor seldom meets.
void add_rare_screens(const std::function<void(const char*, std::vector<Action>, int)>& add) {
  const std::vector<Action> guide = {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}};
  const auto after = [&guide](std::vector<Action> first, const std::vector<Action>& last = {}) {
    first.insert(first.end(), guide.begin(), guide.end());
    first.insert(first.end(), last.begin(), last.end());
    return first;
  };
  guide::Content no_links = starter_content();
  no_links.link_policy = {};
  add("search-alphabet", {OpenSearch{}, NextKeyLayout{}}, 0);
  add("guide-contrast", after({ToggleTheme{}}), 0);
  add("code-contrast", after({ToggleTheme{}}, {OpenCode{}}), 0);
  add("code-refused", after({ContentArrived{no_links, test::at(test::kMonday)}}, {OpenCode{}}), 0);
  add("guide-old", after({Tick{test::at("2029-11-23T09:20:00Z")}, Touched{}}), 0);
}

// One after the other: a compiler needs minutes for all of them in one list of lists.
std::vector<ShownScreen> list_screens() {
  std::vector<ShownScreen> screens;
  const auto add = [&](const char* name, std::vector<Action> way, int then_wait = 0) {
    screens.push_back({name, std::move(way), then_wait, true});
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
  add("contacts-end", {OpenDoor{Door::contacts}, ScrollTo{9999}});
  add("wifi", {OpenDoor{Door::wifi}});
  add("zalo", {OpenDoor{Door::zalo}});
  add("help", {OpenDoor{Door::help}});
  add("rate", {OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, Done{}});
  add("home-low", {ToggleReach{}});
  add("search",
      typed("khai si", {{SearchHit::Kind::guide, "khai-sinh", {}, 0.8, {{12, 4}, {17, 4}}},
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
  add_village_screens(add);
  add_staff_screens(add);
  add_rare_screens(add);
  screens.push_back({"waiting", {}, 0, false});
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
  test::Kiosk kiosk(
      screen.has_content
          ? test::Kiosk()
          : test::Kiosk(initial_state({test::strings().languages(), "thon-mau-2"}, test::at(test::kMonday))));
  if (screen.has_content) kiosk.gets(starter_content());
  kiosk.does({SoundMoved{true}}).does(first).does(screen.way).waits(screen.then_wait);
  return kiosk.view();
}

}  // namespace conglang::goldens
