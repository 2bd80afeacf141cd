#include <algorithm>
#include <set>

#include "sync/server/api/fields.h"
#include "sync/server/api/identity_json.h"
#include "sync/server/api/identity_routes.h"
#include "sync/server/identity/signer_keys.h"
#include "sync/server/identity/signing_rule.h"

namespace conglang::server {
namespace {

using signer_keys::HeldBy;
using signer_keys::SignerKey;
using signer_keys::State;
using signing_rule::Wish;

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
          {"heldBy", signer_keys::held_by_name(key.held_by)},
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

// A browser's, where it does not say.
Result<HeldBy> held_by_field(const Json& body) {
  TRY(const std::string name, text_field_or_empty(body, "heldBy"));
  if (name.empty()) return HeldBy::browser;
  if (const auto held_by = signer_keys::held_by_named(name)) return *held_by;
  return wrong_field("heldBy", "heldBy là browser hoặc tool.", "heldBy is browser or tool.");
}

Result<Answer> enrol(Transaction& transaction, const Ask& ask, const Caller& caller) {
  TRY(const Json object, object_field(ask.body, "publicKey"));
  TRY(const std::string label, text_field(ask.body, "label"));
  TRY(const HeldBy held_by, held_by_field(ask.body));
  TRY(const tuf::PublicKey key, signer_keys::check(object));
  TRY(const std::int64_t id, signer_keys::enrol(transaction, key, label, held_by, caller.account, ask.now));
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

// Fewer than one more than the threshold would stop a commune with the first browser that forgets its key.
Result<void> check_enough(const std::vector<SignerKey>& keys) {
  std::set<std::int64_t> owners;
  for (const SignerKey& key : keys) owners.insert(key.owner.id);
  if (std::ssize(keys) > kThreshold && std::ssize(owners) >= kThreshold) return {};
  return refuse({.status = 409,
                 .code = "too-few-keys",
                 .vi = "Cần ít nhất 3 khóa đã duyệt của ít nhất 2 người trước khi giao quyền ký.",
                 .en = "At least 3 approved keys of at least 2 people are needed to delegate."});
}

// Kiosks know a threshold and no kinds of keys: they hold to a commune's wish for a tool's signature only
// when the browsers among its keys are too few to reach the threshold.
Result<void> check_tool_is_needed(const std::vector<SignerKey>& keys) {
  const auto browsers = std::ranges::count(keys, HeldBy::browser, &SignerKey::held_by);
  if (browsers < kThreshold) return {};
  return refuse(
      {.status = 409,
       .code = "too-many-browser-keys",
       .vi = "Xã này đòi một chữ ký từ công cụ: chỉ giao quyền cho 1 khóa của trình duyệt. Hãy thu hồi các "
             "khóa trình duyệt còn lại, hoặc thôi đòi.",
       .en = "This commune wants a tool's signature: only 1 browser's key is delegated to. Revoke the other "
             "browsers' keys, or take the wish back."});
}

// What the province's offline keys are asked to sign.
Result<Answer> delegation(Transaction& transaction, const std::string& commune) {
  TRY(auto keys, signer_keys::all(transaction, commune));
  std::erase_if(keys,
                [](const SignerKey& key) { return key.state != State::approved || key.owner.disabled; });
  TRY_VOID(check_enough(keys));
  TRY(const Wish wish, signing_rule::wish_of(transaction, commune));
  if (wish == Wish::one_tool) TRY_VOID(check_tool_is_needed(keys));
  Json objects = Json::array();
  for (const SignerKey& key : keys) objects.push_back(Json::parse(key.key.object()));
  return Answer{200, {{"commune", commune}, {"threshold", kThreshold}, {"keys", std::move(objects)}}};
}

Result<std::string> commune_asked(const std::string& named, const Account& account) {
  const std::string& commune = named.empty() ? account.commune : named;
  if (commune.empty() || !account.belongs_to(commune)) return no_such_thing();
  return commune;
}

Result<Answer> rule_of(Transaction& transaction, const std::string& commune) {
  TRY(const Wish wish, signing_rule::wish_of(transaction, commune));
  return Answer{200, {{"commune", commune}, {"wantsTool", wish == Wish::one_tool}}};
}

Result<Answer> show_rule(Transaction& transaction, const Ask& ask, const Caller& caller) {
  TRY(const std::string commune, commune_asked(ask.query("commune").value_or(""), caller.account));
  return rule_of(transaction, commune);
}

Result<Answer> set_rule(Transaction& transaction, const Ask& ask, const Caller& caller) {
  TRY(const std::string named, text_field_or_empty(ask.body, "commune"));
  TRY(const std::string commune, commune_asked(named, caller.account));
  if (!ask.body.contains("wantsTool") || !ask.body["wantsTool"].is_boolean())
    return wrong_field("wantsTool", "wantsTool là true hoặc false.", "wantsTool is true or false.");
  const Wish wish = ask.body["wantsTool"] == true ? Wish::one_tool : Wish::any_keys;
  TRY_VOID(signing_rule::set(transaction, commune, wish, caller.account, ask.now));
  return rule_of(transaction, commune);
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
  add("/api/signing-rule", Role::commune_admin, set_rule);
  router.add("GET", "/api/signing-rule", Role::author, [&store](const Ask& ask, const Caller& caller) {
    return store.read_and_get([&](Transaction& transaction) { return show_rule(transaction, ask, caller); });
  });
  router.add("GET", "/api/delegations/{commune}", Role::province_operator,
             [&store](const Ask& ask, const Caller&) -> Result<Answer> {
               return store.read_and_get(
                   [&](Transaction& transaction) { return delegation(transaction, ask.path[0]); });
             });
}

}  // namespace conglang::server
