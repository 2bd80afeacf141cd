// A page read aloud, sentence by sentence, as the model sees it: the voice is played by the test.

#include <catch2/catch_test_macros.hpp>

#include "kiosk/model/navigation.h"
#include "kiosk/model/spoken_page.h"
#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

Kiosk with_sound() {
  Kiosk kiosk;
  kiosk.does({SoundMoved{true}});
  return kiosk;
}

SpeechView heard(const Kiosk& kiosk) {
  const View view = kiosk.view();
  REQUIRE(view.speech);
  return *view.speech;
}

/// The voice comes to the end of what is heard.
Kiosk& finishes(Kiosk& kiosk) {
  const SpeechView speech = heard(kiosk);
  return kiosk.does({SpeechEnded{speech.saying, speech.last}});
}

/// Every page of the sample, and what stands over pages.
std::vector<View> every_page() {
  Kiosk kiosk;
  std::vector<View> views;
  const auto keep = [&](const std::vector<Action>& actions) { views.push_back(kiosk.does(actions).view()); };
  keep({});
  keep({OpenTopic{}});
  keep({OpenGuide{"khai-sinh"}});
  keep({ChooseCase{}});
  keep({OpenSteps{}});
  keep({Back{}, OpenCode{}});
  views.push_back(kiosk.waits(181).view());
  Kiosk waiting(initial_state({test::strings().languages(), "thuong-thap"}, test::at(test::kMonday)));
  views.push_back(waiting.view());
  return views;
}

}  // namespace

TEST_CASE("the button reads the page, pauses and goes on, and says which comes next", "[model]") {
  Kiosk kiosk = with_sound();
  kiosk.does({OpenGuide{"can-cuoc"}});
  const auto button = [&] { return kiosk.view().chrome.footer.listen; };
  CHECK(button().button.label == "Nghe đọc");
  CHECK_FALSE(button().reading);
  CHECK_FALSE(kiosk.view().chrome.reader);
  kiosk.does({Listen{}});
  CHECK(button().button.label == "Tạm dừng");
  CHECK(button().reading);
  CHECK_FALSE(heard(kiosk).paused);
  CHECK(kiosk.view().chrome.reader->lit == heard(kiosk).sentence.shown);
  kiosk.does({Listen{}});
  CHECK(button().button.label == "Đọc tiếp");
  CHECK(heard(kiosk).paused);
  const int saying = heard(kiosk).saying;
  kiosk.does({Listen{}});
  CHECK_FALSE(heard(kiosk).paused);
  CHECK(heard(kiosk).saying == saying);
}

TEST_CASE("a page is read to its end, sentence by sentence, and then it is quiet", "[model]") {
  Kiosk kiosk = with_sound();
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, Listen{}});
  const std::vector<Sentence> page = spoken_page(kiosk.view(), "vi");
  REQUIRE(page.size() > 8);
  for (const Sentence& sentence : page) {
    CHECK(heard(kiosk).sentence == sentence);
    finishes(kiosk);
  }
  CHECK_FALSE(kiosk.view().speech);
}

TEST_CASE("again is the same sentence, slower begins it anew, louder and quieter have an end", "[model]") {
  Kiosk kiosk = with_sound();
  kiosk.does({OpenTopic{}, Listen{}});
  finishes(finishes(kiosk));
  const SpeechView before = heard(kiosk);
  kiosk.does({SayAgain{}});
  CHECK(heard(kiosk).sentence == before.sentence);
  CHECK(heard(kiosk).saying != before.saying);
  kiosk.does({TogglePace{}});
  CHECK(heard(kiosk).sentence == before.sentence);
  CHECK(heard(kiosk).pace == Pace::slow);
  CHECK(kiosk.view().chrome.reader->pace.label == "Đọc vừa");
  kiosk.does({Louder{}, Louder{}, Louder{}});
  CHECK(heard(kiosk).loudness == kLoudest);
  CHECK_FALSE(kiosk.view().chrome.reader->louder.enabled);
  kiosk.does({Quieter{}, Quieter{}, Quieter{}, Quieter{}});
  CHECK(heard(kiosk).loudness == 1);
  CHECK_FALSE(kiosk.view().chrome.reader->quieter.enabled);
}

TEST_CASE("the end of a sentence that is no longer wanted changes nothing", "[model]") {
  Kiosk kiosk = with_sound();
  kiosk.does({OpenTopic{}, Listen{}});
  const int old = heard(kiosk).saying;
  kiosk.does({SayAgain{}});
  const SpeechView now = heard(kiosk);
  kiosk.does({SpeechEnded{old, true}});
  CHECK(heard(kiosk) == now);
}

