// Folding, sort keys and reading aloud take any bytes, and give nothing for what is not UTF-8. What they give
// is UTF-8, speech is NFC, and words are never empty.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/base/utf8.h"
#include "content/text/fold.h"
#include "content/text/order.h"
#include "content/text/spoken.h"

using namespace conglang;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string folded = fold(text);
  const std::string spoken = speak(text);
  const std::string key = sort_key(text);
  if (!is_valid_utf8(text)) {
    require(folded.empty() && spoken.empty() && key.empty());
    return 0;
  }
  require(is_valid_utf8(folded) && is_nfc(spoken));
  for (const std::string_view word : split_words(folded)) require(!word.empty());
  require(unify_final_y(folded).size() == folded.size());
  return 0;
}
