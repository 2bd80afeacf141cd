#pragma once
// Whose browsers' keys may sign here. Only public halves are known; whether a signature counts is for the
// province's delegation to say, which kiosks check themselves.

#include <string>
#include <vector>

#include "sync/repository/propose.h"
#include "sync/server/api/router.h"
#include "sync/server/review/proposal_table.h"
#include "sync/tuf/metadata.h"

namespace conglang::server::signing_keys {

/// `key_id` is a key of `account` that a commune's admin has let in. Errors: refused 403.
Result<void> check_usable(Transaction& transaction, const std::string& key_id, const Account& account);

/// Two signatures are two people: somebody with two keys signs with one of them. Errors: refused 409.
Result<void> check_one_person(const std::vector<ProposalSignature>& signatures, const std::string& key_id,
                              const Account& account);

/// What `waiting` would be published with once `key_id` has signed it too keeps the office's rule
/// (signing_rule.h); so does everything that is not complete yet. Errors: refused 409.
Result<void> check_rule(Transaction& transaction, const repository::Proposal& waiting,
                        const std::string& commune, const std::string& key_id = {});

/// Every key that the staff of `commune` may sign with, delegated to yet or not.
Result<tuf::Keys> approved(Transaction& transaction, const std::string& commune);

}  // namespace conglang::server::signing_keys
