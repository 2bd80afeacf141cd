#include "kiosk/model/views.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;
using conglang::kiosk::test::reading;
using conglang::kiosk::test::text;

namespace {

const FactView& time_of(const GuideView& view) {
  return view.facts.at(0);
}
const FactView& fee_of(const GuideView& view) {
  return view.facts.at(1);
}

std::optional<SectionView> section(const StepsView& view, const std::string& title) {
  const auto found = std::ranges::find(view.sections, title, &SectionView::title);
  return found == view.sections.end() ? std::nullopt : std::optional(*found);
}

RowView row(const Kiosk& kiosk, const std::string& guide) {
  const auto rows = kiosk.page<ListView>().rows;
  const auto found = std::ranges::find(rows, guide, &RowView::guide);
  REQUIRE(found != rows.end());
  return *found;
}

std::string everything(const Kiosk& kiosk) {
  std::string all;
  const auto guide = kiosk.page<GuideView>();
  for (const FactView& fact : guide.facts) all += fact.answer + "\n" + fact.note + "\n";
  Kiosk steps = kiosk;
  for (const SectionView& one : steps.does({OpenSteps{}}).page<StepsView>().sections)
    for (const ItemView& item : one.items) all += item.text + "\n" + item.note + "\n";
  return all;
}

}  // namespace

TEST_CASE("home has the topics with guides, all, and what is most asked", "[model]") {
  const HomeView home = Kiosk().page<HomeView>();
  REQUIRE(home.tiles.size() == 2);  // nobody has a guide of the third in force
  CHECK(home.tiles[0] == TileView{"sinh-con", "baby", "Sinh con"});
  CHECK(home.tiles[1].label == "Giấy tờ\ncá nhân");
  CHECK(home.all.topic.empty());
  REQUIRE(home.most_asked.size() == 2);
  CHECK(home.most_asked[0].title == "Làm giấy khai sinh");
  CHECK(home.freshness == ChipView{Tone::good, "check", "Cập nhật lúc 15:10 hôm nay"});
}

TEST_CASE("the header tells the place, the clock and the day", "[model]") {
  Kiosk kiosk;
  const HeaderView header = kiosk.view().chrome.header;
  CHECK(header.title == "Nhà văn hóa thôn Thượng Tháp");
  CHECK(header.context == "Xã Đan Phượng, Hà Nội");
  CHECK(header.clock == "16:20");
  CHECK(header.date == "Thứ Hai, 23 tháng 11");
  CHECK(header.checked.empty());
  CHECK(kiosk.waits(60).view().chrome.header.clock == "16:21");
}

TEST_CASE("a guide's header tells its code, its case and when it was checked", "[model]") {
  Kiosk kiosk;
  const HeaderView header = kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}}).view().chrome.header;
  CHECK(header.title == "Làm giấy khai sinh cho con");
  CHECK(header.short_title == "Làm giấy khai sinh");
  CHECK(header.context == "Chưa quá 60 ngày");
  CHECK(header.checked == "Kiểm tra");
  CHECK(header.checked_on == "23/11/2026");
  CHECK(header.code == "Mã 1.001193");
}

TEST_CASE("a procedure code that nobody verified is not printed as certain", "[model]") {
  Kiosk kiosk = reading([](guide::Guide& guide) { guide.codes[0].provenance = test::recalled(); });
  CHECK(kiosk.view().chrome.header.code.empty());
  const auto official = section(kiosk.does({OpenSteps{}}).page<StepsView>(), "Tên thủ tục");
  REQUIRE(official);
  CHECK(official->items.back().chip.has_value());
}

TEST_CASE("home and back fade on the home page, every label says what the press will do", "[model]") {
  Kiosk kiosk;
  FooterView footer = kiosk.view().chrome.footer;
  CHECK_FALSE(footer.back.enabled);
  CHECK_FALSE(footer.home.enabled);
  CHECK(footer.text_size.label == "Chữ to");
  CHECK(footer.theme.label == "Nền tối");
  CHECK(footer.reach.label == "Hạ thấp");
  CHECK(footer.motion.label == "Hình tĩnh");
  footer = kiosk.does({OpenTopic{""}, NextTextSize{}, ToggleTheme{}, ToggleReach{}, ToggleMotion{}})
               .view()
               .chrome.footer;
  CHECK(footer.back.enabled);
  CHECK(footer.text_size.label == "Rất to");
  CHECK(footer.theme.label == "Nền sáng");
  CHECK(footer.reach.label == "Đưa lên");
  CHECK(footer.motion.label == "Hình động");
  CHECK(kiosk.does({NextTextSize{}}).view().chrome.footer.text_size.label == "Chữ vừa");
  CHECK(kiosk.does({NextTextSize{}}).view().chrome.footer.text_size.label == "Chữ to");
}

