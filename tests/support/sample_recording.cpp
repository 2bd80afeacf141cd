#include "tests/support/sample_recording.h"

#include <sndfile.h>

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numbers>
#include <vector>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

namespace conglang::testing {
namespace {

constexpr int kRate = 48'000;

int format_of(RecordingKind kind) {
  switch (kind) {
    case RecordingKind::opus:
      return SF_FORMAT_OGG | SF_FORMAT_OPUS;
    case RecordingKind::vorbis:
      return SF_FORMAT_OGG | SF_FORMAT_VORBIS;
    case RecordingKind::flac:
      return SF_FORMAT_FLAC | SF_FORMAT_PCM_16;
    case RecordingKind::wav:
      break;
  }
  return SF_FORMAT_WAV | SF_FORMAT_PCM_16;
}

}  // namespace

std::string make_recording(double seconds, RecordingKind kind, int channels) {
  const TemporaryFolder folder;
  const std::string path = folder / "recording";
  SF_INFO info{};
  info.samplerate = kRate;
  info.channels = channels;
  info.format = format_of(kind);
  SNDFILE* file = sf_open(path.c_str(), SFM_WRITE, &info);
  REQUIRE(file != nullptr);
  std::vector<float> second(static_cast<std::size_t>(kRate) * static_cast<std::size_t>(channels));
  for (std::size_t i = 0; i < second.size(); ++i) {
    const auto frame = static_cast<double>(i / static_cast<std::size_t>(channels));
    second[i] = static_cast<float>(0.3 * std::sin(2 * std::numbers::pi * 200 * frame / kRate));
  }
  for (double left = seconds; left > 0; left -= 1)
    sf_writef_float(file, second.data(), static_cast<sf_count_t>(std::min(left, 1.0) * kRate));
  sf_close(file);
  const auto bytes = read_file(path, 64UL << 20U);
  REQUIRE(bytes);
  return *bytes;
}

}  // namespace conglang::testing
