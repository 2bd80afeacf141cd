#include "kiosk/model/views.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;
using conglang::kiosk::test::text;

namespace {

/// A kiosk that shows the guide can-cuoc after `change` was made to it.
template <typename Change>
Kiosk reading(Change change) {
  guide::Content content = test::sample_content();
  change(test::guide_in(content, "can-cuoc"));
  Kiosk kiosk;
  kiosk.gets(content).does({OpenGuide{"can-cuoc"}});
  return kiosk;
}

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
  footer = kiosk.does({OpenTopic{""}, ToggleTextSize{}, ToggleTheme{}}).view().chrome.footer;
  CHECK(footer.back.enabled);
  CHECK(footer.text_size.label == "Chữ vừa");
  CHECK(footer.theme.label == "Nền sáng");
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
  CHECK(ids == std::vector<std::string>{"can-cuoc", "khai-sinh", "la-mat", "sao-y"});
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

TEST_CASE("the summary has time, fee, place and what you get", "[model]") {
  const GuideView view = Kiosk().does({OpenGuide{"la-mat"}}).page<GuideView>();
  REQUIRE(view.facts.size() == 4);
  CHECK(view.facts[0] == FactView{"clock", "Bao lâu", "Xong trong ngày", "", false});
  CHECK(view.facts[1] == FactView{"coins", "Lệ phí", "Miễn phí", "", false});
  CHECK(view.facts[2] == FactView{"map-pin", "Nộp ở đâu", "Trung tâm hành chính công", "", false});
  CHECK(view.facts[3] == FactView{"certificate", "Nhận được", "Giấy la-mat", "", false});
}

TEST_CASE("a fee that nobody verified is nowhere printed", "[model]") {
  const Kiosk kiosk = reading([](guide::Guide&) {});
  const FactView fee = fee_of(kiosk.page<GuideView>());
  CHECK(fee.doubtful);
  CHECK(fee.answer == "Cần kiểm tra");
  CHECK(everything(kiosk).find("25.000") == std::string::npos);
}

TEST_CASE("a fee or time out of its dates, or not there at all, is to be checked", "[model]") {
  const auto fee = [](const auto& change) {
    return fee_of(reading([&](guide::Guide& guide) {
                    guide.cases[0].costs[0].provenance = test::verified();
                    change(guide.cases[0].costs);
                  }).template page<GuideView>());
  };
  using Costs = std::vector<guide::Cost>;
  CHECK(fee([](Costs&) {}).answer == "25.000 đ");
  CHECK(fee([](Costs& costs) { costs.clear(); }).doubtful);
  CHECK(fee([](Costs& costs) { costs[0].provenance.valid_until = test::day("2026-11-22"); }).doubtful);
  CHECK_FALSE(fee([](Costs& costs) { costs[0].provenance.valid_until = test::day("2026-11-23"); }).doubtful);
  CHECK(fee([](Costs& costs) { costs[0].provenance.valid_from = test::day("2026-11-24"); }).doubtful);
  CHECK(fee([](Costs& costs) {  // the old fee ended, the new one holds
          costs.push_back(costs[0]);
          costs[0].provenance.valid_until = test::day("2026-11-22");
          costs[1].provenance.valid_from = test::day("2026-11-23");
          costs[1].answer = text("50.000 đ");
        })
            .answer == "50.000 đ");
}

TEST_CASE("fees that differ by the way of filing are all told", "[model]") {
  const Kiosk kiosk = reading([](guide::Guide& guide) {
    guide.channels.push_back(guide.channels[0]);
    guide.channels[1].id = "mang";
    guide.channels[1].name = text("Nộp trên điện thoại");
    auto& costs = guide.cases[0].costs;
    costs[0].provenance = test::verified();
    costs.push_back(costs[0]);
    costs[0].channels = {"quay"};
    costs[1].channels = {"mang"};
    costs[1].answer = text("10.000 đ");
    costs[1].note = text("nộp trên điện thoại");
  });
  const FactView fee = fee_of(kiosk.page<GuideView>());
  CHECK(fee.answer == "Tùy cách nộp");
  CHECK(fee.note == "Trung tâm hành chính công: 25.000 đ\n10.000 đ, nộp trên điện thoại");
}

TEST_CASE("a fee for everybody speaks before a lower one for some", "[model]") {
  const Kiosk kiosk = reading([](guide::Guide& guide) {
    auto& costs = guide.cases[0].costs;
    costs[0].provenance = test::verified();
    costs.push_back(costs[0]);
    costs[1].answer = text("Miễn phí");
    costs[1].amount_vnd = 0;
    costs[1].channels = {"quay"};
    costs[1].note = text("có VNeID mức 2");
  });
  const FactView fee = fee_of(kiosk.page<GuideView>());
  CHECK(fee.answer == "25.000 đ");
  CHECK(fee.note == "Trung tâm hành chính công: Miễn phí, có VNeID mức 2");
  CHECK_FALSE(fee.doubtful);
}

TEST_CASE("every exemption reaches the screen", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"qua-han"}});
  CHECK(fee_of(kiosk.page<GuideView>()).note == "Có người được miễn, giảm");
  const StepsView steps = kiosk.does({OpenSteps{}}).page<StepsView>();
  const auto exemptions = section(steps, "Ai được miễn, giảm");
  REQUIRE(exemptions);
  CHECK(exemptions->items.size() == 2);
}

