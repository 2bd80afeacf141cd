#pragma once
// Tells bytes that have rotted, or words that were changed since, from those that somebody looked at. Not
// against forgers: what matters was verified by its signatures before.

#include <cstdint>
#include <string>
#include <string_view>

namespace conglang {

/// FNV-1a, 64 bits, over texts in an order; the length of each counts, so that texts cannot flow together.
class Fingerprint {
 public:
  void add(std::string_view text);
  std::string digits() const;  ///< 16 lower-case hexadecimal digits

 private:
  void add_byte(unsigned char byte);

  std::uint64_t state_ = 0xcbf29ce484222325;
};

}  // namespace conglang
