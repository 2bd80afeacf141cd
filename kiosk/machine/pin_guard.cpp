#include "kiosk/machine/pin_guard.h"

#include <time.h>

#include <algorithm>
#include <charconv>
#include <system_error>

#include "content/base/file.h"
#include "kiosk/machine/pin.h"

namespace conglang::machine {
namespace {

using std::chrono::seconds;

constexpr int kFree = 3;
constexpr seconds kFirst{30};
constexpr seconds kLongest{3600};
constexpr int kMostCounted = 1000;
constexpr std::uintmax_t kMaxFileBytes = 64;

std::filesystem::path attempts_file(const std::filesystem::path& data) {
  return data / "staff-attempts";
}

// A number that cannot be read was written by somebody else: the longest wait.
int parse_failures(const std::string& text) {
  int count = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), count);
  if (parsed.ec != std::errc() || count < 0) return kMostCounted;
  return std::min(count, kMostCounted);
}

}  // namespace

RunningTime running_time() {
  timespec time{};
  ::clock_gettime(CLOCK_BOOTTIME, &time);
  return seconds{time.tv_sec};
}

seconds back_off(int failures) {
  if (failures < kFree) return seconds{0};
  const int doublings = std::min(failures - kFree, 16);
  return std::min(kLongest, kFirst * (1 << doublings));
}

int PinGuard::failures() const {
  const auto text = read_file(attempts_file(data_), kMaxFileBytes);
  if (text) return parse_failures(*text);
  return text.error().code == Errc::not_found ? 0 : kMostCounted;
}

seconds PinGuard::wait(RunningTime now) const {
  return std::max(seconds{0}, since_ + back_off(failures() + unwritten_) - now);
}

Result<PinVerdict> PinGuard::try_pin(std::string_view pin, RunningTime now) {
  if (!has_pin(data_)) return PinVerdict::unset;
  if (wait(now) > seconds{0}) return PinVerdict::too_soon;
  since_ = now;
  const int attempt = std::min(failures() + 1, kMostCounted);
  if (auto written = write_file_atomically(attempts_file(data_), std::to_string(attempt) + "\n", 0600);
      !written) {
    ++unwritten_;
    return tl::unexpected<Error>(std::move(written).error());
  }
  TRY(const bool right, is_pin(data_, pin));
  if (!right) return PinVerdict::wrong;
  unwritten_ = 0;
  TRY_VOID(forget_attempts(data_));
  return PinVerdict::right;
}

Result<void> PinGuard::forget_attempts(const std::filesystem::path& data) {
  std::error_code error;
  std::filesystem::remove(attempts_file(data), error);
  if (error) return fail(Errc::io, "removing {}: {}", attempts_file(data).string(), error.message());
  return {};
}

}  // namespace conglang::machine
