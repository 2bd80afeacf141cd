#include "sync/repository/province_roles.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace conglang::repository {
namespace {

bool is_commune_code(std::string_view text) {
  return text.size() == 5 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int order_of(const tuf::DelegatedRole& role) {
  if (role.name == kEmergencyRole) return 0;
  return role.name == kStandInRole ? 2 : 1;
}

bool is_named(const tuf::Delegations& delegations, const std::string& key_id) {
  return std::ranges::any_of(delegations.roles, [&key_id](const tuf::DelegatedRole& role) {
    return std::ranges::find(role.keys.key_ids, key_id) != role.keys.key_ids.end();
  });
}

}  // namespace

std::string commune_role(std::string_view commune) {
  return fmt::format("commune-{}", commune);
}

Result<tuf::DelegatedRole> role_named(std::string_view name) {
  tuf::DelegatedRole role;
  role.name = name;
  role.terminating = true;
  if (name == kEmergencyRole) {
    role.paths = {std::string(kEmergencyFile)};
  } else if (name == kStandInRole) {
    role.paths = {"communes/*/*", "communes/*/*/*"};
  } else if (is_commune_code(name)) {
    role.name = commune_role(name);
    role.paths = {fmt::format("communes/{}/*", name), fmt::format("communes/{}/*/*", name)};
  } else {
    return fail(Errc::bad_usage,
                "\"{}\" is not a commune's code, which has five digits, as 09784; nor is it {} or {}", name,
                kEmergencyRole, kStandInRole);
  }
  return role;
}

void put_role(tuf::Delegations& delegations, tuf::DelegatedRole role, const tuf::Keys& keys) {
  std::erase_if(delegations.roles, [&role](const auto& one) { return one.name == role.name; });
  for (const std::string& id : role.keys.key_ids) delegations.keys.insert_or_assign(id, keys.at(id));
  delegations.roles.push_back(std::move(role));
  std::ranges::sort(delegations.roles, {},
                    [](const tuf::DelegatedRole& one) { return std::pair(order_of(one), one.name); });
  std::erase_if(delegations.keys, [&](const auto& entry) { return !is_named(delegations, entry.first); });
}

}  // namespace conglang::repository
