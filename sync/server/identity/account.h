#pragma once
// Who somebody is and what they may do. Plain values.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/time.h"

namespace conglang::server {

/// Rising: who has one role may do what those before it may, inside the same commune.
enum class Role { author, reviewer, commune_admin, province_operator };

/// "author", "reviewer", "admin", "operator".
std::string_view role_name(Role role);
std::optional<Role> role_named(std::string_view name);

using Roles = std::vector<Role>;  ///< rising, each once

/// "author reviewer", as a column has it, and back; unknown words are left out.
std::string to_words(const Roles& roles);
Roles from_words(std::string_view words);

struct Account {
  std::int64_t id = 0;
  std::string name;          ///< to sign in: "lan.tran"
  std::string display_name;  ///< "Trần Thị Lan"
  Roles roles;
  std::string commune;  ///< its code, "09784"; empty for an operator of the province
  bool disabled = false;

  bool has(Role role) const;
  /// One of the roles is `least` or more.
  bool is_at_least(Role least) const;
  /// Works for `commune_code`; an operator of the province does for every one.
  bool belongs_to(std::string_view commune_code) const;

  bool operator==(const Account&) const = default;
};

/// A signed-in browser.
struct Session {
  std::int64_t id = 0;
  Instant created_at;
  std::string csrf;  ///< what every change brings in X-Conglang-Csrf

  bool operator==(const Session&) const = default;
};

}  // namespace conglang::server
