#include "kiosk/qr/qr.h"

#include <qrencode.h>

#include <algorithm>
#include <cerrno>
#include <string>

#include "content/base/handle.h"

namespace conglang::qr {
namespace {

using CHandle = Handle<QRcode, QRcode_free>;

QRecLevel to_library(Level level) {
  switch (level) {
    case Level::L:
      return QR_ECLEVEL_L;
    case Level::M:
      return QR_ECLEVEL_M;
    case Level::Q:
      return QR_ECLEVEL_Q;
    case Level::H:
      return QR_ECLEVEL_H;
  }
  return QR_ECLEVEL_L;
}

/// The library takes `version` as the least it may use; 0 lets it choose. Null when it does not fit.
CHandle encode_bytes(const std::string& payload, int version, Level level) {
  return CHandle(QRcode_encodeString8bit(payload.c_str(), version, to_library(level)));
}

Code to_code(const QRcode& raw, Level level) {
  Code code{.version = raw.version, .level = level, .size = raw.width, .modules = {}};
  const std::size_t count = static_cast<std::size_t>(raw.width) * static_cast<std::size_t>(raw.width);
  code.modules.reserve(count);
  for (std::size_t i = 0; i < count; ++i) code.modules.push_back((raw.data[i] & 1U) != 0);
  return code;
}

}  // namespace

Result<Code> encode(std::string_view payload) {
  if (payload.empty()) return fail(Errc::invalid, "A QR code needs a text; the one given is empty");
  if (payload.find('\0') != std::string_view::npos)
    return fail(Errc::invalid, "A QR code's text may not hold a NUL byte; remove it");
  if (payload.size() > kMaxPayloadBytes)
    return fail(Errc::too_large, "A QR code holds {} bytes, this text has {}; shorten it", kMaxPayloadBytes,
                payload.size());
  const std::string text(payload);
  const CHandle smallest = encode_bytes(text, 0, Level::L);
  if (!smallest) return fail(Errc::internal, "libqrencode refused {} bytes (errno {})", text.size(), errno);
  for (const Level level : {Level::H, Level::Q, Level::M}) {
    const CHandle stronger = encode_bytes(text, smallest->version, level);
    if (stronger && stronger->version == smallest->version) return to_code(*stronger, level);
  }
  return to_code(*smallest, Level::L);
}

ModuleSize module_px(int size, int box_px, double mm_per_px) {
  const int fits = std::max(1, box_px / (size + 2 * kQuietZone));
  const int under_ceiling = std::max(1, static_cast<int>(kMaxModuleMm / mm_per_px));
  const int aim = std::clamp(static_cast<int>(kAimModuleMm / mm_per_px + 0.5), 1, under_ceiling);
  const int floor = static_cast<int>(kFloorModuleMm / mm_per_px + 0.999);
  const int useful = static_cast<int>(kMaxCodeMm / mm_per_px / size);
  const int px = std::min(fits, std::max(std::min(aim, useful), floor));
  return {.px = std::max(1, px), .below_floor = px * mm_per_px < kFloorModuleMm};
}

}  // namespace conglang::qr
