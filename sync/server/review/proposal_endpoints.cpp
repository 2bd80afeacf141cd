// Proposals and signatures, and the order that stands before everything else on every screen.

#include "content/guide/emergency_json.h"
#include "sync/repository/province_roles.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/identity/signing_rule.h"
#include "sync/server/review/endpoints.h"
#include "sync/server/review/proposal_view.h"

namespace conglang::server {
namespace {

Result<Json> whole(ReviewDesk& desk, const ProposalRow& row, const Account& account) {
  TRY(Json content, proposal_content(desk.content, row));
  auto summary = desk.store.read_and_get([&](Transaction& transaction) -> Result<Json> {
    TRY(const auto signatures, proposals::signatures(transaction, row.id));
    TRY(const std::string made_by, drafts::name_of(transaction, row.made_by));
    Json json = proposal_summary(row, signatures, made_by, account);
    TRY(const auto from, drafts::of_proposal(transaction, row.id));
    TRY(const auto wish, signing_rule::wish_of(transaction, row.commune));
    json["wantsTool"] = wish == signing_rule::Wish::one_tool;
    json["drafts"] = Json::array();
    for (const Draft& draft : from) {
      TRY(Json one, draft_summary(transaction, draft, account));
      json["drafts"].push_back(std::move(one));
    }
    return json;
  });
  if (!summary) return tl::unexpected<Error>(summary.error());
  summary->update(content);
  return std::move(*summary);
}

Result<std::vector<std::int64_t>> draft_ids(const Json& body) {
  std::vector<std::int64_t> ids;
  const auto list = body.is_object() ? body.find("drafts") : body.end();
  if (!body.is_object() || list == body.end() || !list->is_array() || list->size() > 200) return ids;
  for (const Json& one : *list) {
    if (!one.is_number_integer()) return std::vector<std::int64_t>();
    ids.push_back(one.get<std::int64_t>());
  }
  return ids;
}

Result<ProposalRow> make(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const auto version, number_in(ask.body, "rollbackTo"));
  const bool again = ask.body.is_object() && ask.body.contains("again") && ask.body["again"] == true;
  if (!version && !again) {
    TRY(const auto ids, draft_ids(ask.body));
    return desk.proposals.of_drafts(ids, &caller.account, ask.now);
  }
  TRY(const std::string named, text_in(ask.body, "commune", Need::optional, 20));
  TRY(const std::string commune, commune_of(caller.account, named));
  if (again) return desk.proposals.again(commune, caller.account, ask.now);
  if (!caller.account.is_at_least(Role::reviewer)) {
    return refuse({.status = 403,
                   .code = "role",
                   .vi = "Người duyệt mới đề nghị trở lại bản cũ được.",
                   .en = "Only a reviewer proposes going back to an earlier version."});
  }
  return desk.proposals.of_version(commune, *version, caller.account, ask.now);
}

Result<Answer> propose(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const ProposalRow row, make(desk, ask, caller));
  TRY(Json json, whole(desk, row, caller.account));
  return Answer{201, std::move(json)};
}

Result<Answer> list(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  const std::string named = ask.query("commune").value_or(caller.account.commune);
  if (!named.empty()) TRY_VOID(commune_of(caller.account, named));
  const bool only_open = ask.query("all") != "1";
  return desk.store.read_and_get([&](Transaction& transaction) -> Result<Answer> {
    TRY(const auto rows, proposals::list(transaction, named, only_open));
    Json found = Json::array();
    for (const ProposalRow& row : rows) {
      TRY(const auto signatures, proposals::signatures(transaction, row.id));
      TRY(const std::string made_by, drafts::name_of(transaction, row.made_by));
      found.push_back(proposal_summary(row, signatures, made_by, caller.account));
    }
    return Answer{200, std::move(found)};
  });
}

Result<Answer> one(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const ProposalRow row, desk.proposals.visible(ask.id(), caller.account));
  TRY(Json json, whole(desk, row, caller.account));
  return Answer{200, std::move(json)};
}

Result<Answer> sign(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string key_id, text_in(ask.body, "keyId", Need::required, 200));
  TRY(const std::string signature, text_in(ask.body, "sig", Need::required, 2000));
  TRY(const auto done, desk.proposals.sign(ask.id(), key_id, signature, caller.account, ask.now));
  Json json = {{"signers", done.signers},
               {"threshold", done.threshold},
               {"kept", done.kept},
               {"state", done.row.state},
               {"timestamp", nullptr}};
  if (done.row.timestamp) json["timestamp"] = *done.row.timestamp;
  return Answer{200, std::move(json)};
}

Result<Answer> drop(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const ProposalRow row, desk.proposals.drop(ask.id(), caller.account, ask.now));
  TRY(Json json, whole(desk, row, caller.account));
  return Answer{200, std::move(json)};
}

Result<void> put_text(Json& screen, const Json& body, const char* name) {
  const Json words = body.is_object() && body.contains(name) ? body[name] : Json();
  TRY(screen[name]["vi"], text_in(words, "vi", Need::required, 1000));
  TRY(const std::string english, text_in(words, "en", Need::optional, 1000));
  if (!english.empty()) screen[name]["en"] = english;
  return {};
}

Result<Answer> emergency(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string kind, text_in(ask.body, "kind", Need::required, 20));
  if (kind != "blank" && kind != "replace" && kind != "lift") {
    return refuse({.status = 422,
                   .code = "field",
                   .vi = "\"kind\" là blank, replace hoặc lift.",
                   .en = "\"kind\" is blank, replace or lift.",
                   .field = "kind"});
  }
  Json screen = {{"mode", kind == "lift" ? "none" : kind},
                 {"id", fmt::format("lenh-{}", ask.now.time_since_epoch().count())},
                 {"issuedAt", format_instant(ask.now)}};
  if (kind == "replace") {
    TRY_VOID(put_text(screen, ask.body, "title"));
    TRY_VOID(put_text(screen, ask.body, "text"));
  }
  const std::string path(repository::kEmergencyFile);
  const auto order = guide::read_emergency(screen.dump(), path);
  if (!order) {
    return refuse(
        {.status = 422, .code = "content", .vi = order.error().message, .en = order.error().message});
  }
  TRY(const ProposalRow row,
      desk.proposals.emergency(guide::write_emergency(*order), kind, caller.account, ask.now));
  TRY(Json json, whole(desk, row, caller.account));
  return Answer{201, std::move(json)};
}

}  // namespace

void add_proposal_endpoints(Router& router, ReviewDesk& desk) {
  const auto with = [&desk](auto function) {
    return [&desk, function](const Ask& ask, const Caller& caller) { return function(desk, ask, caller); };
  };
  router.add("POST", "/api/proposals", Role::author, with(propose));
  router.add("GET", "/api/proposals", Role::author, with(list));
  router.add("GET", "/api/proposals/{id}", Role::author, with(one));
  router.add("POST", "/api/proposals/{id}/signatures", Role::author, with(sign));
  router.add("POST", "/api/proposals/{id}/drop", Role::author, with(drop));
  router.add("POST", "/api/emergency", Role::commune_admin, with(emergency));
}

}  // namespace conglang::server