TEST_CASE("old content is said to be old, and never blocked", "[model]") {
  const auto freshness = [](const char* published) {
    Kiosk kiosk;
    kiosk.does({ContentArrived{test::sample_content(), test::at(published)}});
    return kiosk.page<HomeView>().freshness;
  };
  CHECK(freshness("2026-11-20T03:00:00Z").tone == Tone::good);
  CHECK(freshness("2026-11-16T03:00:00Z") ==
        ChipView{Tone::neutral, "clock", "Cập nhật ngày 16/11, 7 ngày trước"});
  CHECK(freshness("2026-10-02T03:00:00Z") ==
        ChipView{Tone::warning, "warning", "Cập nhật ngày 2/10. Hỏi xã cho chắc"});
}

TEST_CASE("a list row has time and fee; a doubtful fee is an amber chip", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenTopic{""}});
  CHECK(row(kiosk, "can-cuoc").chips == std::vector<ChipView>{{Tone::neutral, "clock", "Xong trong ngày"},
                                                              {Tone::warning, "warning", "Cần kiểm tra"}});
  CHECK(row(kiosk, "la-mat").chips[1] == ChipView{Tone::good, "", "Miễn phí"});
  CHECK(row(kiosk, "khai-sinh").chips[1].text == "Tùy trường hợp");
}

TEST_CASE("a guide past its review date is amber on its row and page, and still read", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenTopic{"giay-to"}});
  CHECK(row(kiosk, "sao-y").past_review);
  CHECK(row(kiosk, "sao-y").chips ==
        std::vector<ChipView>{{Tone::warning, "warning", "Có thể đã đổi, hỏi xã trước"}});
  kiosk.does({OpenGuide{"sao-y"}});
  CHECK(kiosk.page<GuideView>().past_review.has_value());
  CHECK(kiosk.view().chrome.header.past_review);
  CHECK(kiosk.does({OpenCode{}}).page<QrView>().code.has_value());
}

TEST_CASE("guides that are expired, withdrawn or not yet in force are not listed", "[model]") {
  Kiosk kiosk;
  const auto rows = kiosk.does({OpenTopic{""}}).page<ListView>().rows;
  std::vector<std::string> ids;
  for (const RowView& one : rows) ids.push_back(one.guide);
  CHECK(ids == std::vector<std::string>{"can-cuoc", "la-mat", "sao-y", "khai-sinh"});
}

TEST_CASE("a list is in the order of the alphabet of its language", "[model]") {
  guide::Content content = test::sample_content();
  test::guide_in(content, "can-cuoc").title = text("Đổi thẻ căn cước", "Change an ID card");
  test::guide_in(content, "khai-sinh").title = text("Ăn ở", "Zoo");
  test::guide_in(content, "la-mat").title = text("Dọn nhà", "Moving");
  test::guide_in(content, "sao-y").title = text("Ấn chỉ", "Stamps");
  Kiosk kiosk;
  const auto order = [&] {
    std::string ids;
    for (const RowView& one : kiosk.page<ListView>().rows) ids += one.guide + " ";
    return ids;
  };
  kiosk.gets(content).does({OpenTopic{""}});
  CHECK(order() == "khai-sinh sao-y la-mat can-cuoc ");
  kiosk.does({SetLanguage{"en"}});
  CHECK(order() == "can-cuoc la-mat sao-y khai-sinh ");
}

TEST_CASE("the case question ends with not sure", "[model]") {
  Kiosk kiosk;
  const CaseView view = kiosk.does({OpenGuide{"khai-sinh"}}).page<CaseView>();
  CHECK(view.question == "Cháu sinh được bao lâu rồi?");
  REQUIRE(view.choices.size() == 3);
  CHECK(view.choices[2] == ChoiceView{"", "question", "Tôi không chắc", "Xem cả hai cách"});
}

