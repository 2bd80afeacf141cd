#include <algorithm>

#include "sync/server/api/fields.h"
#include "sync/server/api/identity_json.h"
#include "sync/server/api/identity_routes.h"
#include "sync/server/identity/signer_keys.h"

namespace conglang::server {
namespace {

using signer_keys::SignerKey;
using signer_keys::State;

constexpr int kThreshold = 2;  // two people

std::vector<std::string> delegated_to(const IdentityOptions& options, const std::string& commune) {
  return options.delegated && !commune.empty() ? options.delegated(commune) : std::vector<std::string>();
}

Json key_json(const SignerKey& key, const std::vector<std::string>& delegated) {
  const bool is_delegated = std::ranges::find(delegated, key.key.id()) != delegated.end();
  const bool shown_delegated = is_delegated && key.state == State::approved;
  return {{"id", key.id},
          {"keyId", key.key.id()},
          {"publicKey", Json::parse(key.key.object())},
          {"label", key.label},
          {"owner", to_json(key.owner)},
          {"state", shown_delegated ? "delegated" : signer_keys::state_name(key.state)},
          // A revoked key that the province has not taken out yet: kiosks still count it.
          {"stillDelegated", is_delegated && key.state == State::revoked},
          {"enrolledAt", format_instant(key.enrolled_at)},
          {"decidedAt", key.decided_at ? Json(format_instant(*key.decided_at)) : Json()}};
}

Result<std::vector<SignerKey>> keys_for(Transaction& transaction, const Ask& ask, const Caller& caller) {
  const bool everywhere = caller.account.has(Role::province_operator);
  TRY(auto keys, signer_keys::all(transaction, everywhere ? ask.query("commune") : caller.account.commune));
  if (!caller.account.is_at_least(Role::commune_admin))
    std::erase_if(keys, [&](const SignerKey& key) { return key.owner.id != caller.account.id; });
  return keys;
}

Result<Answer> enrol(Transaction& transaction, const Ask& ask, const Caller& caller) {
  TRY(const Json object, object_field(ask.body, "publicKey"));
  TRY(const std::string label, text_field(ask.body, "label"));
  TRY(const tuf::PublicKey key, signer_keys::check(object));
  TRY(const std::int64_t id, signer_keys::enrol(transaction, key, label, caller.account, ask.now));
  return Answer{201, {{"id", id}, {"keyId", key.id()}, {"state", "enrolled"}}};
}

Result<Answer> approve(Transaction& transaction, const Ask& ask, const Caller& caller) {
  TRY(const auto key, signer_keys::find(transaction, ask.id()));
  if (!key || !caller.account.belongs_to(key->owner.commune)) return no_such_thing();
  TRY_VOID(signer_keys::approve(transaction, *key, caller.account, ask.now));
  return Answer{200, {{"id", key->id}, {"keyId", key->key.id()}, {"state", "approved"}}};
}

// A lost laptop cannot wait for an admin: everybody may revoke what is their own.
Result<Answer> revoke(Transaction& transaction, const Ask& ask, const Caller& caller) {
  TRY(const auto key, signer_keys::find(transaction, ask.id()));
  const bool own = key && key->owner.id == caller.account.id;
  const bool may =
      key && caller.account.is_at_least(Role::commune_admin) && caller.account.belongs_to(key->owner.commune);
  if (!own && !may) return no_such_thing();
  TRY_VOID(signer_keys::revoke(transaction, *key, caller.account, ask.now));
  return Answer{200, {{"id", key->id}, {"keyId", key->key.id()}, {"state", "revoked"}}};
}

// What the province's offline keys are asked to sign. Fewer than one more than the threshold would stop a
// commune with the first browser that forgets its key.
Result<Answer> delegation(Transaction& transaction, const std::string& commune) {
  TRY(const auto keys, signer_keys::all(transaction, commune));
  Json objects = Json::array();
  std::vector<std::int64_t> owners;
  for (const SignerKey& key : keys) {
    if (key.state != State::approved || key.owner.disabled) continue;
    objects.push_back(Json::parse(key.key.object()));
    owners.push_back(key.owner.id);
  }
  std::ranges::sort(owners);
  owners.erase(std::ranges::unique(owners).begin(), owners.end());
  if (std::ssize(objects) <= kThreshold || std::ssize(owners) < kThreshold) {
    return refuse({.status = 409,
                   .code = "too-few-keys",
                   .vi = "Cần ít nhất 3 khóa đã duyệt của ít nhất 2 người trước khi giao quyền ký.",
                   .en = "At least 3 approved keys of at least 2 people are needed to delegate."});
  }
  return Answer{200, {{"commune", commune}, {"threshold", kThreshold}, {"keys", std::move(objects)}}};
}

}  // namespace

void add_key_routes(Router& router, Store& store, const IdentityOptions& options) {
  router.add("GET", "/api/keys", Role::author,
             [&store, &options](const Ask& ask, const Caller& caller) -> Result<Answer> {
               TRY(const auto keys, store.read_and_get([&](Transaction& transaction) {
                 return keys_for(transaction, ask, caller);
               }));
               Json list = Json::array();
               for (const SignerKey& key : keys)
                 list.push_back(key_json(key, delegated_to(options, key.owner.commune)));
               return Answer{200, list};
             });
  using Change = Result<Answer> (*)(Transaction&, const Ask&, const Caller&);
  const auto add = [&](const char* pattern, Role least, Change change) {
    router.add("POST", pattern, least, [&store, change](const Ask& ask, const Caller& caller) {
      return store.write_and_get([&](Transaction& transaction) { return change(transaction, ask, caller); });
    });
  };
  add("/api/keys", Role::author, enrol);
  add("/api/keys/{id}/approve", Role::commune_admin, approve);
  add("/api/keys/{id}/revoke", Role::author, revoke);
  router.add("GET", "/api/delegations/{commune}", Role::province_operator,
             [&store](const Ask& ask, const Caller&) -> Result<Answer> {
               return store.read_and_get(
                   [&](Transaction& transaction) { return delegation(transaction, ask.path[0]); });
             });
}

}  // namespace conglang::server
