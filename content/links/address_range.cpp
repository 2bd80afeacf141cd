#include "content/links/address_range.h"

#include <algorithm>
#include <array>

namespace conglang::links {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t kV4Bytes = 4;
constexpr std::size_t kV6Bytes = 16;

struct Range {
  std::array<std::uint8_t, kV6Bytes> first;  // of an IPv4 range the first four
  unsigned bits;
  std::string_view what;
};

constexpr std::array kV4Ranges{
    Range{{0}, 8, "this network"},
    Range{{10}, 8, "private network"},
    Range{{100, 64}, 10, "provider's own network"},
    Range{{127}, 8, "loopback"},
    Range{{169, 254}, 16, "link-local"},
    Range{{172, 16}, 12, "private network"},
    Range{{192, 0, 0}, 24, "protocol assignments"},
    Range{{192, 0, 2}, 24, "documentation"},
    Range{{192, 88, 99}, 24, "tunnel"},
    Range{{192, 168}, 16, "private network"},
    Range{{198, 18}, 15, "benchmarking"},
    Range{{198, 51, 100}, 24, "documentation"},
    Range{{203, 0, 113}, 24, "documentation"},
    Range{{224}, 4, "multicast"},
    Range{{240}, 4, "reserved"},
};

// Public IPv6 is 2000::/3 without these; what lies outside it is named where it has a name.
constexpr Range kGlobalUnicast{{0x20}, 3, ""};
constexpr std::array kV6Ranges{
    Range{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128, "loopback"},
    Range{{0}, 128, "this network"},
    Range{{0xfc}, 7, "private network"},
    Range{{0xfe, 0x80}, 10, "link-local"},
    Range{{0xfe, 0xc0}, 10, "private network"},
    Range{{0xff}, 8, "multicast"},
    Range{{0x20, 0x01, 0, 0}, 32, "tunnel"},
    Range{{0x20, 0x01, 0x0d, 0xb8}, 32, "documentation"},
    Range{{0x20, 0x01}, 23, "protocol assignments"},
    Range{{0x20, 0x02}, 16, "tunnel"},
    Range{{0x3f, 0xff}, 20, "documentation"},
};

// The prefixes behind which an IPv4 address stands in the last four bytes.
constexpr Range kMapped{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96, "mapped"};
constexpr Range kTranslated{{0, 0x64, 0xff, 0x9b}, 96, "translated"};

bool holds(const Range& range, Bytes address) {
  constexpr unsigned kBitsPerByte = 8;
  const std::size_t whole = range.bits / kBitsPerByte;
  const unsigned rest = range.bits % kBitsPerByte;
  if (!std::equal(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(whole), range.first.begin()))
    return false;
  if (rest == 0) return true;
  const unsigned shift = kBitsPerByte - rest;
  return address[whole] >> shift == range.first[whole] >> shift;
}

template <typename Ranges>
std::optional<std::string_view> named(const Ranges& ranges, Bytes address) {
  const auto found =
      std::find_if(ranges.begin(), ranges.end(), [&](const Range& range) { return holds(range, address); });
  return found == ranges.end() ? std::nullopt : std::optional(found->what);
}

std::optional<std::string_view> why_not_public_v6(Bytes address) {
  if (holds(kMapped, address) || holds(kTranslated, address)) {
    const auto inner = named(kV4Ranges, address.last(kV4Bytes));
    // A public address in a mapped dress reaches the public; a translated one does so through a gateway of
    // the network's own, which is what IPv6-only networks have.
    return inner;
  }
  if (const auto name = named(kV6Ranges, address)) return name;
  return holds(kGlobalUnicast, address) ? std::nullopt : std::optional<std::string_view>("reserved");
}

}  // namespace

std::optional<std::string_view> why_not_public(std::span<const std::uint8_t> address) {
  if (address.size() == kV4Bytes) return named(kV4Ranges, address);
  if (address.size() == kV6Bytes) return why_not_public_v6(address);
  return "no IP address";
}

}  // namespace conglang::links
