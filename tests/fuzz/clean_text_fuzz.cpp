// Any bytes as a text: clean text is NFC, trimmed, of single spaces, and stays as it is when cleaned again.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/base/utf8.h"
#include "content/guide/clean_text.h"

using namespace conglang;
using namespace conglang::guide;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(std::string_view bytes, LineBreaks breaks) {
  const auto text = clean_text(bytes, breaks);
  if (!text) return require(!text.error().message.empty());
  require(is_valid_utf8(bytes) && is_nfc(*text));
  require(!text->starts_with(' ') && !text->ends_with(' ') && text->find("  ") == std::string::npos);
  require(clean_text(*text, breaks) == *text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(bytes, LineBreaks::to_space);
  check(bytes, LineBreaks::keep_one);
  return 0;
}
