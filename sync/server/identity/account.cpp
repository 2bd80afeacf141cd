#include "sync/server/identity/account.h"

#include <algorithm>
#include <array>

namespace conglang::server {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"author", "reviewer", "admin", "operator"};

}  // namespace

std::string_view role_name(Role role) {
  return kNames.at(static_cast<std::size_t>(role));
}

std::optional<Role> role_named(std::string_view name) {
  const auto* const found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Role>(found - kNames.begin());
}

std::string to_words(const Roles& roles) {
  std::string words;
  for (const Role role : roles) {
    if (!words.empty()) words += ' ';
    words += role_name(role);
  }
  return words;
}

Roles from_words(std::string_view words) {
  Roles roles;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (const auto role = role_named(words.substr(0, end))) roles.push_back(*role);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  std::ranges::sort(roles);
  roles.erase(std::ranges::unique(roles).begin(), roles.end());
  return roles;
}

bool Account::has(Role role) const {
  return std::ranges::find(roles, role) != roles.end();
}

bool Account::is_at_least(Role least) const {
  return std::ranges::any_of(roles, [least](Role role) { return role >= least; });
}

bool Account::belongs_to(std::string_view commune_code) const {
  return has(Role::province_operator) || (!commune.empty() && commune == commune_code);
}

}  // namespace conglang::server
