#include "kiosk/voice/slower.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include "kiosk/voice/synthesiser.h"

using namespace conglang;
using namespace conglang::voice;

namespace {

Sound tone(double pitch, double seconds, int rate) {
  Sound sound{rate, {}};
  for (int i = 0; i < static_cast<int>(seconds * rate); ++i)
    sound.samples.push_back(
        static_cast<std::int16_t>(8'000 * std::sin(2 * std::numbers::pi * pitch * i / rate)));
  return sound;
}

double seconds(const Sound& sound) {
  return static_cast<double>(sound.samples.size()) / sound.rate;
}

double pitch(const Sound& sound) {
  int crossings = 0;
  for (std::size_t i = 1; i < sound.samples.size(); ++i)
    crossings += sound.samples[i - 1] < 0 && sound.samples[i] >= 0 ? 1 : 0;
  return crossings / seconds(sound);
}

double loudness(const Sound& sound) {
  double sum = 0;
  for (const std::int16_t sample : sound.samples) sum += static_cast<double>(sample) * sample;
  return std::sqrt(sum / static_cast<double>(sound.samples.size()));
}

}  // namespace

TEST_CASE("slower takes longer at the same pitch and loudness", "[voice]") {
  for (const double high : {90.0, 200.0, 440.0}) {
    const Sound sound = tone(high, 2, 24'000);
    const Sound stretched = slower(sound);
    CHECK(std::abs(seconds(stretched) / seconds(sound) - kSlowness) < 0.01);
    CHECK(std::abs(pitch(stretched) / high - 1) < 0.03);
    CHECK(std::abs(loudness(stretched) / loudness(sound) - 1) < 0.1);
  }
}

TEST_CASE("speech said more slowly is as loud as it was", "[voice]") {
  const auto spoken = Synthesiser().say({"giấy chứng sinh, nộp một bản chính", "vi", Pace::normal});
  REQUIRE(spoken);
  const Sound stretched = slower(*spoken);
  CHECK(std::abs(loudness(stretched) / loudness(*spoken) - 1) < 0.15);
}

TEST_CASE("what is very short, silent or empty is no harm", "[voice]") {
  CHECK(slower({24'000, {}}).samples.empty());
  CHECK(slower({8'000, {5}}).samples.size() == 1);
  const Sound silence = slower({22'050, std::vector<std::int16_t>(22'050, 0)});
  CHECK(std::ranges::all_of(silence.samples, [](std::int16_t sample) { return sample == 0; }));
}
