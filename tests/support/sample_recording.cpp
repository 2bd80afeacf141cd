#include "tests/support/sample_recording.h"

#include <sndfile.h>

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

namespace conglang::testing {
namespace {

int format_of(RecordingKind kind) {
  switch (kind) {
    case RecordingKind::opus:
      return SF_FORMAT_OGG | SF_FORMAT_OPUS;
    case RecordingKind::vorbis:
      return SF_FORMAT_OGG | SF_FORMAT_VORBIS;
    case RecordingKind::flac:
      return SF_FORMAT_FLAC | SF_FORMAT_PCM_16;
    case RecordingKind::mp3:
      return SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III;
    case RecordingKind::wav_of_floats:
      return SF_FORMAT_WAV | SF_FORMAT_FLOAT;
    case RecordingKind::wav:
      break;
  }
  return SF_FORMAT_WAV | SF_FORMAT_PCM_16;
}

}  // namespace

std::string make_recording(double seconds, RecordingKind kind, const Microphone& microphone) {
  const TemporaryFolder folder;
  const std::string path = folder / "recording";
  SF_INFO info{};
  info.samplerate = microphone.rate;
  info.channels = microphone.channels;
  info.format = format_of(kind);
  SNDFILE* file = sf_open(path.c_str(), SFM_WRITE, &info);
  REQUIRE(file != nullptr);
  const auto channels = static_cast<std::size_t>(microphone.channels);
  std::vector<float> second(static_cast<std::size_t>(microphone.rate) * channels);
  for (std::size_t i = 0; i < second.size(); ++i) {
    const double turns = 200 * static_cast<double>(i / channels) / microphone.rate;
    second[i] = static_cast<float>(microphone.amplitude * std::sin(2 * std::numbers::pi * turns));
  }
  for (double left = seconds; left > 0; left -= 1)
    sf_writef_float(file, second.data(), static_cast<sf_count_t>(std::min(left, 1.0) * microphone.rate));
  sf_close(file);
  const auto bytes = read_file(path, 64UL << 20U);
  REQUIRE(bytes);
  return *bytes;
}

std::string make_recording(double seconds, RecordingKind kind, int channels) {
  return make_recording(seconds, kind, Microphone{.channels = channels});
}

std::string flac_of_silence(int seconds, double says) {
  constexpr int kRate = 8'000;
  std::string flac = make_recording(seconds, RecordingKind::flac, {.rate = kRate, .amplitude = 0});
  // RFC 9639, 8.2: 36 bits, from the lower half of the 22nd byte on.
  auto samples = static_cast<std::uint64_t>(says * kRate);
  for (std::size_t at = 25; says > 0 && at > 21; --at, samples >>= 8U)
    flac[at] = static_cast<char>(samples & 0xFFU);
  if (says > 0)
    flac[21] = static_cast<char>((static_cast<unsigned char>(flac[21]) & 0xF0U) | (samples & 0xFU));
  return flac;
}

}  // namespace conglang::testing
