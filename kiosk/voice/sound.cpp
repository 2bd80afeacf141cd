#include "kiosk/voice/sound.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace conglang::voice {
namespace {

constexpr std::size_t kRiffHeader = 12;
constexpr std::size_t kChunkHeader = 8;
constexpr std::size_t kFormatBytes = 16;
constexpr unsigned kPcm = 1;

unsigned little(std::string_view bytes, std::size_t at, std::size_t count) {
  unsigned value = 0;
  for (std::size_t i = 0; i < count; ++i)
    value |= static_cast<unsigned>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

void append(std::string& bytes, unsigned value, int size) {
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
}

/// The body of the first chunk called `name`; cut where the file ends.
std::optional<std::string_view> chunk(std::string_view bytes, std::string_view name) {
  for (std::size_t at = kRiffHeader; at + kChunkHeader <= bytes.size();) {
    const std::size_t length = little(bytes, at + 4, 4);
    const std::string_view body = bytes.substr(at + kChunkHeader, length);
    if (bytes.substr(at, 4) == name) return body;
    at += kChunkHeader + length + length % 2;
  }
  return std::nullopt;
}

std::int16_t sample(std::string_view bytes, std::size_t at) {
  return static_cast<std::int16_t>(little(bytes, at, 2));
}

/// One channel; of two, their mean.
std::vector<std::int16_t> samples_of(std::string_view data, std::size_t channels) {
  std::vector<std::int16_t> samples;
  samples.reserve(data.size() / 2 / channels);
  for (std::size_t at = 0; at + 2 * channels <= data.size(); at += 2 * channels) {
    const int sum = sample(data, at) + (channels == 2 ? sample(data, at + 2) : sample(data, at));
    samples.push_back(static_cast<std::int16_t>(sum / 2));
  }
  return samples;
}

int peak_of(const Sound& sound) {
  int peak = 0;
  for (const std::int16_t value : sound.samples) peak = std::max(peak, std::abs(int{value}));
  return peak;
}

}  // namespace

Result<Sound> read_wav(std::string_view bytes) {
  if (!bytes.starts_with("RIFF") || bytes.size() < kRiffHeader || bytes.substr(8, 4) != "WAVE")
    return fail(Errc::parse, "the recording is not a WAV file");
  const auto format = chunk(bytes, "fmt ");
  const auto data = chunk(bytes, "data");
  if (!format || format->size() < kFormatBytes || !data)
    return fail(Errc::parse, "the WAV file lacks its format or its samples");
  const std::size_t channels = little(*format, 2, 2);
  const unsigned rate = little(*format, 4, 4);
  if (little(*format, 0, 2) != kPcm || little(*format, 14, 2) != 16 || channels < 1 || channels > 2 ||
      rate < 8'000 || rate > 48'000)
    return fail(Errc::parse, "the WAV file must hold 16-bit samples, one or two channels, 8 to 48 kHz");
  if (data->size() / 2 / channels > kMaxSamples)
    return fail(Errc::too_large, "the recording is longer than a sentence may be");
  Sound sound{static_cast<int>(rate), samples_of(*data, channels)};
  if (sound.samples.empty()) return fail(Errc::parse, "the WAV file holds no sound");
  return sound;
}

std::string write_wav(const Sound& sound) {
  const auto rate = static_cast<unsigned>(sound.rate);
  const auto bytes = static_cast<unsigned>(2 * sound.samples.size());
  std::string wav = "RIFF";
  append(wav, bytes + 36, 4);
  wav += "WAVEfmt ";
  append(wav, kFormatBytes, 4);
  append(wav, kPcm, 2);
  append(wav, 1, 2);
  append(wav, rate, 4);
  append(wav, 2 * rate, 4);
  append(wav, 2, 2);
  append(wav, 16, 2);
  wav += "data";
  append(wav, bytes, 4);
  for (const std::int16_t value : sound.samples) append(wav, static_cast<std::uint16_t>(value), 2);
  return wav;
}

Sound at_loudness(Sound sound, int step) {
  const int peak = peak_of(sound);
  if (peak == 0) return sound;
  const double wanted = kHighestPeak * std::pow(0.5, kLoudest - std::clamp(step, 1, kLoudest));
  const double gain = wanted / peak;
  for (std::int16_t& value : sound.samples)
    value = static_cast<std::int16_t>(
        std::clamp(std::lround(value * gain), -long{kHighestPeak}, long{kHighestPeak}));
  return sound;
}

}  // namespace conglang::voice
