#include "kiosk/machine/believed_clock.h"

#include <algorithm>
#include <string_view>

#include "content/base/file.h"

namespace conglang::machine {
namespace {

constexpr std::uintmax_t kMaxFloorBytes = 64;

// The file that the agent keeps (sync/client/data_folder.h).
Instant last_trusted(const std::filesystem::path& data) {
  const auto text = read_file(data / "time-floor", kMaxFloorBytes);
  if (!text) return Instant{};
  return parse_instant(std::string_view(*text).substr(0, text->find('\n'))).value_or(Instant{});
}

}  // namespace

BelievedClock::BelievedClock(Instant built, const std::filesystem::path& data)
    : floor_(std::max(built, last_trusted(data))) {}

void BelievedClock::raise(Instant instant) {
  if (instant <= floor_) return;
  floor_ = instant;
  floor_at_ = std::chrono::seconds{-1};
}

BelievedClock::Reading BelievedClock::read(Instant system, std::chrono::seconds running) {
  if (system >= floor_) return {system, true};
  if (floor_at_.count() < 0) floor_at_ = running;
  return {floor_ + (running - floor_at_), false};
}

}  // namespace conglang::machine
