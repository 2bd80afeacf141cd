#include "kiosk/machine/panel_size.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <system_error>

#include "content/base/file.h"

namespace conglang::machine {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kHeader("\x00\xff\xff\xff\xff\xff\xff\x00", 8);
constexpr std::size_t kBlockBytes = 128;
constexpr std::uintmax_t kMaxEdidBytes = 256 * kBlockBytes;
constexpr double kMmPerInch = 25.4;
constexpr double kLeastInches = 7;
constexpr double kMostInches = 120;
// Two panels that show the same picture may be of one kind and round differently.
constexpr double kSameInches = 0.5;

struct SizeMm {
  int width = 0;
  int height = 0;
};

int byte_at(std::string_view edid, std::size_t at) {
  return static_cast<unsigned char>(edid[at]);
}

// A block's bytes add up to 0 modulo 256.
bool is_whole(std::string_view edid) {
  if (edid.size() < kBlockBytes || !edid.starts_with(kHeader)) return false;
  unsigned sum = 0;
  for (std::size_t i = 0; i < kBlockBytes; ++i) sum += static_cast<unsigned>(byte_at(edid, i));
  return sum % 256 == 0;
}

// Bytes 21 and 22: whole centimetres; 0 in either is a proportion, or no size at all.
SizeMm size_in_cm(std::string_view edid) {
  return {byte_at(edid, 21) * 10, byte_at(edid, 22) * 10};
}

// The first detailed timing, at byte 54, says it to the millimetre; a descriptor of another kind has no
// clock.
SizeMm size_in_mm(std::string_view edid) {
  constexpr std::size_t kTiming = 54;
  if (byte_at(edid, kTiming) == 0 && byte_at(edid, kTiming + 1) == 0) return {};
  const int high = byte_at(edid, kTiming + 14);
  return {byte_at(edid, kTiming + 12) | (high & 0xf0) << 4, byte_at(edid, kTiming + 13) | (high & 0x0f) << 8};
}

// "16 x 9", in centimetres or with a zero more: what stands there for want of a size.
bool is_proportion(const SizeMm& size) {
  constexpr std::array<SizeMm, 4> kProportions = {{{160, 90}, {160, 100}, {1600, 900}, {1600, 1000}}};
  return std::ranges::any_of(
      kProportions, [&](const SizeMm& one) { return one.width == size.width && one.height == size.height; });
}

// Both tell one size when they differ by less than the centimetre that was rounded off.
bool agree(const SizeMm& coarse, const SizeMm& fine) {
  return std::abs(coarse.width - fine.width) < 10 && std::abs(coarse.height - fine.height) < 10;
}

std::optional<double> inches_of_connector(const fs::path& connector) {
  const auto status = read_file(connector / "status", 64);
  if (!status || !status->starts_with("connected")) return std::nullopt;
  const auto edid = read_file(connector / "edid", kMaxEdidBytes);
  return edid ? inches_of_edid(*edid) : std::nullopt;
}

}  // namespace

std::optional<double> inches_of_edid(std::string_view edid) {
  if (!is_whole(edid)) return std::nullopt;
  const SizeMm coarse = size_in_cm(edid);
  if (coarse.width == 0 || coarse.height == 0 || is_proportion(coarse)) return std::nullopt;
  const SizeMm fine = size_in_mm(edid);
  const SizeMm& size = agree(coarse, fine) ? fine : coarse;
  const double inches = std::hypot(size.width, size.height) / kMmPerInch;
  if (inches < kLeastInches || inches > kMostInches) return std::nullopt;
  return inches;
}

std::optional<double> panel_inches(const fs::path& connectors) {
  std::optional<double> found;
  std::error_code error;
  fs::directory_iterator entry(connectors, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const auto inches = inches_of_connector(entry->path());
    if (!inches) continue;
    if (found && std::abs(*found - *inches) > kSameInches) return std::nullopt;
    found = inches;
  }
  return found;
}

}  // namespace conglang::machine
