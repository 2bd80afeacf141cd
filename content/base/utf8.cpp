#include "content/base/utf8.h"

#include <utf8proc.h>

#include <array>
#include <cstdlib>

#include "content/base/handle.h"

namespace conglang {

namespace {

Result<std::string> normalise(std::string_view text, utf8proc_option_t form) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | form);
  const utf8proc_ssize_t length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                               static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  const Handle<utf8proc_uint8_t, std::free> owner(mapped);
  if (length < 0) return fail(Errc::parse, "the text is not valid UTF-8");
  return std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
}

/// Calls `take` with each code point; false at the first byte that is not UTF-8.
template <typename Take>
bool for_each_code_point(std::string_view text, Take take) {
  const auto* next = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t code_point = 0;
    const utf8proc_ssize_t used = utf8proc_iterate(next, left, &code_point);
    if (used <= 0) return false;
    take(static_cast<char32_t>(code_point));
    next += used;
    left -= used;
  }
  return true;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  return for_each_code_point(text, [](char32_t) {});
}

Result<std::string> to_nfc(std::string_view text) {
  return normalise(text, UTF8PROC_COMPOSE);
}

Result<std::string> to_nfd(std::string_view text) {
  return normalise(text, UTF8PROC_DECOMPOSE);
}

bool is_nfc(std::string_view text) {
  const auto normal = to_nfc(text);
  return normal && *normal == text;
}

Result<std::u32string> to_code_points(std::string_view text) {
  std::u32string code_points;
  code_points.reserve(text.size());
  if (!for_each_code_point(text, [&](char32_t each) { code_points.push_back(each); }))
    return fail(Errc::parse, "the text is not valid UTF-8");
  return code_points;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string text;
  text.reserve(code_points.size());
  for (const char32_t each : code_points) {
    const auto code_point = static_cast<utf8proc_int32_t>(each);
    if (!utf8proc_codepoint_valid(code_point)) continue;
    std::array<utf8proc_uint8_t, 4> bytes{};
    const utf8proc_ssize_t length = utf8proc_encode_char(code_point, bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
  }
  return text;
}

char32_t to_lower(char32_t code_point) {
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point)));
}

char32_t to_upper(char32_t code_point) {
  return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(code_point)));
}

CharKind char_kind(char32_t code_point) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) return CharKind::letter;
  if (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME) return CharKind::mark;
  if (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO) return CharKind::number;
  return category == UTF8PROC_CATEGORY_CF ? CharKind::format : CharKind::other;
}

}  // namespace conglang
