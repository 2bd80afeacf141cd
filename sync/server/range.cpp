#include "sync/server/range.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <system_error>

namespace conglang::server {
namespace {

constexpr std::string_view kUnit = "bytes=";

std::optional<std::uint64_t> parse_position(std::string_view digits) {
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  std::uint64_t value = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (parsed.ec == std::errc::result_out_of_range) return std::numeric_limits<std::uint64_t>::max();
  return value;
}

Selection select_suffix(std::string_view digits, std::uint64_t size) {
  const auto wanted = parse_position(digits);
  if (!wanted) return Whole{};
  const std::uint64_t length = std::min(*wanted, size);
  if (length == 0) return Unsatisfiable{};
  return Part{size - length, length};
}

}  // namespace

Selection select_range(std::string_view header, std::uint64_t size) {
  if (!header.starts_with(kUnit)) return Whole{};
  header.remove_prefix(kUnit.size());
  const std::size_t dash = header.find('-');
  if (dash == std::string_view::npos) return Whole{};
  const std::string_view last_digits = header.substr(dash + 1);
  if (dash == 0) return select_suffix(last_digits, size);

  const auto first = parse_position(header.substr(0, dash));
  const auto last =
      last_digits.empty() ? std::numeric_limits<std::uint64_t>::max() : parse_position(last_digits);
  if (!first || !last || *last < *first) return Whole{};
  if (*first >= size) return Unsatisfiable{};
  return Part{*first, std::min(*last, size - 1) - *first + 1};
}

}  // namespace conglang::server
