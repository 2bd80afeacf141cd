#include "content/guide/recording.h"

#include <cstdint>
#include <optional>

#include "content/guide/object_reader.h"

namespace conglang::guide {
namespace {

constexpr std::size_t kPageHead = 27;

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i > 0; --i)
    value = value << 8U | static_cast<unsigned char>(bytes[i - 1]);
  return value;
}

/// RFC 3533, section 6.
struct Page {
  bool first = false;
  std::uint64_t position = 0;  // of the last packet that ends in it; all ones: none does
  std::uint64_t stream = 0;
  std::string_view body;
};

// Takes a page off the front of `bytes`.
std::optional<Page> take_page(std::string_view& bytes) {
  if (!bytes.starts_with("OggS") || bytes.size() < kPageHead || bytes[4] != 0) return std::nullopt;
  const std::size_t segments = static_cast<unsigned char>(bytes[26]);
  if (bytes.size() < kPageHead + segments) return std::nullopt;
  std::size_t length = 0;
  for (const char c : bytes.substr(kPageHead, segments)) length += static_cast<unsigned char>(c);
  const std::size_t head = kPageHead + segments;
  if (bytes.size() < head + length) return std::nullopt;
  Page page{(static_cast<unsigned char>(bytes[5]) & 2U) != 0, little_endian(bytes.substr(6, 8)),
            little_endian(bytes.substr(14, 4)), bytes.substr(head, length)};
  bytes.remove_prefix(head + length);
  return page;
}

// Steps of a position that make a second. RFC 7845, section 4: Opus counts at 48 kHz whatever was recorded;
// Vorbis I, 4.2.2: its own rate.
std::optional<std::uint64_t> steps_a_second(std::string_view first_packet) {
  constexpr std::string_view kOpus = "OpusHead";
  constexpr std::string_view kVorbis("\x01vorbis\0\0\0\0", 11);
  if (first_packet.starts_with(kOpus) && first_packet.size() >= 19) return 48'000;
  if (!first_packet.starts_with(kVorbis) || first_packet.size() < 30) return std::nullopt;
  const std::uint64_t rate = little_endian(first_packet.substr(12, 4));
  return rate >= 8'000 && rate <= 48'000 ? std::optional(rate) : std::nullopt;
}

// The last position of a file that is one stream and nothing else.
std::optional<std::uint64_t> last_position(std::string_view bytes, std::uint64_t stream) {
  std::uint64_t last = 0;
  while (!bytes.empty()) {
    const auto page = take_page(bytes);
    if (!page || page->first || page->stream != stream) return std::nullopt;
    if (page->position == UINT64_MAX) continue;
    if (page->position < last) return std::nullopt;
    last = page->position;
  }
  return last;
}

}  // namespace

bool is_recording_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || !is_slug(name.substr(0, dot))) return false;
  const std::string_view extension = name.substr(dot);
  return extension == ".ogg" || extension == ".opus";
}

Result<Recording> inspect_recording(std::string_view bytes, std::string_view file) {
  if (bytes.size() > kMaxRecordingBytes) {
    return fail(Errc::too_large,
                "bản thu nặng {} byte, quá {} byte (1 MB); lưu lại thành Opus, một kênh, 32 kb/s",
                bytes.size(), kMaxRecordingBytes);
  }
  std::string_view rest = bytes;
  const auto head = take_page(rest);
  const auto rate = head && head->first ? steps_a_second(head->body) : std::nullopt;
  const auto end = rate ? last_position(rest, head->stream) : std::nullopt;
  if (!end || *end == 0) {
    return fail(
        Errc::invalid,
        "không phải bản thu Ogg (Opus hoặc Vorbis) còn nguyên vẹn; mở bằng chương trình thu âm rồi lưu "
        "lại thành .opus hoặc .ogg");
  }
  const std::uint64_t seconds = *end / *rate + (*end % *rate == 0 ? 0 : 1);
  if (seconds > kMaxRecordingSeconds) {
    return fail(Errc::too_large, "bản thu dài {} giây, quá {} giây; đọc gọn lại", seconds,
                kMaxRecordingSeconds);
  }
  return Recording{std::string(file), static_cast<int>(seconds), bytes.size()};
}

}  // namespace conglang::guide
