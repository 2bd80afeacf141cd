// Any bytes as JSON: a value or an error, never a crash. What is read has one canonical form, which reads as
// the same value wherever JSON can say it (canonical JSON leaves control characters as they are).

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "sync/tuf/canonical_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace conglang::tuf;
  const auto value = parse_json({reinterpret_cast<const char*>(data), size});
  if (!value) return 0;
  const auto canonical = canonical_json(*value);
  if (!canonical) std::abort();
  const bool is_json =
      std::ranges::none_of(*canonical, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  if (!is_json) return 0;
  const auto again = parse_json(*canonical);
  if (!again || *again != *value || canonical_json(*again) != canonical) std::abort();
  return 0;
}
