#include "kiosk/voice/anew.h"

#include <samplerate.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "kiosk/voice/memory_file.h"
#include "kiosk/voice/recording.h"

namespace conglang::voice {
namespace {

constexpr int kMostChannels = 2;
constexpr int kLowestRate = 8'000;
constexpr int kHighestRate = 96'000;
constexpr int kMadeRate = 24'000;            // speech has nothing above 12 kHz
constexpr double kMadeBitsASecond = 32'000;  // three minutes are 0.7 MiB
constexpr float kHeard = 0.003F;             // -50 dB: below it a room is silent
constexpr float kMostGain = 31;              // 30 dB: beyond it noise is what becomes loud
constexpr int kWindowsASecond = 20;

/// One channel.
struct Wave {
  int rate = 0;
  std::vector<float> samples;
};

// Only what starts as one of these reaches a decoder.
bool is_known(std::string_view bytes) {
  const bool mp3 = bytes.starts_with("ID3") || (bytes.size() > 1 && bytes[0] == '\xff' &&
                                                (static_cast<unsigned char>(bytes[1]) & 0xE0U) == 0xE0U);
  return mp3 || bytes.starts_with("RIFF") || bytes.starts_with("fLaC") || bytes.starts_with("OggS");
}

float mean(const float* frame, int channels) {
  float sum = 0;
  for (int channel = 0; channel < channels; ++channel) sum += frame[channel];
  return std::isfinite(sum) ? sum / static_cast<float>(channels) : 0;
}

tl::unexpected<Error> too_long() {
  return fail(Errc::too_large, "the recording is longer than {} seconds", kMaxRecordingSeconds);
}

Result<Wave> decoded(std::string sent) {
  MemoryFile source{std::move(sent)};
  SF_INFO info{};
  if (!is_known(source.bytes)) return fail(Errc::parse, "no sound that can be read");
  const SoundFile file = open_sound(source, SFM_READ, info);
  if (!file || info.channels < 1 || info.channels > kMostChannels || info.samplerate < kLowestRate ||
      info.samplerate > kHighestRate)
    return fail(Errc::parse, "no sound of one or two channels, 8 to 96 kHz, that can be read");
  const sf_count_t most = static_cast<sf_count_t>(info.samplerate) * kMaxRecordingSeconds;
  // What the file says of its length is believed when it is too much, else counted.
  if (info.frames > most) return too_long();
  Wave wave{info.samplerate, {}};
  std::vector<float> frames(static_cast<std::size_t>(info.channels) * 4096);
  while (const sf_count_t count = sf_readf_float(file.get(), frames.data(), 4096)) {
    if (count < 0 || sf_error(file.get()) != SF_ERR_NO_ERROR)
      return fail(Errc::parse, "the recording is broken");
    if (static_cast<sf_count_t>(wave.samples.size()) + count > most) return too_long();
    for (sf_count_t i = 0; i < count; ++i)
      wave.samples.push_back(mean(frames.data() + i * info.channels, info.channels));
  }
  return wave;
}

// The level where somebody speaks, not of the pauses; 0: nobody does.
float level_of(const Wave& wave) {
  const auto window = static_cast<std::size_t>(wave.rate / kWindowsASecond);
  double sum = 0;
  std::size_t heard = 0;
  for (std::size_t at = 0; at + window <= wave.samples.size(); at += window) {
    double square = 0;
    for (std::size_t i = 0; i < window; ++i) square += double{wave.samples[at + i]} * wave.samples[at + i];
    square /= static_cast<double>(window);
    if (square < double{kHeard} * kHeard) continue;
    sum += square;
    ++heard;
  }
  return heard == 0 ? 0 : static_cast<float>(std::sqrt(sum / static_cast<double>(heard)));
}

// A knock on the table is bent below the peak; speech stays as it is.
float bent(float value) {
  constexpr float kStraight = 0.6F;
  const float over = std::abs(value) - kStraight;
  if (over <= 0) return value;
  constexpr float kRoom = kSpeechPeak - kStraight;
  return std::copysign(kStraight + kRoom * std::tanh(over / kRoom), value);
}

Result<void> level(Wave& wave) {
  const float now = level_of(wave);
  if (now == 0) return fail(Errc::invalid, "nothing is to be heard");
  const float gain = std::min(kSpeechLevel / now, kMostGain);
  for (float& value : wave.samples) value = bent(value * gain);
  return {};
}

Result<Wave> at_made_rate(Wave wave) {
  if (wave.rate == kMadeRate) return wave;
  const double ratio = double{kMadeRate} / wave.rate;
  Wave made{kMadeRate,
            std::vector<float>(
                static_cast<std::size_t>(std::ceil(static_cast<double>(wave.samples.size()) * ratio)) + 1)};
  SRC_DATA job{};
  job.data_in = wave.samples.data();
  job.input_frames = static_cast<long>(wave.samples.size());
  job.data_out = made.samples.data();
  job.output_frames = static_cast<long>(made.samples.size());
  job.src_ratio = ratio;
  if (src_simple(&job, SRC_SINC_MEDIUM_QUALITY, 1) != 0)
    return fail(Errc::parse, "the recording's rate cannot be changed");
  made.samples.resize(static_cast<std::size_t>(job.output_frames_gen));
  return made;
}

Result<std::string> encoded(const Wave& wave) {
  MemoryFile made;
  SF_INFO info{};
  info.samplerate = wave.rate;
  info.channels = 1;
  info.format = SF_FORMAT_OGG | SF_FORMAT_OPUS;
  {
    const SoundFile file = open_sound(made, SFM_WRITE, info);
    // The library counts bits a second from 6,000 to 256,000, the other way round.
    double thrift = (256'000 - kMadeBitsASecond) / 250'000;
    const auto count = static_cast<sf_count_t>(wave.samples.size());
    if (!file || sf_command(file.get(), SFC_SET_COMPRESSION_LEVEL, &thrift, sizeof thrift) != SF_TRUE ||
        sf_writef_float(file.get(), wave.samples.data(), count) != count)
      return fail(Errc::internal, "the recording cannot be written as Opus");
  }
  return std::move(made.bytes);
}

}  // namespace

Result<std::string> recording_anew(std::string sent) {
  TRY(Wave wave, decoded(std::move(sent)));
  TRY(wave, at_made_rate(std::move(wave)));
  TRY_VOID(level(wave));
  return encoded(wave);
}

}  // namespace conglang::voice
