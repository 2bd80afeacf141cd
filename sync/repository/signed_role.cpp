#include "sync/repository/signed_role.h"

#include <algorithm>
#include <utility>

#include "sync/repository/metadata_writer.h"
#include "sync/tuf/threshold.h"

namespace conglang::repository {

std::optional<Authority> authority_over(const tuf::TrustedSet& set, std::string_view role) {
  if (const auto found = set.root().roles.find(role); found != set.root().roles.end()) {
    return Authority{found->second, set.root().keys};
  }
  if (set.targets() == nullptr || !set.targets()->delegations) return std::nullopt;
  const tuf::Delegations& delegations = *set.targets()->delegations;
  const auto found = std::ranges::find(delegations.roles, role, &tuf::DelegatedRole::name);
  if (found == delegations.roles.end()) return std::nullopt;
  return Authority{found->keys, delegations.keys};
}

Result<SignedRole> read_role(std::string bytes, const Authority& authority) {
  TRY(const tuf::Metadata<tuf::Targets> parsed, tuf::parse_targets(bytes));
  return SignedRole{
      parsed.content, std::move(bytes),
      tuf::count_signers(parsed.signed_bytes, parsed.signatures, authority.role, authority.keys),
      authority.role.threshold};
}

Result<SignedRole> sign_role(std::string_view role, const tuf::Targets& content, const Authority& authority,
                             const KeyFolder& keys) {
  TRY(const std::vector<tuf::SigningKey> signing, keys.load(role));
  TRY(std::string bytes, write_signed(content, signers_of(signing)));
  return read_role(std::move(bytes), authority);
}

}  // namespace conglang::repository
