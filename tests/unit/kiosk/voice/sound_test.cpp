#include "kiosk/voice/sound.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

using namespace conglang;
using namespace conglang::voice;

namespace {

std::string little(unsigned value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>((value >> (8 * i)) & 0xFFU);
  return text;
}

std::string wav(const std::string& samples, unsigned channels = 1, unsigned claimed = 0x7FFFF000,
                unsigned bits = 16) {
  return "RIFF" + little(claimed, 4) + "WAVEfmt " + little(16, 4) + little(1, 2) + little(channels, 2) +
         little(22050, 4) + little(44100, 4) + little(2, 2) + little(bits, 2) + "data" + little(claimed, 4) +
         samples;
}

int peak(const Sound& sound) {
  int most = 0;
  for (const std::int16_t sample : sound.samples) most = std::max(most, std::abs(int{sample}));
  return most;
}

}  // namespace

TEST_CASE("a WAV file whose lengths were written before its end is read to its end", "[voice]") {
  const auto sound = read_wav(wav(little(100, 2) + little(0xFFFF, 2)));
  REQUIRE(sound);
  CHECK(sound->rate == 22050);
  CHECK(sound->samples == std::vector<std::int16_t>{100, -1});
}

TEST_CASE("two channels become one, and half a sample at the end is left", "[voice]") {
  const auto sound = read_wav(wav(little(100, 2) + little(300, 2) + "x", 2));
  REQUIRE(sound);
  CHECK(sound->samples == std::vector<std::int16_t>{200});
}

TEST_CASE("what is no sound of ours is refused", "[voice]") {
  const std::string good = wav(little(100, 2));
  for (const std::string& bytes : {std::string(), std::string("RIFF"), good.substr(0, 20), good.substr(0, 44),
                                   wav("ab", 3), wav("ab", 0), wav("ab", 1, 2, 8), std::string(200, 'R')}) {
    const auto sound = read_wav(bytes);
    REQUIRE_FALSE(sound);
    CHECK(sound.error().code == Errc::parse);
  }
  CHECK(read_wav(wav(std::string(2 * kMaxSamples + 2, 'a'))).error().code == Errc::too_large);
}

TEST_CASE("the loudest step comes 1 dB near clipping and never over it, each step below is half", "[voice]") {
  for (const std::int16_t loud : {std::int16_t{32767}, std::int16_t{-32768}, std::int16_t{500}}) {
    const Sound sound{22050, {0, loud, 3}};
    CHECK(peak(at_loudness(sound, kLoudest)) == kHighestPeak);
    CHECK(std::abs(peak(at_loudness(sound, kLoudest - 1)) - kHighestPeak / 2) <= 1);
    CHECK(peak(at_loudness(sound, 99)) == kHighestPeak);
    CHECK(std::abs(peak(at_loudness(sound, -1)) - kHighestPeak / 8) <= 1);
  }
  CHECK(peak(at_loudness({22050, {0, 0}}, kLoudest)) == 0);
}