TEST_CASE("exemptions stay when the fee itself is doubtful", "[model]") {
  Kiosk kiosk = reading([](guide::Guide& guide) { guide.cases[0].costs[0].exemptions = {text("Hộ nghèo")}; });
  const StepsView steps = kiosk.does({OpenSteps{}}).page<StepsView>();
  const auto exemptions = section(steps, "Ai được miễn, giảm");
  REQUIRE(exemptions);
  CHECK(exemptions->items[0].text == "Hộ nghèo");
  CHECK(exemptions->items[0].chip.has_value());
}

TEST_CASE("papers say what to do with them, and doubtful ones say so", "[model]") {
  const Kiosk kiosk = reading([](guide::Guide& guide) {
    auto& papers = guide.cases[0].evidence;
    papers.resize(6, papers[0]);
    const char* const names[] = {"a", "b", "c", "d", "e", "f"};
    for (std::size_t i = 0; i < 6; ++i) papers[i].name = text(names[i]);
    papers[1].copies = 2;
    papers[2].originals = 0;
    papers[2].copies = 1;
    papers[3].handling = guide::Evidence::Handling::show;
    papers[4].originals = 0;
    papers[5].provenance = test::recalled();
  });
  std::vector<std::string> handling;
  for (const PaperView& paper : kiosk.page<GuideView>().papers) handling.push_back(paper.handling.text);
  CHECK(handling == std::vector<std::string>{"Nộp 1 bản chính", "Nộp 1 bản chính, 2 bản sao", "Nộp 1 bản sao",
                                             "Chỉ đưa xem", "Phải nộp", "Cần kiểm tra"});
}

TEST_CASE("rare papers wait behind their question and are counted once it is opened", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}});
  GuideView view = kiosk.page<GuideView>();
  CHECK(view.papers.size() == 2);  // the online form is not a paper to bring
  REQUIRE(view.rare.size() == 1);
  CHECK(view.rare[0].question == "Nhờ người khác đi làm thay?");
  CHECK(view.rare[0].count == "Thêm 1 giấy");
  CHECK_FALSE(view.rare[0].unfolded);
  CHECK(view.ticked == "Đã có 0 trên 2");
  view = kiosk.does({ToggleRare{view.rare[0].id}, TogglePaper{"Giấy ủy quyền"}}).page<GuideView>();
  CHECK(view.rare[0].unfolded);
  CHECK(view.ticked == "Đã có 1 trên 3");
  CHECK(view.ticked_short == "Có 1 trên 3");
}

