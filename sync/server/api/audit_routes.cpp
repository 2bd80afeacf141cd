#include <charconv>

#include "sync/server/api/identity_routes.h"
#include "sync/server/identity/audit_log.h"

namespace conglang::server {
namespace {

constexpr std::int64_t kPage = 100;

std::optional<std::int64_t> before(const Ask& ask) {
  const auto text = ask.query("before");
  std::int64_t id = 0;
  if (!text || std::from_chars(text->data(), text->data() + text->size(), id).ec != std::errc())
    return std::nullopt;
  return id;
}

Json to_json(const std::vector<audit::Entry>& entries) {
  Json list = Json::array();
  for (const audit::Entry& entry : entries) {
    list.push_back({{"id", entry.id},
                    {"at", format_instant(entry.at)},
                    {"who", entry.who},
                    {"what", entry.what},
                    {"about", entry.about},
                    {"hash", entry.hash}});
  }
  return list;
}

}  // namespace

void add_audit_routes(Router& router, Store& store) {
  router.add("GET", "/api/audit", Role::commune_admin,
             [&store](const Ask& ask, const Caller& caller) -> Result<Answer> {
               std::optional<std::string> commune;
               if (!caller.account.has(Role::province_operator)) commune = caller.account.commune;
               TRY(const auto entries, store.read_and_get([&](Transaction& transaction) {
                 return audit::entries(transaction, before(ask), kPage, commune);
               }));
               const Json next = std::ssize(entries) < kPage ? Json() : Json(entries.back().id);
               return Answer{200, {{"entries", to_json(entries)}, {"before", next}}};
             });
}

void add_identity_routes(Router& router, Store& store, const IdentityOptions& options) {
  add_sign_in_routes(router, store, options);
  add_invitation_routes(router, store, options);
  add_people_routes(router, store);
  add_key_routes(router, store, options);
  add_audit_routes(router, store);
}

}  // namespace conglang::server
