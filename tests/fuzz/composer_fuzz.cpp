// Whatever is typed and deleted, in any method: the text stays NFC, a refused key changes nothing, a
// backspace takes exactly the last letter, and deleting everything leaves nothing behind.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>

#include "content/base/utf8.h"
#include "content/text/composer.h"

using namespace conglang;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::u32string shown(const Composer& composer) {
  const std::string text = composer.text();
  require(is_nfc(text));
  return to_code_points(text).value();
}

void backspace(Composer& composer) {
  std::u32string before = shown(composer);
  require(composer.backspace() == !before.empty());
  std::u32string after = shown(composer);
  if (before.empty()) return;
  before.pop_back();
  for (char32_t& each : before) each = split_tone(to_lower(each)).letter;
  for (char32_t& each : after) each = split_tone(to_lower(each)).letter;
  require(before == after);
}

void press(Composer& composer, char32_t key) {
  const Composer before = composer;
  if (!composer.press(key)) require(composer == before);
  require(to_code_points(composer.raw()).value().size() <= Composer::kMaxKeys);
}

Composer make_composer(std::uint8_t choice) {
  constexpr InputMethod kMethods[] = {InputMethod::plain, InputMethod::telex, InputMethod::telex_w,
                                      InputMethod::vni};
  return Composer(kMethods[choice % 4], choice & 4 ? ToneStyle::traditional : ToneStyle::modern);
}

}  // namespace

// The first byte chooses method and style; of the others 8 is a backspace, those up to 127 are keys, the rest
// are accented letters.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  Composer composer = make_composer(data[0]);
  for (const std::uint8_t byte : std::span(data + 1, size - 1)) {
    constexpr std::uint8_t kBackspace = 8;
    constexpr char32_t kFirstAccented = 0x1EA0;
    if (byte == kBackspace)
      backspace(composer);
    else
      press(composer, byte < 0x80 ? byte : kFirstAccented + (byte - 0x80U));
  }
  while (!composer.empty()) backspace(composer);
  require(composer.text().empty() && composer.raw().empty());
  return 0;
}
