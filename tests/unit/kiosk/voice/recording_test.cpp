// The real program that opens recordings, and files that were made to harm it.

#include "kiosk/voice/recording.h"

#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>
#include <random>

#include "tests/support/sample_recording.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::voice;
using std::chrono::milliseconds;
using testing::make_recording;
using testing::RecordingKind;

namespace {

double seconds(const Sound& sound) {
  return static_cast<double>(sound.samples.size()) / sound.rate;
}

int peak(const Sound& sound) {
  int most = 0;
  for (const std::int16_t sample : sound.samples) most = std::max(most, std::abs(int{sample}));
  return most;
}

}  // namespace

TEST_CASE("Opus and Vorbis, one channel or two, become one channel of speech", "[voice][recording]") {
  for (const RecordingKind kind : {RecordingKind::opus, RecordingKind::vorbis}) {
    for (const int channels : {1, 2}) {
      const auto sound = RecordingReader().read(make_recording(1.5, kind, channels));
      if (!sound) FAIL(sound.error().message);
      CHECK(sound->rate == 24'000);
      CHECK(std::abs(seconds(*sound) - 1.5) < 0.05);
      CHECK(peak(*sound) > 7'000);
    }
  }
}

TEST_CASE("attack: a file of another kind never reaches its decoder", "[voice][recording][security]") {
  for (const std::string& bytes :
       {make_recording(0.5, RecordingKind::wav), make_recording(0.5, RecordingKind::flac), std::string(),
        std::string("OggS"), std::string(4096, 'O'), std::string(5UL << 20U, 'x')})
    CHECK_FALSE(RecordingReader().read(bytes));
}

TEST_CASE("attack: a recording longer than any may be is not decoded to its end",
          "[voice][recording][security]") {
  CHECK(RecordingReader().read(make_recording(kMaxRecordingSeconds - 1, RecordingKind::opus)));
  CHECK_FALSE(RecordingReader().read(make_recording(kMaxRecordingSeconds + 2, RecordingKind::opus)));
}

TEST_CASE("attack: recordings with bytes turned, cut and doubled end as sound or as an error",
          "[voice][recording][security]") {
  std::mt19937 random(7);  // NOLINT: the same files each time
  for (const RecordingKind kind : {RecordingKind::opus, RecordingKind::vorbis}) {
    const std::string good = make_recording(0.5, kind);
    for (int i = 0; i < 60; ++i) {
      std::string bad = good;
      for (int turned = 0; turned < 1 + i % 8; ++turned)
        bad[random() % bad.size()] = static_cast<char>(random() & 0xFFU);
      if (i % 3 == 1) bad.resize(random() % bad.size());
      if (i % 3 == 2) bad += bad;
      const auto sound = RecordingReader().read(bad);
      CHECK((!sound || seconds(*sound) <= kMaxRecordingSeconds));
    }
  }
}

TEST_CASE("attack: a decoder that crashes, hangs, fills its pipe or is not there harms nobody",
          "[voice][recording][security]") {
  const testing::TemporaryFolder folder;
  const auto read_by = [&](const std::string& line) {
    const std::string path = folder.path() / "decoder";
    std::ofstream(path) << "#!/bin/sh\n" << line << "\n";
    ::chmod(path.c_str(), 0755);
    return RecordingReader(path, milliseconds{300}).read("OggS");
  };
  CHECK(RecordingReader("/no/such/program").read("OggS").error().code == Errc::not_found);
  CHECK(read_by("kill -SEGV $$").error().message.find("signal 11") != std::string::npos);
  CHECK(read_by("exec sleep 60").error().message.find("in time") != std::string::npos);
  CHECK_FALSE(read_by("exec cat /dev/zero"));
  CHECK(read_by("echo no sound").error().code == Errc::parse);
}
