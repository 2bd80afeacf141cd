#include "content/import/text_encoding.h"

#include <algorithm>
#include <array>
#include <optional>

#include "content/base/utf8.h"

namespace conglang::import {
namespace {

constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";
constexpr std::string_view kSaveAgain =
    "mở tệp trong Excel, chọn Lưu thành (Save As) và kiểu \"CSV UTF-8\", rồi nhập lại";

enum class ByteOrder { little, big };

std::optional<std::string> from_utf16(std::string_view bytes, ByteOrder order) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::u32string out;
  char32_t high = 0;
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    const auto unit =
        static_cast<char32_t>(order == ByteOrder::little ? first | second << 8U : first << 8U | second);
    const bool is_high = unit >= 0xd800 && unit < 0xdc00;
    const bool is_low = unit >= 0xdc00 && unit < 0xe000;
    if (is_low != (high != 0)) return std::nullopt;  // half of a pair
    if (is_low) out.push_back(0x10000 + ((high - 0xd800) << 10U) + (unit - 0xdc00));
    if (!is_high && !is_low) out.push_back(unit);
    high = is_high ? unit : 0;
  }
  if (high != 0) return std::nullopt;
  return to_utf8(out);
}

// Plain ASCII in UTF-16 has a zero in every other byte; so have tables, which are full of separators.
std::optional<ByteOrder> unmarked_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  if (odd > head.size() / 8 && odd > 4 * even) return ByteOrder::little;
  if (even > head.size() / 8 && even > 4 * odd) return ByteOrder::big;
  return std::nullopt;
}

constexpr char32_t kNone = 0;

// 0x80 to 0x9f of Windows-1258 (Microsoft's cp1258 table); kNone: stands for nothing.
constexpr std::array<char32_t, 32> kWindowsLow{
    0x20ac, kNone,  0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, kNone,
    0x2039, 0x0152, kNone,  kNone,  kNone,  kNone,  0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, kNone,  0x203a, 0x0153, kNone,  kNone,  0x0178};

// Where 0xa0 to 0xff of Windows-1258 are not those of Latin-1: five tones stand behind their vowel.
char32_t windows_high(unsigned char byte) {
  switch (byte) {
    case 0xc3:
      return 0x0102;  // Ă
    case 0xcc:
      return 0x0300;
    case 0xd0:
      return 0x0110;  // Đ
    case 0xd2:
      return 0x0309;
    case 0xd5:
      return 0x01a0;  // Ơ
    case 0xdd:
      return 0x01af;  // Ư
    case 0xde:
      return 0x0303;
    case 0xe3:
      return 0x0103;
    case 0xec:
      return 0x0301;
    case 0xf0:
      return 0x0111;
    case 0xf2:
      return 0x0323;
    case 0xf5:
      return 0x01a1;
    case 0xfd:
      return 0x01b0;
    case 0xfe:
      return 0x20ab;
    default:
      return byte;
  }
}

bool is_tone(char32_t letter) {
  return letter == 0x0300 || letter == 0x0301 || letter == 0x0303 || letter == 0x0309 || letter == 0x0323;
}

bool is_vowel(char32_t letter) {
  constexpr std::u32string_view kVowels = U"aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
  return kVowels.find(letter) != std::u32string_view::npos;
}

// Nothing when a byte stands for nothing, or a tone does not stand behind a vowel: another encoding.
std::optional<std::string> from_windows1258(std::string_view bytes) {
  std::u32string out;
  bool any_vietnamese = false;
  for (const char one : bytes) {
    const auto byte = static_cast<unsigned char>(one);
    const char32_t letter = byte < 0x80   ? static_cast<char32_t>(byte)
                            : byte < 0xa0 ? kWindowsLow.at(byte - 0x80U)
                                          : windows_high(byte);
    if (letter == kNone) return std::nullopt;
    if (is_tone(letter) && (out.empty() || !is_vowel(out.back()))) return std::nullopt;
    any_vietnamese = any_vietnamese || (byte >= 0xa0 && letter != byte);
    out.push_back(letter);
  }
  if (!any_vietnamese) return std::nullopt;
  const auto composed = to_nfc(to_utf8(out));
  return composed ? std::optional<std::string>(*composed) : std::nullopt;
}

struct Utf8Census {
  std::size_t good = 0;  // letters of more than one byte
  std::size_t bad = 0;   // bytes that belong to none
  std::size_t first_bad = 0;
};

Utf8Census count_utf8(std::string_view bytes) {
  Utf8Census out;
  for (std::size_t i = 0; i < bytes.size();) {
    std::size_t length = 1;
    while (length <= 4 && !is_valid_utf8(bytes.substr(i, length))) ++length;
    if (length > 4) {
      if (out.bad++ == 0) out.first_bad = i;
      ++i;
      continue;
    }
    if (length > 1) ++out.good;
    i += length;
  }
  return out;
}

Result<DecodedText> converted_utf16(std::string_view bytes, ByteOrder order, std::string_view where) {
  auto text = from_utf16(bytes, order);
  if (!text) return fail(Errc::parse, "{}: tệp UTF-16 hỏng hoặc bị cắt giữa chừng; {}", where, kSaveAgain);
  return DecodedText{std::move(*text), TextEncoding::utf16};
}

}  // namespace

Result<DecodedText> decode_text(std::string_view bytes, std::string_view where) {
  if (bytes.starts_with("\xff\xfe")) return converted_utf16(bytes.substr(2), ByteOrder::little, where);
  if (bytes.starts_with("\xfe\xff")) return converted_utf16(bytes.substr(2), ByteOrder::big, where);
  if (const auto order = unmarked_utf16(bytes)) return converted_utf16(bytes, *order, where);
  const std::string_view plain = bytes.starts_with(kUtf8Mark) ? bytes.substr(kUtf8Mark.size()) : bytes;
  if (is_valid_utf8(plain)) return DecodedText{std::string(plain), TextEncoding::utf8};
  const Utf8Census census = count_utf8(plain);
  if (census.bad > census.good) {
    if (auto text = from_windows1258(plain)) return DecodedText{std::move(*text), TextEncoding::windows1258};
  }
  const auto end = plain.begin() + static_cast<std::ptrdiff_t>(census.first_bad);
  return fail(Errc::parse, "{}:{}: chữ không phải UTF-8 (có thể là TCVN3, VNI hoặc tệp hỏng); {}", where,
              1 + std::count(plain.begin(), end, '\n'), kSaveAgain);
}

}  // namespace conglang::import
