// Any bytes in place of a signed file: a value or an error, never a crash; what is read has a canonical form,
// and what was not signed by its keys is not trusted.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>

#include "sync/tuf/canonical_json.h"
#include "sync/tuf/trusted_set.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace conglang::tuf;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto value = parse_json(bytes);
  if (value && !canonical_json(*value)) std::abort();
  const auto root = parse_root(bytes);
  const auto timestamp = parse_timestamp(bytes);
  const auto snapshot = parse_snapshot(bytes);
  const auto targets = parse_targets(bytes);
  // A file is of one kind, and JSON.
  if (root.has_value() + timestamp.has_value() + snapshot.has_value() + targets.has_value() >
      (value ? 1 : 0)) {
    std::abort();
  }
  if (const auto set = TrustedSet::create(bytes); set && !root) std::abort();
  return 0;
}
