#include "content/base/fingerprint.h"

#include <fmt/format.h>

namespace conglang {

void Fingerprint::add_byte(unsigned char byte) {
  constexpr std::uint64_t kPrime = 0x100000001b3;
  state_ = (state_ ^ byte) * kPrime;
}

void Fingerprint::add(std::string_view text) {
  for (std::uint64_t size = text.size(), i = 0; i < 8; ++i, size >>= 8U) {
    add_byte(static_cast<unsigned char>(size & 0xffU));
  }
  for (const char c : text) add_byte(static_cast<unsigned char>(c));
}

std::string Fingerprint::digits() const {
  return fmt::format("{:016x}", state_);
}

}  // namespace conglang
