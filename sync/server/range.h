#pragma once
// The Range header (RFC 9110, section 14) for one range of bytes. Pure.

#include <cstdint>
#include <string_view>
#include <variant>

namespace conglang::server {

struct Whole {
  bool operator==(const Whole&) const = default;
};
struct Unsatisfiable {
  bool operator==(const Unsatisfiable&) const = default;
};
/// At least one byte, all of it inside the file.
struct Part {
  std::uint64_t offset = 0;
  std::uint64_t length = 0;

  bool operator==(const Part&) const = default;
};

using Selection = std::variant<Whole, Part, Unsatisfiable>;

/// What `header` asks of a file of `size` bytes. Several ranges, another unit, a reversed range or anything
/// malformed is Whole: RFC 9110 lets a server ignore it, and a client that asked learns so from the 200.
/// Numbers too large for 64 bits count as the largest.
Selection select_range(std::string_view header, std::uint64_t size);

}  // namespace conglang::server
