#include "sync/server/commands.h"

#include <charconv>
#include <optional>

#include "content/base/file.h"
#include "sync/server/identity/audit_log.h"
#include "sync/server/identity/invitations.h"
#include "sync/server/service.h"
#include "sync/server/store/store.h"

namespace conglang::server {
namespace {

Result<std::string> make_link(Transaction& transaction, const std::string& display_name, Instant now) {
  invitations::Invitation invitation;
  invitation.display_name = display_name;
  invitation.roles = {Role::province_operator};
  TRY(const std::string token, invitations::create(transaction, invitation, now));
  TRY_VOID(audit::append(transaction, "server", "account.invite", "operator", now));
  return "/desk/#/invite/" + token;
}

Result<std::optional<audit::Head>> read_head(const std::string& noted) {
  if (noted.empty()) return std::optional<audit::Head>();
  audit::Head head;
  const char* end = noted.data() + noted.size();
  const auto read = std::from_chars(noted.data(), end, head.rows);
  if (read.ec != std::errc() || read.ptr == end || *read.ptr != ' ')
    return fail(Errc::bad_usage, "{}: not what verify-audit printed: a number, a blank and a hash", noted);
  head.hash.assign(read.ptr + 1, end);
  return std::optional<audit::Head>(head);
}

}  // namespace

Result<std::string> invite_operator(const std::filesystem::path& data, const std::string& display_name,
                                    Instant now) {
  TRY_VOID(make_folders(data));
  TRY(const auto store, Store::open(database_file(data), Store::Beside::server));
  return store->write_and_get(
      [&](Transaction& transaction) { return make_link(transaction, display_name, now); });
}

Result<std::string> verify_audit(const std::filesystem::path& data, const std::string& noted) {
  TRY(const auto from, read_head(noted));
  TRY(const auto store, Store::open(database_file(data), Store::Beside::server));
  TRY(const audit::Head head,
      store->read_and_get([&](Transaction& transaction) { return audit::verify(transaction, from); }));
  return fmt::format("{} {}", head.rows, head.hash);
}

}  // namespace conglang::server
