// What somebody sent, made a recording as kiosks play it, by the real program in its own confinement.

#include "kiosk/voice/anew.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <optional>
#include <random>

#include "content/base/file.h"
#include "content/guide/recording.h"
#include "kiosk/voice/recording.h"
#include "tests/folders.h"
#include "tests/support/process.h"
#include "tests/support/sample_recording.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::voice;
using testing::make_recording;
using testing::Microphone;
using testing::RecordingKind;

namespace {

constexpr int kNoSound = 2;
constexpr int kTooLong = 3;
constexpr int kSilent = 4;

struct Made {
  int status = -1;
  std::string bytes;  ///< empty: none
};

Made anew(const std::string& sent) {
  const testing::TemporaryFolder folder;
  REQUIRE(write_file_atomically(folder / "sent", sent));
  const auto done = testing::run({CONGLANG_BIN_DIR "/conglang-recording", "--anew",
                                  (folder / "sent").string(), (folder / "made").string()});
  CAPTURE(done.output);
  auto bytes = read_file(folder / "made", 4UL << 20U);
  return {done.status, done.status == 0 && bytes ? *bytes : std::string()};
}

/// As a kiosk hears it.
Sound heard(const Made& made) {
  REQUIRE(made.status == 0);
  auto sound = RecordingReader().read(made.bytes);
  if (!sound) FAIL(sound.error().message);
  return *sound;
}

double seconds(const Sound& sound) {
  return static_cast<double>(sound.samples.size()) / sound.rate;
}

int peak(const Sound& sound) {
  int most = 0;
  for (const std::int16_t sample : sound.samples) most = std::max(most, std::abs(int{sample}));
  return most;
}

double level(const Sound& sound) {
  double sum = 0;
  for (const std::int16_t sample : sound.samples) sum += double{1} * sample * sample;
  return std::sqrt(sum / static_cast<double>(sound.samples.size())) / 32768;
}

}  // namespace

