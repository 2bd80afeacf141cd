#include "sync/agent/pause.h"

#include <algorithm>

namespace conglang::agent {
namespace {

using std::chrono::milliseconds;
using Fractional = std::chrono::duration<double, std::milli>;

constexpr milliseconds kShortest{1000};
constexpr std::chrono::seconds kFirstBound{10};
constexpr int kMostIntervals = 15;
constexpr int kMostDoublings = 20;

}  // namespace

milliseconds next_pause(std::chrono::seconds interval, int failures, double chance) {
  if (failures == 0)
    return std::chrono::duration_cast<milliseconds>(Fractional(interval) * (0.9 + 0.2 * chance));
  const milliseconds first = std::min<milliseconds>(kFirstBound, 2 * interval);
  const milliseconds most = kMostIntervals * interval;
  const milliseconds bound = std::min(most, first * (1 << std::min(failures - 1, kMostDoublings)));
  return std::max(kShortest, std::chrono::duration_cast<milliseconds>(Fractional(bound) * chance));
}

}  // namespace conglang::agent
