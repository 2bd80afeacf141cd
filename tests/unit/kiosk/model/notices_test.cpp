#include "kiosk/model/notices.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

std::vector<std::string> shown_at(const char* instant) {
  Kiosk kiosk(initial_state({test::strings().languages(), "thuong-thap"}, test::at(instant)));
  kiosk.gets(test::sample_content());
  std::vector<std::string> ids;
  for (const guide::Notice* notice : current_notices(kiosk.state())) ids.push_back(notice->id);
  return ids;
}

}  // namespace

TEST_CASE("notices are those of this house and this day, the most urgent first", "[model]") {
  CHECK(shown_at(test::kMonday) == std::vector<std::string>{"mua-bao", "cat-dien"});
}

TEST_CASE("a notice stands until midnight of its last day in Việt Nam, not a second longer", "[model]") {
  CHECK(shown_at("2026-11-23T16:59:59Z") == std::vector<std::string>{"mua-bao", "cat-dien"});
  CHECK(shown_at("2026-11-23T17:00:00Z") == std::vector<std::string>{"mua-bao", "hop-thon"});
  CHECK(shown_at("2026-11-24T17:00:00Z") == std::vector<std::string>{"mua-bao"});
}

TEST_CASE("a row tells how urgent a notice is and until when it holds", "[model]") {
  Kiosk kiosk;
  const auto rows = kiosk.does({OpenDoor{Door::notices}}).page<NoticesView>().rows;
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].urgent);
  CHECK(rows[0].chips.front() == ChipView{Tone::danger, "warning", "Khẩn cấp"});
  CHECK(rows[1].chips.front().tone == Tone::warning);
  CHECK(rows[1].chips.back().text == "Từ 20/11 đến hết 23/11");
}

TEST_CASE("a notice of one day names that day, one of another year its year", "[model]") {
  guide::Content content = test::sample_content();
  content.notices = {test::notice("mot-ngay", "2026-11-23", "2026-11-23"),
                     test::notice("nam-sau", "2026-11-23", "2027-01-05")};
  Kiosk kiosk;
  const auto rows = kiosk.gets(content).does({OpenDoor{Door::notices}}).page<NoticesView>().rows;
  CHECK(rows[0].chips.back().text == "Ngày 23/11");
  CHECK(rows[1].chips.back().text == "Từ 23/11 đến hết 5/1/2027");
}

TEST_CASE("a notice is read whole, with the numbers that stand in it", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenDoor{Door::notices}, OpenNotice{"cat-dien"}});
  const auto view = kiosk.page<NoticeView>();
  CHECK(view.title == "Thông báo cat-dien");
  CHECK(view.paragraphs == std::vector<std::string>{"Bác đọc kỹ.", "Có gì hỏi trưởng thôn."});
  CHECK(view.numbers == std::vector<NumberView>{{"phone", "Điện lực", "1900 1288"}});
  CHECK(kiosk.does({Back{}}).shows<NoticesView>());
}

TEST_CASE("a notice that ends under its reader says so; one of elsewhere is not opened", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenDoor{Door::notices}, OpenNotice{"noi-khac"}});
  CHECK(kiosk.shows<NoticesView>());
  kiosk.does({OpenNotice{"cat-dien"}, Tick{test::at("2026-11-23T17:00:00Z")}, Touched{}});
  kiosk.state().visit.trail = {Stop{}, Stop{NoticesPage{}}, Stop{NoticePage{"cat-dien"}}};
  CHECK(kiosk.page<NoticeView>().over == "Thông báo này đã hết hạn.");
}