TEST_CASE("what only those need who file online stands with the steps", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, OpenSteps{}});
  const StepsView steps = kiosk.page<StepsView>();
  const auto online = section(steps, "Nộp trên mạng cần thêm");
  REQUIRE(online);
  CHECK(online->items[0].text == "Tờ khai điện tử");
}

TEST_CASE("two papers of one name are ticked apart", "[model]") {
  Kiosk kiosk = reading([](guide::Guide& guide) {
    auto& papers = guide.cases[0].evidence;
    papers.push_back(papers[0]);
  });
  const auto papers = kiosk.page<GuideView>().papers;
  REQUIRE(papers.size() == 2);
  kiosk.does({TogglePaper{papers[1].id}});
  CHECK_FALSE(kiosk.page<GuideView>().papers[0].ticked);
  CHECK(kiosk.page<GuideView>().papers[1].ticked);
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

TEST_CASE("the code page shows the host large, three steps and the reminder", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, OpenCode{}});
  const QrView view = kiosk.page<QrView>();
  CHECK(view.code ==
        qr::encode("https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.001193").value());
  CHECK(view.host == "dichvucong.gov.vn");
  CHECK(view.owner == "Cổng Dịch vụ công quốc gia");
  CHECK(view.steps.size() == 3);
  CHECK(view.refused.empty());
  CHECK(view.reminder == "Không ai được hỏi mật khẩu, mã OTP hay bảo bác chuyển tiền.");
  CHECK(kiosk.view().chrome.header.title == "Làm tiếp trên điện thoại");
  CHECK(kiosk.view().chrome.header.context == "Làm giấy khai sinh cho con");
}

TEST_CASE("attack: an address outside the allow-list gives a sentence and no code", "[model]") {
  for (const std::string url :
       {"https://dichvucong.gov.vn.example.com/", "https://dichvucong-gov.vn/", "http://dichvucong.gov.vn/",
        "https://dichvucong.gov.vn@example.com/", "https://dichvucοng.gov.vn/", "https://1.2.3.4/",
        "https://xdichvucong.gov.vn/", "https://example.com/#dichvucong.gov.vn", "javascript:alert(1)", ""}) {
    INFO(url);
    guide::Content content = test::sample_content();
    test::guide_in(content, "la-mat").links[0].url = url;
    Kiosk kiosk;
    const QrView view = kiosk.gets(content).does({OpenGuide{"la-mat"}, OpenCode{}}).page<QrView>();
    CHECK_FALSE(view.code);
    CHECK(view.host.empty());
    CHECK(view.steps.empty());
    CHECK(view.title == "Chưa có mã cho việc này");
    CHECK(view.refused.find("danh sách được phép") != std::string::npos);
  }
}

TEST_CASE("attack: a procedure code cannot lead the template to another host", "[model]") {
  for (const std::string code : {"@example.com/", "1.001193#x", "../../", "1&url=https://example.com"}) {
    INFO(code);
    Kiosk kiosk = reading([&](guide::Guide& guide) { guide.links[0].code = code; });
    const QrView view = kiosk.does({OpenCode{}}).page<QrView>();
    if (view.code) CHECK(view.host == "dichvucong.gov.vn");
  }
  Kiosk kiosk = reading([](guide::Guide& guide) { guide.links[0].template_id = "unknown"; });
  CHECK_FALSE(kiosk.does({OpenCode{}}).page<QrView>().code);
}

TEST_CASE("a guide without a link says so", "[model]") {
  Kiosk kiosk = reading([](guide::Guide& guide) { guide.links.clear(); });
  const QrView view = kiosk.does({OpenCode{}}).page<QrView>();
  CHECK_FALSE(view.code);
  CHECK(view.refused.find("chưa có địa chỉ") != std::string::npos);
}
