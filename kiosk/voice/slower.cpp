#include "kiosk/voice/slower.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace conglang::voice {
namespace {

constexpr int kHopsASecond = 50;   // windows of two hops, 40 ms: several periods of the lowest voice
constexpr int kReachASecond = 80;  // how far a window may be shifted, 12.5 ms: a period of the lowest voice
constexpr std::size_t kCoarse = 4;

class Stretcher {
 public:
  explicit Stretcher(const Sound& sound)
      : in_(sound.samples),
        hop_(static_cast<std::size_t>(sound.rate / kHopsASecond)),
        reach_(static_cast<std::size_t>(sound.rate / kReachASecond)) {}

  std::vector<std::int16_t> run() {
    const auto length = static_cast<std::size_t>(static_cast<double>(in_.size()) * kSlowness);
    out_.assign(length + 2 * hop_, 0);
    std::size_t from = 0;
    for (std::size_t at = 0; at < length; at += hop_) {
      const auto wanted = static_cast<std::size_t>(static_cast<double>(at) / kSlowness);
      // What would follow the window before, were nothing stretched, is what the next one should be like.
      from = at == 0 ? 0 : most_alike(from + hop_, wanted);
      add_window(from, at);
    }
    std::vector<std::int16_t> samples(length);
    std::ranges::transform(
        out_.begin(), out_.begin() + static_cast<std::ptrdiff_t>(length), samples.begin(), [](float value) {
          return static_cast<std::int16_t>(std::clamp(std::lround(value), -32'768L, 32'767L));
        });
    return samples;
  }

 private:
  float at(std::size_t i) const { return i < in_.size() ? static_cast<float>(in_[i]) : 0; }

  float likeness(std::size_t a, std::size_t b, std::size_t step) const {
    float sum = 0;
    for (std::size_t i = 0; i < hop_; i += step) sum += at(a + i) * at(b + i);
    return sum;
  }

  // The place around `wanted` where the sound is most like that at `model`: roughly first, then exactly.
  std::size_t most_alike(std::size_t model, std::size_t wanted) const {
    const std::size_t first = wanted - std::min(wanted, reach_);
    const std::size_t rough = best(model, first, wanted + reach_, kCoarse);
    return best(model, std::max(first, rough - std::min(rough, kCoarse)), rough + kCoarse, 1);
  }

  std::size_t best(std::size_t model, std::size_t first, std::size_t last, std::size_t step) const {
    std::size_t found = first;
    float most = likeness(model, first, kCoarse);
    for (std::size_t place = first + step; place <= last; place += step) {
      const float now = likeness(model, place, kCoarse);
      if (now <= most) continue;
      most = now;
      found = place;
    }
    return found;
  }

  // Hann windows a hop apart add up to one; the first has nothing before it to fade in from.
  void add_window(std::size_t from, std::size_t to) {
    for (std::size_t i = 0; i < 2 * hop_; ++i) {
      const double turn = std::numbers::pi * static_cast<double>(i) / static_cast<double>(hop_);
      const bool start = to == 0 && i < hop_;
      out_[to + i] += at(from + i) * (start ? 1.0F : static_cast<float>(0.5 - 0.5 * std::cos(turn)));
    }
  }

  const std::vector<std::int16_t>& in_;
  std::size_t hop_;
  std::size_t reach_;
  std::vector<float> out_;
};

}  // namespace

Sound slower(const Sound& sound) {
  return {sound.rate, Stretcher(sound).run()};
}

}  // namespace conglang::voice
