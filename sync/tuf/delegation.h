#pragma once
// The roles of one delegation, whether listed one by one or as bins (TAP 15), as the search sees them.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "sync/tuf/metadata.h"

namespace conglang::tuf {

/// The roles that cover `path`, in order of trust, up to and with the first terminating one. A bin is
/// terminating: no other role of its delegation can speak about its paths.
std::vector<DelegatedRole> roles_for(const Delegations& delegations, std::string_view path);

/// The role of that name; nothing when it is not delegated to here.
std::optional<DelegatedRole> role_named(const Delegations& delegations, std::string_view name);

/// All roles in order, the first `at_most` of them: bins may be four billion.
std::vector<DelegatedRole> first_roles(const Delegations& delegations, std::size_t at_most);

}  // namespace conglang::tuf