TEST_CASE("another page, another language and the end of the visit are quiet", "[model]") {
  const Action ways[] = {OpenGuide{"sao-y"}, Back{}, Home{}, Done{}, NextLanguage{}, StopListening{}};
  for (const Action& way : ways) {
    Kiosk kiosk = with_sound();
    kiosk.does({OpenTopic{}, Listen{}, way});
    CHECK_FALSE(kiosk.view().speech);
  }
  Kiosk kiosk = with_sound();
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, Listen{}, TogglePaper{"Giấy chứng sinh"},
              ToggleTheme{}, NextTextSize{}, ScrollTo{300}});
  CHECK(kiosk.view().speech);
  kiosk.does({Done{}});
  CHECK_FALSE(kiosk.view().speech);  // the question whether it helped is quiet too
  kiosk.does({Done{}});
  CHECK(kiosk.state().visit == fresh_visit(kiosk.state().settings));
}

TEST_CASE("without a loudspeaker the button fades; one that is lost ends the reading", "[model]") {
  Kiosk kiosk;
  CHECK_FALSE(kiosk.view().chrome.footer.listen.button.enabled);
  CHECK_FALSE(kiosk.does({Listen{}}).view().speech);
  kiosk.does({SoundMoved{true}, Listen{}});
  CHECK(kiosk.view().speech);
  kiosk.does({SoundMoved{false}});
  CHECK_FALSE(kiosk.view().speech);
  CHECK_FALSE(kiosk.view().chrome.footer.listen.button.enabled);
  CHECK(kiosk.does({SoundMoved{true}}).view().chrome.footer.listen.button.enabled);
}

TEST_CASE("nobody is asked whether they still read while they listen; a pause is no listening", "[model]") {
  Kiosk kiosk = with_sound();
  kiosk.does({OpenTopic{}, Listen{}});
  CHECK_FALSE(kiosk.waits(1000).view().idle);
  finishes(kiosk);
  CHECK_FALSE(kiosk.waits(1000).view().idle);
  kiosk.does({Listen{}});
  CHECK_FALSE(kiosk.waits(89).view().idle);
  CHECK(kiosk.waits(1).view().idle);
  kiosk.does({Listen{}});
  CHECK_FALSE(kiosk.waits(500).view().idle);
  const int saying = heard(kiosk).saying;
  kiosk.does({SpeechEnded{saying, true}});
  CHECK_FALSE(kiosk.waits(89).view().idle);
  CHECK(kiosk.waits(1).view().idle);
}

TEST_CASE("what the keypad has come to is named, instead of what was being read", "[model]") {
  Kiosk kiosk = with_sound();
  kiosk.does({OpenTopic{}, Listen{}, NameControl{"Lệ phí 8.000 đ"}});
  CHECK(heard(kiosk).sentence.shown == "Lệ phí 8.000 đ");
  CHECK(heard(kiosk).sentence.spoken == "Lệ phí tám nghìn đồng");
  CHECK(heard(kiosk).last);
  CHECK_FALSE(kiosk.view().chrome.reader);
  CHECK(kiosk.view().chrome.footer.listen.button.label == "Nghe đọc");
  finishes(kiosk);
  CHECK_FALSE(kiosk.view().speech);
}

TEST_CASE("every page has something to say, first its title, each sentence stands on the screen", "[model]") {
  for (const View& view : every_page()) {
    const std::vector<Sentence> page = spoken_page(view, "vi");
    INFO(view.chrome.header.title << ", kind " << view.body.index());
    REQUIRE(page.size() >= 2);
    if (!view.idle) CHECK(page.front().shown == view.chrome.header.title);
    for (const Sentence& sentence : page) {
      CHECK_FALSE(sentence.shown.empty());
      CHECK_FALSE(sentence.spoken.empty());
      CHECK(sentence.spoken.size() < 2000);
      CHECK(sentence.spoken.find_first_of("0123456789") == std::string::npos);
    }
  }
}

TEST_CASE("Vietnamese on an English page keeps its own voice", "[model]") {
  CHECK(voice_language("Birth certificate", "en") == "en");
  CHECK(voice_language("Giấy chứng sinh", "en") == "vi");
  CHECK(voice_language("Đơn", "en") == "vi");
  CHECK(voice_language("Café", "en") == "en");
  CHECK(voice_language("Xin", "vi") == "vi");
  CHECK(spoken("8.000 people", "en") == "8.000 people");
}
