#pragma once
// The roles that a province's targets delegates to, in order of trust: the small emergency role, each commune
// with keys of its own, and last the province's stand-in for communes that have none.

#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "sync/tuf/metadata.h"

namespace conglang::repository {

inline constexpr std::string_view kEmergencyRole = "emergency";
inline constexpr std::string_view kStandInRole = "communes";
/// The one file of the emergency role: what every screen shows in place of everything else.
inline constexpr std::string_view kEmergencyFile = "emergency/screen.json";

/// "commune-09784" for the commune "09784".
std::string commune_role(std::string_view commune);

/// The role called `name` with what it may sign, keys still to be put in: "emergency", "communes" or a
/// commune's code of five digits. Errors: bad_usage.
Result<tuf::DelegatedRole> role_named(std::string_view name);

/// Puts `role` where its trust belongs, in place of one of its name. Its keys go into `delegations.keys`, and
/// keys that no role names any more leave it. Precondition: `keys` holds every key id of the role.
void put_role(tuf::Delegations& delegations, tuf::DelegatedRole role, const tuf::Keys& keys);

}  // namespace conglang::repository
