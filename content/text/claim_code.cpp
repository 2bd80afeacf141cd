#include "content/text/claim_code.h"

namespace conglang {
namespace {

// Bytes from here on would make the first signs likelier than the others.
constexpr std::size_t kFair = 256 - 256 % kClaimSigns.size();

}  // namespace

std::optional<std::string> claim_code_from(std::string_view random) {
  std::string code;
  for (const char c : random) {
    const std::size_t byte = static_cast<unsigned char>(c);
    if (byte >= kFair) continue;
    code += kClaimSigns[byte % kClaimSigns.size()];
    if (code.size() == kClaimCodeLength) return code;
  }
  return std::nullopt;
}

std::optional<std::string> read_claim_code(std::string_view typed) {
  std::string code;
  for (char c : typed) {
    if (c == ' ' || c == '-') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (kClaimSigns.find(c) == std::string_view::npos || code.size() == kClaimCodeLength) return std::nullopt;
    code += c;
  }
  return code.size() == kClaimCodeLength ? std::optional(code) : std::nullopt;
}

std::string spell_claim_code(std::string_view code) {
  constexpr std::size_t kHalf = kClaimCodeLength / 2;
  if (code.size() != kClaimCodeLength) return std::string(code);
  return std::string(code.substr(0, kHalf)) + "-" + std::string(code.substr(kHalf));
}

}  // namespace conglang
