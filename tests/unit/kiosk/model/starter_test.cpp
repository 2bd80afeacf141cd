// The kiosk on the content that it is delivered with.

#include <catch2/catch_test_macros.hpp>

#include "content/guide/bundle.h"
#include "tests/support/starter_files.h"
#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

guide::Content starter_content() {
  auto assembled = guide::assemble(testing::starter_files(), "09784");
  INFO((assembled ? "" : assembled.error().message));
  REQUIRE(assembled);
  CHECK(assembled->set_aside.empty());
  return std::move(assembled)->content;
}

/// Touches from home to the code of `guide` by way of its first topic and the choice at `choice`.
int touches_to_code(Kiosk& kiosk, const guide::Guide& guide, std::size_t choice) {
  kiosk.does({Home{}, OpenTopic{guide.life_events.front()}, OpenGuide{guide.id}});
  int touches = 2;
  if (kiosk.shows<CaseView>()) {
    kiosk.does({ChooseCase{kiosk.page<CaseView>().choices.at(choice).id}});
    ++touches;
  }
  REQUIRE(kiosk.shows<GuideView>());
  kiosk.does({OpenCode{}});
  return touches + 1;
}

}  // namespace

TEST_CASE("every starter guide is five touches or fewer from a code, in each of its cases", "[model]") {
  const guide::Content content = starter_content();
  REQUIRE(content.guides.size() >= 6);
  for (const char* language : {"vi", "en"}) {
    Kiosk kiosk;
    kiosk.gets(content).does({SetLanguage{language}});
    for (const guide::Guide& guide : content.guides)
      for (std::size_t choice = 0; choice < (guide.cases.size() == 1 ? 1 : guide.cases.size() + 1);
           ++choice) {
        INFO(guide.id << ", choice " << choice << ", " << language);
        CHECK(touches_to_code(kiosk, guide, choice) <= 5);
        CHECK(kiosk.page<QrView>().code.has_value());
        const GuideView view = kiosk.does({Back{}}).page<GuideView>();
        for (const FactView& fact : view.facts) CHECK_FALSE(fact.answer.empty());
        CHECK(kiosk.does({OpenSteps{}}).page<StepsView>().sections.size() >= 4);
      }
  }
}

TEST_CASE("every exemption of every starter guide is on its steps page", "[model]") {
  const guide::Content content = starter_content();
  Kiosk kiosk;
  kiosk.gets(content);
  for (const guide::Guide& guide : content.guides)
    for (const guide::Case& one : guide.cases) {
      kiosk.does({Home{}, OpenGuide{guide.id}, ChooseCase{one.id}, OpenSteps{}});
      std::string page;
      for (const SectionView& section : kiosk.page<StepsView>().sections)
        for (const ItemView& item : section.items) page += item.text + "\n";
      for (const guide::Cost& cost : one.costs)
        for (const guide::Text& exemption : cost.exemptions) {
          INFO(guide.id << ", " << one.id);
          CHECK(page.find(exemption.in("vi")) != std::string::npos);
        }
    }
}