TEST_CASE("not sure shows what the cases share once, and what differs by case", "[model]") {
  Kiosk kiosk;
  const GuideView view = kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{""}}).page<GuideView>();
  CHECK(time_of(view).answer == "Xong trong ngày");
  CHECK(fee_of(view).answer == "Tùy trường hợp");
  CHECK(fee_of(view).note == "Chưa quá 60 ngày: Miễn phí\nQuá 60 ngày: 5.000 đ\nCó người được miễn, giảm");
  REQUIRE(view.papers.size() == 3);
  CHECK(view.papers[1].note.empty());
  CHECK(view.papers[2].note == "Chỉ khi: Quá 60 ngày");
  CHECK(kiosk.view().chrome.header.context == "Xem tất cả các trường hợp");
  const StepsView steps = kiosk.does({OpenSteps{}}).page<StepsView>();
  CHECK(section(steps, "Các bước làm"));
  CHECK(section(steps, "Lệ phí: Chưa quá 60 ngày"));
  CHECK(section(steps, "Lệ phí: Quá 60 ngày"));
  CHECK(section(steps, "Ai được miễn, giảm: Quá 60 ngày"));
}

TEST_CASE("a case that is not certain stays uncertain among the others", "[model]") {
  guide::Content content = test::sample_content();
  test::guide_in(content, "khai-sinh").cases[1].costs[0].provenance = test::recalled();
  Kiosk kiosk;
  kiosk.gets(content).does({OpenGuide{"khai-sinh"}, ChooseCase{""}});
  CHECK(everything(kiosk).find("5.000") == std::string::npos);
  CHECK(fee_of(kiosk.page<GuideView>()).note.find("Quá 60 ngày: Cần kiểm tra") != std::string::npos);
}

TEST_CASE("a coming change is announced, and its day makes the guide amber until it is checked", "[model]") {
  const auto change = [](const char* from, const char* checked) {
    return reading([&](guide::Guide& guide) {
      guide.coming_changes = {{test::day(from), text("Lệ phí tăng."), test::verified()}};
      guide.checked_on = test::day(checked);
    });
  };
  const GuideView ahead = change("2027-01-01", "2026-11-23").page<GuideView>();
  REQUIRE(ahead.remarks.size() == 1);
  CHECK(ahead.remarks[0].text == "Từ ngày 1/1/2027 sẽ thay đổi: Lệ phí tăng.");
  CHECK_FALSE(ahead.past_review);
  const GuideView come = change("2026-11-23", "2026-11-22").page<GuideView>();
  CHECK(come.remarks.empty());
  CHECK(come.past_review.has_value());
  CHECK_FALSE(change("2026-11-23", "2026-11-23").page<GuideView>().past_review);
}

TEST_CASE("a guide whose commune text was set aside says that it is being checked", "[model]") {
  guide::Content content = test::sample_content();
  content.local_text_in_question = {"can-cuoc"};
  Kiosk kiosk;
  const GuideView view = kiosk.gets(content).does({OpenGuide{"can-cuoc"}}).page<GuideView>();
  REQUIRE(view.remarks.size() == 1);
  CHECK(view.remarks[0].text == "Thông tin tại xã đang được kiểm tra");
}

TEST_CASE("steps are numbered, and law and place follow them", "[model]") {
  const StepsView view = Kiosk().does({OpenGuide{"la-mat"}, OpenSteps{}}).page<StepsView>();
  REQUIRE(view.sections.front().title == "Các bước làm");
  CHECK(view.sections.front().items[1].number == "2");
  CHECK(view.sections.front().items[1].text == "Nhận kết quả.");
  CHECK(section(view, "Nộp ở đâu"));
  REQUIRE(section(view, "Căn cứ pháp lý"));
  CHECK(section(view, "Căn cứ pháp lý")->items[0].text == "60/2014/QH13");
}

TEST_CASE("the page of steps names the forms, doubtful ones with their doubt", "[model]") {
  Kiosk kiosk = reading([](guide::Guide& guide) {
    guide.forms.push_back({text("Mẫu số 01"), {}, test::recalled()});
  });
  const auto forms = section(kiosk.does({OpenSteps{}}).page<StepsView>(), "Mẫu tờ khai");
  REQUIRE(forms);
  REQUIRE(forms->items.size() == 2);
  CHECK(forms->items[0].note == "Có ở quầy");
  CHECK_FALSE(forms->items[0].chip);
  CHECK(forms->items[1].chip);
}
