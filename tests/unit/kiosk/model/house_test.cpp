// What the house itself offers: Wi-Fi, numbers, groups, help.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/model/zalo.h"
#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

Kiosk at_door(Door door) {
  Kiosk kiosk;
  kiosk.does({OpenDoor{door}});
  return kiosk;
}

std::vector<std::string> names_of(const std::vector<LetterView>& letters) {
  std::vector<std::string> names;
  for (const LetterView& letter : letters) names.push_back(letter.letter + " " + letter.name);
  return names;
}

}  // namespace

TEST_CASE("the Wi-Fi page joins by a code and spells the passphrase so that nothing is mistaken", "[model]") {
  guide::Content content = test::sample_content();
  content.places[1].wifi.password = "lO0-I1 z;";
  Kiosk kiosk;
  const auto view = kiosk.gets(content).does({OpenDoor{Door::wifi}}).page<WifiView>();
  CHECK(view.code == qr::encode("WIFI:T:WPA;S:NVH Thượng Tháp;P:lO0-I1 z\\;;;").value());
  CHECK(view.name == "NVH Thượng Tháp");
  CHECK(names_of(view.passphrase) == std::vector<std::string>{"l ", "O HOA", "0 số", "- gạch ngang", "I HOA",
                                                              "1 số", " dấu cách", "z ", "; chấm phẩy"});
}

TEST_CASE("every sign of a keyboard has a name of its own in every language", "[model]") {
  for (const char* language : {"vi", "en"}) {
    guide::Content content = test::sample_content();
    content.places[1].wifi.password = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    Kiosk kiosk;
    kiosk.gets(content).does({SetLanguage{language}, OpenDoor{Door::wifi}});
    std::vector<std::string> names;
    for (const LetterView& letter : kiosk.page<WifiView>().passphrase) names.push_back(letter.name);
    REQUIRE(names.size() == 33);
    std::ranges::sort(names);
    CHECK(std::ranges::adjacent_find(names) == names.end());
    CHECK(std::ranges::find(names, std::string(language == std::string("vi") ? "dấu" : "sign")) ==
          names.end());
  }
}

TEST_CASE("an open network says that it needs no passphrase; a house without one has no door", "[model]") {
  guide::Content content = test::sample_content();
  content.places[1].wifi.password.clear();
  Kiosk kiosk;
  CHECK(kiosk.gets(content).does({OpenDoor{Door::wifi}}).page<WifiView>().open ==
        "Mạng này không cần mật khẩu.");
  content.places[1].wifi = {};
  CHECK(kiosk.gets(content).shows<HomeView>());
}

TEST_CASE("contacts tell whom to call in danger, for what is broken, in the village and beyond", "[model]") {
  const auto view = at_door(Door::contacts).page<ContactsView>();
  CHECK(view.emergency == std::vector<NumberView>{{"siren", "Công an", "113"}});
  REQUIRE(view.matters.size() == 3);
  CHECK(view.matters[1].name == "Đường hỏng, ổ gà");
  CHECK(view.matters[1].number == NumberView{"user", "Trưởng thôn", "024 3388 1234"});
  CHECK(view.matters[2].number.label == "Tổ công nghệ số cộng đồng");
  REQUIRE(view.groups.size() == 3);
  CHECK(view.groups[0].title == "Ở thôn");
  CHECK(view.groups[1].numbers.front().label == "Công an xã");
  CHECK(view.groups[2].numbers.front().phone == "18001096");
}

TEST_CASE("the groups and the help for helpers stand behind the contacts, and at home without them",
          "[model]") {
  const auto doors = at_door(Door::contacts).page<ContactsView>().doors;
  REQUIRE(doors.size() == 2);
  CHECK(doors[0].door == Door::zalo);
  CHECK(doors[1].door == Door::help);
  guide::Content content = test::sample_content();
  content.places[1].contacts.clear();
  Kiosk kiosk;
  const auto home = kiosk.gets(content).page<HomeView>().doors;
  CHECK(std::ranges::find(home, Door::help, &DoorView::door) != home.end());
  CHECK(std::ranges::find(home, Door::contacts, &DoorView::door) == home.end());
}

TEST_CASE("only groups listed to the letter are shown, this village's first", "[model]") {
  const auto rows = at_door(Door::zalo).page<ZaloView>().rows;
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].name == "Nhóm thôn Thượng Tháp");
  CHECK(rows[1].village == "Thôn mẫu 2");
}

TEST_CASE("a group's code is marked as no page of the state", "[model]") {
  Kiosk kiosk = at_door(Door::zalo);
  const auto view = kiosk.does({OpenZaloGroup{"https://zalo.me/g/thuongthap"}}).page<QrView>();
  CHECK(view.code == qr::encode("https://zalo.me/g/thuongthap").value());
  CHECK(view.mark == ChipView{Tone::warning, "warning", "Không phải trang của Nhà nước"});
  CHECK(view.host == "zalo.me");
  CHECK(view.choices.empty());
}

TEST_CASE("a commune that allows the whole of zalo.me still opens no group by it", "[model]") {
  guide::Content content = test::sample_content();
  content.link_policy.hosts.push_back({"zalo.me", false});
  content.link_policy.exact_urls.clear();
  Kiosk kiosk;
  kiosk.gets(content).does({OpenDoor{Door::zalo}});
  CHECK(kiosk.shows<HomeView>());
}

TEST_CASE("a group taken off the list loses its code while it is on the screen", "[model]") {
  Kiosk kiosk = at_door(Door::zalo);
  kiosk.does({OpenZaloGroup{"https://zalo.me/g/thuongthap"}});
  guide::Content content = test::sample_content();
  content.link_policy.exact_urls = {"https://zalo.me/g/mau2"};
  const auto view = kiosk.gets(content).page<QrView>();
  CHECK_FALSE(view.code);
  CHECK_FALSE(view.refused.empty());
}

TEST_CASE("help has the steps, what is never asked for, the centre, and whom to call", "[model]") {
  const auto view = at_door(Door::help).page<HelpView>();
  CHECK(view.steps.size() == 8);
  CHECK(view.never.size() == 4);
  CHECK_FALSE(view.centre_text.empty());
  REQUIRE(view.numbers.size() == 2);
  CHECK(view.numbers[0].phone == "024 3388 5678");
  CHECK(view.numbers[1].phone == "18001096");
}
