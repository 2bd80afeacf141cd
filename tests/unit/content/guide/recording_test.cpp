// Which files are recordings, and which words a recording stands for.

#include "content/guide/recording.h"

#include <catch2/catch_test_macros.hpp>

#include "content/guide/bundle.h"
#include "content/guide/guide_json.h"
#include "content/guide/heritage_json.h"
#include "content/guide/local_layer.h"
#include "content/guide/notice_json.h"
#include "content/guide/recorded_words.h"
#include "tests/support/sample_local.h"

using namespace conglang;
using namespace conglang::guide;
using namespace conglang::testing;

namespace {

std::string vorbis_head(unsigned rate) {
  std::string head("\x01vorbis\0\0\0\0\x01", 12);
  for (unsigned i = 0; i < 4; ++i) head += static_cast<char>(rate >> (8 * i) & 0xffU);
  return head + std::string(14, '\x01');
}

Heritage sample_heritage() {
  return *read_heritage(kSampleHeritage, "dinh-lang.json");
}

template <typename Page>
void record(Page& page, std::string words, std::string case_id = "") {
  page.recordings = {{"a.opus", "vi", std::move(case_id), std::move(words)}};
}

}  // namespace

TEST_CASE("a recording's kind and length are read from its bytes", "[guide][recording]") {
  const auto opus = inspect_recording(sample_opus(20), "dinh.opus");
  REQUIRE(opus);
  CHECK(*opus == Recording{"dinh.opus", 20, sample_opus(20).size()});
  const std::string vorbis = ogg_page(vorbis_head(44'100), 0, 2) + ogg_page("sound", 44'101, 4);
  CHECK(inspect_recording(vorbis, "dinh.ogg")->seconds == 2);
  CHECK(inspect_recording(sample_opus(180), "a.opus"));
  CHECK(inspect_recording(sample_opus(181), "a.opus").error().code == Errc::too_large);
}

TEST_CASE("attack: a file that is not quite a recording is refused", "[guide][recording][security]") {
  const std::string good = sample_opus(20);
  const std::string head = good.substr(0, good.find("OggS", 4));
  for (std::size_t size = 0; size < good.size(); ++size) {
    CAPTURE(size);
    const auto cut = inspect_recording(good.substr(0, size), "a.opus");
    // Cut between pages, what is left is whole, but has no sound.
    CHECK_FALSE(cut);
  }
  for (const std::string& bytes :
       {good + "x", good + good, head, head + ogg_page("sound", 48'000, 4, 8),
        head + ogg_page("sound", 96'000) + ogg_page("sound", 48'000), head + ogg_page("sound", UINT64_MAX),
        ogg_page("fishead", 0, 2) + ogg_page("sound", 48'000),
        head.substr(0, 5) + '\0' + head.substr(6) + good,
        ogg_page(vorbis_head(0), 0, 2) + ogg_page("s", 44'100), std::string("RIFF\0\0\0\0WAVEfmt ", 16)}) {
    CHECK(inspect_recording(bytes, "a.opus").error().code == Errc::invalid);
  }
  CHECK(inspect_recording(head + ogg_page("sound", UINT64_MAX - 1), "a.opus").error().code ==
        Errc::too_large);
  CHECK(inspect_recording(std::string(kMaxRecordingBytes + 1, 'x'), "a.opus").error().code ==
        Errc::too_large);
}

TEST_CASE("attack: a recording's name cannot step out of its folder", "[guide][recording][security]") {
  CHECK(is_recording_name("dinh-lang.opus"));
  CHECK(is_recording_name("a.ogg"));
  for (const char* name :
       {"../x.ogg", ".ogg", "a/b.ogg", "A.ogg", "a.wav", "a.ogg.sh", "a b.opus", "ogg", ""}) {
    CAPTURE(name);
    CHECK_FALSE(is_recording_name(name));
    CHECK_FALSE(parse_bundle_path(std::string("communes/09784/audio/") + name));
  }
  CHECK_FALSE(parse_bundle_path("national/audio/a.ogg"));
  CHECK_FALSE(parse_bundle_path("provinces/01/audio/a.ogg"));
}

TEST_CASE("a page is played only while it has the words that were recorded", "[guide][recording]") {
  Heritage page = sample_heritage();
  CHECK_FALSE(recording_of(page, "vi"));  // the sample's words are other ones
  record(page, fingerprint_of(recorded_words(page, "vi")));
  REQUIRE(recording_of(page, "vi"));
  CHECK_FALSE(recording_of(page, "en"));
  page.pictures.clear();
  page.title.by_language["en"] = "The communal house";
  CHECK(recording_of(page, "vi"));
  page.body.at(0).by_language["vi"] += " Mới.";
  CHECK_FALSE(recording_of(page, "vi"));
  record(page, "");
  CHECK_FALSE(recording_of(page, "vi"));
}

TEST_CASE("a notice's days and numbers are among its words", "[guide][recording]") {
  Notice notice = *read_notice(kSampleNotice, "cat-dien.json");
  record(notice, fingerprint_of(recorded_words(notice, "vi")));
  CHECK(recording_of(notice, "vi"));
  Notice later = notice;
  later.until += std::chrono::months{1};
  CHECK_FALSE(recording_of(later, "vi"));
  Notice other = notice;
  other.public_contacts.at(0).phone = "1900 0000";
  CHECK_FALSE(recording_of(other, "vi"));
}

TEST_CASE("a recording of a guide is of one case, and what another case says does not matter to it",
          "[guide][recording]") {
  Guide guide = *read_guide(sample_guide_named("khai-sinh"), "khai-sinh.json");
  guide.cases.resize(1);
  record(guide, fingerprint_of(recorded_words(guide, "", "vi")));
  CHECK(recording_of(guide, guide.cases[0].id, "vi"));
  CHECK(recording_of(guide, "", "vi"));

  guide.cases.push_back(guide.cases[0]);
  guide.cases[1].id = "khac";
  CHECK_FALSE(recording_of(guide, "khac", "vi"));
  record(guide, fingerprint_of(recorded_words(guide, "khac", "vi")), "khac");
  CHECK(recording_of(guide, "khac", "vi"));
  CHECK_FALSE(recording_of(guide, guide.cases[0].id, "vi"));
  CHECK_FALSE(recording_of(guide, "", "vi"));
  guide.cases[0].steps.clear();
  guide.checked_on.reset();
  CHECK(recording_of(guide, "khac", "vi"));
  guide.cases[1].label.by_language["vi"] = "Khác nữa";
  CHECK_FALSE(recording_of(guide, "khac", "vi"));
}

TEST_CASE("attack: recordings that are missing or beyond all measure are set aside, their pages stay",
          "[guide][recording][security]") {
  Files files = full_bundle();
  files.erase("communes/09784/audio/dinh-lang.opus");
  files["communes/09784/patches/khai-sinh.json"] =
      R"({"recordings": [{"file": "khong-co.ogg", "language": "vi"}]})";
  const auto assembled = assemble(files, "09784");
  REQUIRE(assembled);
  CHECK(assembled->set_aside.size() == 2);
  CHECK(assembled->content.heritage.at(0).recordings.empty());
  CHECK(assembled->content.recordings.empty());

  const std::string large = sample_opus(20) + [] {
    std::string pages;
    while (pages.size() + 300 < kMaxRecordingBytes - 1000)
      pages += ogg_page(std::string(255, 's').substr(1), 48'000 * 20);
    return pages;
  }();
  REQUIRE(inspect_recording(large, "x.opus"));
  Files many = full_bundle();
  for (std::size_t i = 0; i < kMaxRecordingsBytes / large.size() + 3; ++i)
    many[fmt::format("communes/09784/audio/x-{}.opus", i)] = large;
  const auto crowded = assemble(many, "09784");
  REQUIRE(crowded);
  std::size_t total = 0;
  for (const auto& entry : crowded->media.recordings) total += entry.second.size();
  CHECK(total <= kMaxRecordingsBytes);
  CHECK(crowded->set_aside.size() >= 2);
}
