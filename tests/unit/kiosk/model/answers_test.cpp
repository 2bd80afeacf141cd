#include "kiosk/model/answers.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;
using conglang::kiosk::test::reading;
using conglang::kiosk::test::text;

namespace {

const FactView& fee_of(const GuideView& view) {
  return view.facts.at(1);
}

std::optional<SectionView> section(const StepsView& view, const std::string& title) {
  const auto found = std::ranges::find(view.sections, title, &SectionView::title);
  return found == view.sections.end() ? std::nullopt : std::optional(*found);
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

TEST_CASE("a place or an output to be checked keeps its name and says so", "[model]") {
  const Kiosk kiosk = reading([](guide::Guide& guide) {
    guide.channels[0].provenance = test::recalled();
    guide.outputs[0].provenance = test::recalled();
  });
  const GuideView view = kiosk.page<GuideView>();
  CHECK(view.facts[2].answer == "Trung tâm hành chính công");
  CHECK(view.facts[2].note == "Cần kiểm tra");
  CHECK(view.facts[3].answer == "Giấy can-cuoc");
  CHECK(view.facts[3].note == "Cần kiểm tra");
}

TEST_CASE("a case named like its guide is not said twice", "[model]") {
  const Kiosk kiosk = reading([](guide::Guide& guide) { guide.title = guide.cases[0].label; });
  CHECK(kiosk.view().chrome.header.context.empty());
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
