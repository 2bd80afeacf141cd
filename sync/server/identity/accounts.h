#pragma once
// The people who have an account, in the database. Passwords come and go hashed.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/identity/account.h"
#include "sync/server/store/store.h"

namespace conglang::server::accounts {

/// Errors: refused 422, not 3 to 32 of a-z, 0-9, '.', '-', '_', starting with a letter.
Result<void> check_name(std::string_view name);

Result<std::optional<Account>> find(Transaction& transaction, std::int64_t id);
Result<std::optional<Account>> find(Transaction& transaction, std::string_view name);

/// Everybody of `commune`, or everybody at all, by name.
Result<std::vector<Account>> all(Transaction& transaction, const std::optional<std::string>& commune);

/// `account.id` is ignored. Returns the new id. Errors: refused 409, the name is taken.
Result<std::int64_t> create(Transaction& transaction, const Account& account, const std::string& hashed,
                            Instant now);

/// The hash of its password. Errors: not_found.
Result<std::string> password(Transaction& transaction, std::int64_t id);
Result<void> set_password(Transaction& transaction, std::int64_t id, const std::string& hashed);
Result<void> set_disabled(Transaction& transaction, std::int64_t id, bool disabled);
Result<void> set_roles(Transaction& transaction, std::int64_t id, const Roles& roles);

/// Columns that account_of() reads, for queries that join accounts as `a`.
inline constexpr std::string_view kColumns = "a.id, a.name, a.display_name, a.roles, a.commune, a.disabled";
Account account_of(const Row& row, std::size_t first_column = 0);

}  // namespace conglang::server::accounts
