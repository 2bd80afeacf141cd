// A page with a recording, as the model sees it: the file is played by the test.

#include "kiosk/model/recordings.h"

#include <catch2/catch_test_macros.hpp>

#include "content/guide/recorded_words.h"
#include "tests/unit/kiosk/model/sample.h"
#include "tests/unit/kiosk/model/village.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

template <typename Page>
void record(Page& page, const std::string& file) {
  page.recordings = {{file, "vi", "", guide::fingerprint_of(recorded_words(page, "vi"))}};
}

/// Everything that may have a recording has one.
guide::Content recorded_content() {
  guide::Content content = test::village_content();
  for (guide::Heritage& page : content.heritage) record(page, page.id + ".opus");
  for (guide::Notice& notice : content.notices) record(notice, notice.id + ".opus");
  for (guide::Guide& guide : content.guides) {
    for (const guide::Case& one : guide.cases) {
      const std::string id = guide.cases.size() == 1 ? "" : one.id;
      guide.recordings.push_back({guide.id + "-" + one.id + ".opus", "vi", id,
                                  guide::fingerprint_of(recorded_words(guide, id, "vi"))});
    }
  }
  return content;
}

Kiosk recorded_kiosk(guide::Content content = recorded_content()) {
  Kiosk kiosk = test::resting_kiosk(std::move(content));
  kiosk.does({SoundMoved{true}, Touched{}});
  return kiosk;
}

Kiosk at_heritage(guide::Content content = recorded_content()) {
  Kiosk kiosk = recorded_kiosk(std::move(content));
  kiosk.does({OpenDoor{Door::heritage}});
  return kiosk;
}

std::string heard(Kiosk& kiosk) {
  kiosk.does({Listen{}});
  REQUIRE(kiosk.view().speech);
  return kiosk.view().speech->recording;
}

}  // namespace

TEST_CASE("a recorded page is heard in the village's own voice, to its end", "[model][recording]") {
  Kiosk kiosk = at_heritage();
  CHECK(heard(kiosk) == "cong-lang.opus");
  const SpeechView speech = *kiosk.view().speech;
  CHECK(speech.sentence == Sentence{});
  CHECK(speech.last);
  CHECK(kiosk.view().chrome.reader->lit.empty());
  kiosk.does({Listen{}});
  CHECK(kiosk.view().speech->paused);
  kiosk.does({Listen{}, SpeechEnded{speech.saying, speech.last}});
  CHECK_FALSE(kiosk.view().speech);
}

TEST_CASE("again and slower are of the recording too", "[model][recording]") {
  Kiosk kiosk = at_heritage();
  CHECK(heard(kiosk) == "cong-lang.opus");
  const int saying = kiosk.view().speech->saying;
  kiosk.does({SayAgain{}});
  CHECK(kiosk.view().speech->saying != saying);
  kiosk.does({TogglePace{}});
  CHECK(kiosk.view().speech->recording == "cong-lang.opus");
  CHECK(kiosk.view().speech->pace == Pace::slow);
}

TEST_CASE("a recording of older words, of another language or of nothing is not heard",
          "[model][recording]") {
  guide::Content content = recorded_content();
  content.heritage[0].body.push_back(test::text("Thêm một đoạn."));
  Kiosk stale = at_heritage(content);
  CHECK(heard(stale).empty());
  CHECK(stale.view().speech->sentence.shown == "Di tích làng");

  Kiosk english = at_heritage();
  english.does({NextLanguage{}});
  CHECK(heard(english).empty());
}

TEST_CASE("a broken recording gives way to the machine's voice, and is not tried again",
          "[model][recording]") {
  Kiosk kiosk = at_heritage();
  CHECK(heard(kiosk) == "cong-lang.opus");
  const int saying = kiosk.view().speech->saying;
  kiosk.does({RecordingFailed{saying, "cong-lang.opus"}});
  REQUIRE(kiosk.view().speech);
  CHECK(kiosk.view().speech->recording.empty());
  CHECK(kiosk.view().speech->saying != saying);
  CHECK_FALSE(kiosk.view().speech->sentence.spoken.empty());
  kiosk.does({StopListening{}});
  CHECK(heard(kiosk).empty());
  kiosk.gets(recorded_content());
  kiosk.does({StopListening{}});
  CHECK(heard(kiosk) == "cong-lang.opus");
}

TEST_CASE("a failure that is told late changes nothing that is heard", "[model][recording]") {
  Kiosk kiosk = at_heritage();
  CHECK(heard(kiosk) == "cong-lang.opus");
  const int saying = kiosk.view().speech->saying;
  kiosk.does({OpenHeritage{"dinh-lang"}});
  CHECK(heard(kiosk) == "dinh-lang.opus");
  const SpeechView now = *kiosk.view().speech;
  kiosk.does({RecordingFailed{saying, "cong-lang.opus"}});
  CHECK(*kiosk.view().speech == now);
}

TEST_CASE("a guide is heard in the case that was chosen; what is in doubt is not told by a recording",
          "[model][recording]") {
  Kiosk kiosk = recorded_kiosk();
  kiosk.does({OpenGuide{"khai-sinh"}});
  CHECK(heard(kiosk).empty());  // the question which case it is
  Kiosk chosen = recorded_kiosk();
  const std::string id = chosen.does({OpenGuide{"khai-sinh"}}).state().visit.reading->guide.cases[1].id;
  chosen.does({ChooseCase{id}});
  CHECK(heard(chosen) == "khai-sinh-" + id + ".opus");
  Kiosk every = recorded_kiosk();
  every.does({OpenGuide{"khai-sinh"}, ChooseCase{}});
  CHECK(heard(every).empty());
  for (const char* doubtful : {"can-cuoc", "sao-y"}) {
    Kiosk unsure = recorded_kiosk();
    unsure.does({OpenGuide{doubtful}});
    CHECK(heard(unsure).empty());
  }
}

TEST_CASE("an urgent notice is heard in the village's voice, and what keypad and idle question say is not",
          "[model][recording]") {
  guide::Content content = recorded_content();
  content.notices.push_back(test::urgent_notice("lu-ve"));
  record(content.notices.back(), "lu-ve.opus");
  Kiosk kiosk = recorded_kiosk(content);
  REQUIRE(kiosk.shows<UrgentView>());
  CHECK(heard(kiosk) == "lu-ve.opus");
  kiosk.does({NameControl{"Tôi đã đọc"}});
  CHECK(kiosk.view().speech->recording.empty());
}
