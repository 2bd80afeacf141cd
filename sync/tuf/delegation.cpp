#include "sync/tuf/delegation.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>

#include "sync/tuf/digest.h"
#include "sync/tuf/path_pattern.h"

namespace conglang::tuf {
namespace {

constexpr int kBitsPerDigit = 4;

// Hexadecimal digits of a bin's number.
int digits_of(const SuccinctRoles& roles) {
  return (roles.bit_length + kBitsPerDigit - 1) / kBitsPerDigit;
}

// Bits of the last digit that say nothing about the bin.
int spare_bits(const SuccinctRoles& roles) {
  return digits_of(roles) * kBitsPerDigit - roles.bit_length;
}

std::uint64_t bins_of(const SuccinctRoles& roles) {
  return std::uint64_t{1} << roles.bit_length;
}

DelegatedRole bin(const SuccinctRoles& roles, std::uint64_t number) {
  DelegatedRole role;
  role.name = fmt::format("{}-{:0{}x}", roles.name_prefix, number, digits_of(roles));
  role.keys = roles.keys;
  role.terminating = true;
  const std::uint64_t first = number << spare_bits(roles);
  for (std::uint64_t i = 0; i < std::uint64_t{1} << spare_bits(roles); ++i) {
    role.path_hash_prefixes.push_back(fmt::format("{:0{}x}", first + i, digits_of(roles)));
  }
  return role;
}

std::optional<std::uint64_t> from_digits(std::string_view text) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number, 16);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

DelegatedRole bin_for(const SuccinctRoles& roles, std::string_view path) {
  const std::string digest = sha256_hex(path);
  const auto first_digits =
      from_digits(std::string_view(digest).substr(0, static_cast<std::size_t>(digits_of(roles))));
  return bin(roles, *first_digits >> spare_bits(roles));
}

std::optional<DelegatedRole> bin_named(const SuccinctRoles& roles, std::string_view name) {
  const std::size_t dash = name.rfind('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto number = from_digits(name.substr(dash + 1));
  if (!number || *number >= bins_of(roles)) return std::nullopt;
  DelegatedRole role = bin(roles, *number);
  return role.name == name ? std::optional(std::move(role)) : std::nullopt;  // one spelling is the name
}

}  // namespace

std::vector<DelegatedRole> roles_for(const Delegations& delegations, std::string_view path) {
  if (delegations.succinct) return {bin_for(*delegations.succinct, path)};
  std::vector<DelegatedRole> found;
  for (const DelegatedRole& role : delegations.roles) {
    if (!covers(role, path)) continue;
    found.push_back(role);
    if (role.terminating) break;
  }
  return found;
}

std::optional<DelegatedRole> role_named(const Delegations& delegations, std::string_view name) {
  if (delegations.succinct) return bin_named(*delegations.succinct, name);
  const auto found = std::ranges::find(delegations.roles, name, &DelegatedRole::name);
  return found == delegations.roles.end() ? std::nullopt : std::optional(*found);
}

std::vector<DelegatedRole> first_roles(const Delegations& delegations, std::size_t at_most) {
  const auto& listed = delegations.roles;
  if (!delegations.succinct) {
    return {listed.begin(), listed.begin() + static_cast<std::ptrdiff_t>(std::min(at_most, listed.size()))};
  }
  std::vector<DelegatedRole> bins;
  const std::uint64_t count = std::min<std::uint64_t>(at_most, bins_of(*delegations.succinct));
  for (std::uint64_t number = 0; number < count; ++number) bins.push_back(bin(*delegations.succinct, number));
  return bins;
}

}  // namespace conglang::tuf