TEST_CASE("what telephones, recorders and computers write becomes one channel of Opus", "[voice][anew]") {
  for (const RecordingKind kind : {RecordingKind::wav, RecordingKind::wav_of_floats, RecordingKind::flac,
                                   RecordingKind::mp3, RecordingKind::opus, RecordingKind::vorbis}) {
    for (const int channels : {1, 2}) {
      for (const int rate : {16'000, 44'100, 48'000}) {
        const bool is_opus = kind == RecordingKind::opus;
        if (is_opus && rate == 44'100) continue;  // no file of it has that rate
        CAPTURE(static_cast<int>(kind), channels, rate);
        const Made made = anew(make_recording(2.5, kind, {.channels = channels, .rate = rate}));
        const auto about = guide::inspect_recording(made.bytes, "a.opus");
        REQUIRE(about);
        CHECK(about->seconds == 3);
        const Sound sound = heard(made);
        CHECK(std::abs(seconds(sound) - 2.5) < 0.1);
        CHECK(std::abs(level(sound) - double{kSpeechLevel}) < 0.02);
      }
    }
  }
}

TEST_CASE("too loud and too soft become as loud as the others, and nothing is cut off", "[voice][anew]") {
  for (const double amplitude : {0.01, 0.1, 1.0, 4.0}) {
    CAPTURE(amplitude);
    const Sound sound =
        heard(anew(make_recording(2, RecordingKind::wav_of_floats, {.amplitude = amplitude})));
    CHECK(peak(sound) < kHighestPeak);
    CHECK(std::abs(level(sound) - double{kSpeechLevel}) < 0.03);
  }
}

TEST_CASE("three minutes stay below what a page's recording may weigh, and more is refused",
          "[voice][anew]") {
  const Made longest = anew(make_recording(guide::kMaxRecordingSeconds - 1, RecordingKind::mp3));
  REQUIRE(longest.status == 0);
  CHECK(guide::inspect_recording(longest.bytes, "a.opus"));
  CHECK(anew(make_recording(guide::kMaxRecordingSeconds + 2, RecordingKind::mp3)).status == kTooLong);
}

TEST_CASE("silence, and noise so soft that only noise would become loud, is refused as silent",
          "[voice][anew]") {
  CHECK(anew(make_recording(2, RecordingKind::wav, {.amplitude = 0})).status == kSilent);
  CHECK(anew(make_recording(2, RecordingKind::wav, {.amplitude = 0.001})).status == kSilent);
  CHECK(anew(make_recording(0, RecordingKind::wav, Microphone{})).status == kSilent);
}

TEST_CASE("attack: sound bombs, small files that are or claim hours, are refused as too long",
          "[voice][anew][security]") {
  const std::string hour = testing::flac_of_silence(3600);
  CHECK(hour.size() < 1UL << 20U);
  CHECK(anew(hour).status == kTooLong);
  CHECK(anew(testing::flac_of_silence(1, 3600)).status == kTooLong);
  CHECK(anew(testing::flac_of_silence(1, 8.0 * 1024 * 1024)).status == kTooLong);
  // An hour that says it is a second: counted, not believed.
  CHECK(anew(testing::flac_of_silence(3600, 1)).status != 0);
}

TEST_CASE("attack: a WAV file that claims four gigabytes is what it holds", "[voice][anew][security]") {
  std::string wav = make_recording(1, RecordingKind::wav);
  for (const std::size_t at : {4U, 40U})
    for (std::size_t i = 0; i < 4; ++i) wav[at + i] = '\xff';
  const Made made = anew(wav);
  CHECK((made.status != 0 || seconds(heard(made)) < 1.1));
}

TEST_CASE("attack: other files never reach a decoder, whatever they are called", "[voice][anew][security]") {
  for (const std::string& bytes :
       {std::string(), std::string("RIFF"), std::string("fLaC"), std::string("OggS"), std::string("ID3"),
        std::string("\xff\xfb", 2), std::string("MZ\x90\0", 4), std::string("\x89PNG\r\n\x1a\n"),
        std::string("PK\x03\x04"), std::string("<html><script>alert(1)</script>"),
        std::string(1UL << 20U, 'x'), std::string(1UL << 20U, '\xff'), "FORM" + std::string(64, 'x')}) {
    CAPTURE(bytes.substr(0, 8), bytes.size());
    CHECK(anew(bytes).status == kNoSound);
  }
}

TEST_CASE("attack: nothing that hides in a file comes along: a page behind it, tags, a name",
          "[voice][anew][security]") {
  const std::string hidden = "<script>alert(document.domain)</script>PK\x03\x04";
  std::string tagged = make_recording(2, RecordingKind::wav);
  tagged.insert(12, "LIST" + std::string({static_cast<char>(hidden.size() + hidden.size() % 2), 0, 0, 0}) +
                        hidden + std::string(hidden.size() % 2, '\0'));
  for (const std::string& sent : {make_recording(2, RecordingKind::wav) + hidden,
                                  make_recording(2, RecordingKind::flac) + hidden, tagged}) {
    const Made made = anew(sent);
    CAPTURE(sent.size());
    if (made.status != 0) continue;  // refused is as good
    CHECK(made.bytes.find("script") == std::string::npos);
    CHECK(made.bytes.find("PK\x03\x04") == std::string::npos);
    CHECK(seconds(heard(made)) < 2.5);
  }
}

TEST_CASE("attack: files with bytes turned, cut and doubled end as a recording or as an error",
          "[voice][anew][security]") {
  std::mt19937 random(11);  // NOLINT: the same files each time
  for (const RecordingKind kind : {RecordingKind::wav, RecordingKind::flac, RecordingKind::mp3,
                                   RecordingKind::opus, RecordingKind::vorbis}) {
    const std::string good = make_recording(0.5, kind);
    for (int i = 0; i < 24; ++i) {
      std::string bad = good;
      const std::size_t reach = i % 2 == 0 ? std::min<std::size_t>(bad.size(), 200) : bad.size();
      for (int turned = 0; turned < 1 + i % 8; ++turned)
        bad[random() % reach] = static_cast<char>(random() & 0xFFU);
      if (i % 3 == 1) bad.resize(random() % bad.size());
      if (i % 3 == 2) bad += bad;
      CAPTURE(static_cast<int>(kind), i);
      const Made made = anew(bad);
      CHECK(made.status <= kSilent);  // none ended by a signal
      if (made.status == 0) CHECK(guide::inspect_recording(made.bytes, "a.opus"));
    }
  }
}
