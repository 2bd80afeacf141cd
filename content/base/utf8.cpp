#include "content/base/utf8.h"

#include <utf8proc.h>

#include <cstdlib>

#include "content/base/handle.h"

namespace conglang {

bool is_valid_utf8(std::string_view text) {
  const auto* next = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t code_point = 0;
    const utf8proc_ssize_t used = utf8proc_iterate(next, left, &code_point);
    if (used <= 0) return false;
    next += used;
    left -= used;
  }
  return true;
}

Result<std::string> to_nfc(std::string_view text) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const utf8proc_ssize_t length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                               static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  const Handle<utf8proc_uint8_t, std::free> owner(mapped);
  if (length < 0) return fail(Errc::parse, "the text is not valid UTF-8");
  return std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
}

bool is_nfc(std::string_view text) {
  const auto normal = to_nfc(text);
  return normal && *normal == text;
}

}  // namespace conglang
